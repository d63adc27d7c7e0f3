package io.waypost.core.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.partner.DraftReader.Reading;
import io.waypost.core.partner.DraftReader.Sent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("T6 what partners send, and what they are told")
class PartnerRulesTest {

    @Test
    void aGoodDraftIsReadInItsOneSpelling() {
        var sent = new Sent("O-1", "DELAY", "DELAY.TRANSPORT", " yt0001 ", " 三天没动 ", null, "138 0013 8000");
        assertThat(DraftReader.read(sent, PartnerRulesTest::known))
                .isEqualTo(new Reading.Read(new TicketDraft("O-1", "DELAY",
                        "DELAY.TRANSPORT", "YT0001", "三天没动",
                        Optional.of(new TicketDraft.Contact(null, "138 0013 8000")))));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var sent = new Sent("坏", "LATE", null, "x", "字".repeat(DraftReader.TEXT + 1), "字".repeat(51), "call me");
        assertThat(flaws(sent)).containsExactly("external_id FORMAT", "kind UNKNOWN", "waybill FORMAT",
                "description TOO_LONG", "contact.name TOO_LONG", "contact.phone FORMAT");
        assertThat(flaws(new Sent(null, " ", null, null, null, null, null))).containsExactly("external_id MISSING",
                "kind MISSING", "waybill MISSING");
        assertThat(flaws(new Sent("1", "DELAY", "LOST", "YT0001", null, null, null)))
                .containsExactly("detail UNKNOWN");
    }

    @Test
    void aPhoneIsNotRepeated() {
        var reading = DraftReader.read(new Sent("1", "DELAY", null, "YT0001", null, null, "一三八"),
                PartnerRulesTest::known);
        assertThat(reading).isInstanceOfSatisfying(Reading.Flawed.class,
                flawed -> assertThat(flawed.flaws().getFirst().value()).isNull());
        assertThat(new TicketDraft.Contact("王", "13800138000").toString()).doesNotContain("王").doesNotContain("138");
    }

    @ParameterizedTest
    @CsvSource({"RECEIVED,IN_PROGRESS,ticket.updated", "IN_PROGRESS,ANSWERED,ticket.replied",
            "ANSWERED,ANSWERED,ticket.updated", "ANSWERED,CLOSED,ticket.closed", "RECEIVED,REJECTED,ticket.closed",
            "CLOSED,RECEIVED,ticket.updated", "CLOSED,CLOSED,ticket.updated"})
    void aChangeIsToldAsWhatItIs(PartnerState before, PartnerState next, String code) {
        assertThat(PartnerEvent.of(before, next).code()).isEqualTo(code);
    }

    @Test
    void everyEventIsFoundByItsCode() {
        assertThat(PartnerEvent.values()).allSatisfy(event -> assertThat(PartnerEvent.of(event.code()))
                .contains(event));
        assertThat(PartnerEvent.of("ticket.eaten")).isEmpty();
        assertThat(PartnerEvent.PING.subscribable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example/hooks?a=1,", "http://shop.example/,NOT_HTTPS", "ftp://shop.example/,NOT_HTTPS",
            "https://user:pass@shop.example/,CREDENTIALS_IN_URL", "https://shop.example/#x,FRAGMENT",
            "https://localhost/,LOCAL_NAME", "https://127.0.0.1/,LOCAL_NAME", "https://[::1]/,LOCAL_NAME",
            "https://a.internal/,LOCAL_NAME", "'https://a b/',UNREADABLE", "shop.example,UNREADABLE",
            "https:///x,UNREADABLE"})
    void aWebhookGoesToAPublicNameOverHttps(String address, WebhookRules.Flaw flaw) {
        assertThat(WebhookRules.flaw(address, false).orElse(null)).isEqualTo(flaw);
    }

    @Test
    void aTrustedInstallationMayCallItself() {
        assertThat(WebhookRules.flaw("http://127.0.0.1:9000/hook", true)).isEmpty();
        assertThat(WebhookRules.flaw("http://u:p@127.0.0.1/", true)).contains(WebhookRules.Flaw.CREDENTIALS_IN_URL);
    }

    private static boolean known(String kind, Optional<String> detail) {
        return kind.equals("DELAY") && detail.map("DELAY.TRANSPORT"::equals).orElse(true);
    }

    private static List<String> flaws(Sent sent) {
        return switch (DraftReader.read(sent, PartnerRulesTest::known)) {
            case Reading.Read _ -> List.of();
            case Reading.Flawed(var flaws) ->
                flaws.stream().map(flaw -> flaw.field() + " " + flaw.code()).toList();
        };
    }
}
