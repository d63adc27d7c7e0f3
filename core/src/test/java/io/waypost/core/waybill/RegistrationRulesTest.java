package io.waypost.core.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.waybill.Registration.Party;
import io.waypost.core.waybill.RegistrationRules.Accepted;
import io.waypost.core.waybill.RegistrationRules.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationRulesTest {

    @Test
    void takesAWellFormedRegistration() {
        var outcome = RegistrationRules.check(with("", "", new Party("张三", "13812345678", "440106", "体育西路1号")));
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
            "product,a product that nobody could ever sell,TOO_LONG",
    })
    void refusesAFieldByName(String field, String value, Reason reason) {
        assertThat(RegistrationRules.check(with(field, value, Party.UNKNOWN))).isInstanceOfSatisfying(Refused.class,
                refused -> {
                    assertThat(refused.rejected().field()).isEqualTo(field);
                    assertThat(refused.rejected().reason()).isEqualTo(reason);
                });
    }

    @Test
    void neverRepeatsPersonalData() {
        var party = new Party("张".repeat(65), null, null, null);
        assertThat(RegistrationRules.check(with("", "", party))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.rejected().field()).isEqualTo("recipient.name");
            assertThat(refused.rejected().message()).doesNotContain("张");
        });
        assertThat(RegistrationRules.check(with("", "", new Party(null, null, "44", null))))
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
                recipient);
    }
}
