package io.waypost.core.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.consent.Consent;
import io.waypost.core.consent.ConsentChannel;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.waybill.Registration.Party;
import io.waypost.core.waybill.RegistrationRules.Accepted;
import io.waypost.core.waybill.RegistrationRules.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationRulesTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void takesAWellFormedRegistration() {
        var outcome = RegistrationRules.check(with("", "", new Party("张三", "13812345678", "440106", "体育西路1号")),
                ARRIVAL);
        assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.registration().weightGrams()).isEqualTo(1200);
            assertThat(accepted.registration().declaredValueFen()).isEqualTo(19900L);
        });
    }

    @ParameterizedTest
    @CsvSource({
            "waybill,x,WAYBILL_FORMAT", "promisedAt,soon,TIME_FORMAT", "originSite,a b,SITE_FORMAT",
            "destinationSite,a/b,SITE_FORMAT",
            "weightKg,0,WEIGHT_RANGE", "declaredValueFen,-5,VALUE_RANGE", "declaredValueFen,1.5,VALUE_RANGE",
            "deliveryWish,BALCONY,MODE_UNKNOWN", "consent.mode,door,MODE_UNKNOWN", "consent.mode,'',MISSING",
            "consent.at,yesterday,TIME_FORMAT", "consent.at,'',MISSING",
            "consent.at,2026-11-20T12:05:01+08:00,TIME_IN_FUTURE",
            "consent.channel,PIGEON,CHANNEL_UNKNOWN", "consent.channel,'',MISSING",
            "product,a product that nobody could ever sell,TOO_LONG",
    })
    void refusesAFieldByName(String field, String value, Reason reason) {
        assertThat(RegistrationRules.check(with(field, value, Party.UNKNOWN), ARRIVAL)).isInstanceOfSatisfying(
                Refused.class,
                refused -> {
                    assertThat(refused.rejected().field()).isEqualTo(field);
                    assertThat(refused.rejected().reason()).isEqualTo(reason);
                });
    }

    @Test
    void takesWishAndConsentAndNeedsNeither() {
        assertThat(RegistrationRules.check(with("", "", Party.UNKNOWN), ARRIVAL)).isInstanceOfSatisfying(Accepted.class,
                accepted -> {
                    assertThat(accepted.registration().deliveryWish()).isEqualTo(DeliveryMode.DOOR);
                    assertThat(accepted.registration().consent()).isEqualTo(new Consent(DeliveryMode.LOCKER,
                            Instant.parse("2026-11-20T03:00:00Z"), ConsentChannel.SMS));
                });
        var neither = new RegistrationFields("YT6247854916511", null, null, null, null, null, null, Party.UNKNOWN,
                Party.UNKNOWN, null, null);
        assertThat(RegistrationRules.check(neither, ARRIVAL)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.registration().deliveryWish()).isNull();
            assertThat(accepted.registration().consent()).isNull();
        });
    }

    @Test
    void saysWhichModesThereAre() {
        assertThat(RegistrationRules.check(with("deliveryWish", "BALCONY", Party.UNKNOWN), ARRIVAL))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rejected().message()).isEqualTo(
                        "The deliveryWish (BALCONY) must be one of DOOR, STATION, LOCKER, PROXY and SELF_PICKUP."));
        for (var mode : DeliveryMode.values()) {
            assertThat(new Rejected("m", "x", Reason.MODE_UNKNOWN).message()).contains(mode.name());
        }
        for (var channel : ConsentChannel.values()) {
            assertThat(new Rejected("c", "x", Reason.CHANNEL_UNKNOWN).message()).contains(channel.name());
        }
    }

    @Test
    void neverRepeatsPersonalData() {
        var party = new Party("张".repeat(65), null, null, null);
        assertThat(RegistrationRules.check(with("", "", party), ARRIVAL)).isInstanceOfSatisfying(Refused.class,
                refused -> {
                    assertThat(refused.rejected().field()).isEqualTo("recipient.name");
                    assertThat(refused.rejected().message()).doesNotContain("张");
                });
        assertThat(RegistrationRules.check(with("", "", new Party(null, null, "44", null)), ARRIVAL))
                .isInstanceOf(Refused.class);
        assertThat(new Party("张三", "13812345678", "440106", "体育西路1号").toString()).doesNotContain("张三", "138");
    }

    private static RegistrationFields with(String field, String value, Party recipient) {
        return new RegistrationFields(
                field.equals("waybill") ? value : "YT6247854916511",
                field.equals("product") ? value : "STANDARD",
                field.equals("promisedAt") ? value : "2026-11-24T20:00:00+08:00",
                field.equals("originSite") ? value : "O440106-001",
                field.equals("destinationSite") ? value : "O510107-002",
                field.equals("weightKg") ? value : "1.2",
                field.equals("declaredValueFen") ? value : "19900",
                Party.UNKNOWN,
                recipient,
                field.equals("deliveryWish") ? value : "DOOR",
                new RegistrationFields.Agreed(
                        field.equals("consent.mode") ? value : "LOCKER",
                        field.equals("consent.at") ? value : "2026-11-20T11:00:00+08:00",
                        field.equals("consent.channel") ? value : "SMS"));
    }
}
