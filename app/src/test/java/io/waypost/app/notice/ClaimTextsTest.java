package io.waypost.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.claim.ClaimNews;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.liability.ChargeNews;
import io.waypost.app.network.UnitRef;
import io.waypost.core.network.UnitKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L6 O1 what is sent about claims and charges says how much, why and until when")
class ClaimTextsTest {

    private static final Instant NINE = Instant.parse("2026-11-21T01:00:00Z");
    private static final PersonRef PERSON = new PersonRef(UUID.randomUUID(), "李转运");

    private final NoticeTexts texts = new NoticeTexts(new NoticeSettings(Locale.CHINA, 10));

    @Test
    void aChargeNamesTheUnitTheMoneyAndTheEnd() {
        assertThat(texts.sms(charge(ChargeNews.Kind.CHARGED)))
                .isEqualTo("【驿路】广州转运中心被判责：理赔C2611210007，运单YT7，暂扣150.50元，有异议请于11-24 09:00前举证。");
        assertThat(texts.sms(charge(ChargeNews.Kind.STANDS))).contains("150.50元", "11-24 09:00前申诉", "逾期视为接受");
    }

    @Test
    void anOverdueClaimSaysSinceWhen() {
        assertThat(texts.sms(new ClaimNews(UUID.randomUUID(), "C2611210007", "YT7", PERSON, NINE, NINE)))
                .isEqualTo("【驿路】理赔C2611210007已超时：运单YT7，应于09:00前处理，请马上处理。");
    }

    private static ChargeNews charge(ChargeNews.Kind kind) {
        return new ChargeNews(UUID.randomUUID(), "C2611210007", "YT7", kind,
                new UnitRef("H4401", "广州转运中心", UnitKind.HUB), 15_050, PERSON, NINE.plus(Duration.ofDays(3)), NINE);
    }
}
