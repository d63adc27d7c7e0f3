package io.waypost.core.waybill;

import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.scan.Codes;
import io.waypost.core.scan.FieldRules;
import io.waypost.core.waybill.Registration.Party;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The written rules for registering waybills. */
public final class RegistrationRules {

    private RegistrationRules() {}

    /** What became of a registration that was sent. */
    public sealed interface Outcome {}

    /** It is well formed. */
    public record Accepted(Registration registration) implements Outcome {}

    /** It cannot be taken. */
    public record Refused(Rejected rejected) implements Outcome {}

    /** Checks what was sent and came in at that time; the first refused field decides. */
    public static Outcome check(RegistrationFields fields, Instant arrival) {
        var waybill = Codes.waybill(fields.waybill());
        if (waybill == null) {
            return new Refused(FieldRules.refuse("waybill", fields.waybill(), Reason.WAYBILL_FORMAT));
        }
        for (var refused : refusals(fields, arrival)) {
            if (refused != null) {
                return new Refused(refused);
            }
        }
        return new Accepted(
                new Registration(waybill, FieldRules.text(fields.product()), FieldRules.time(fields.promisedAt()),
                        FieldRules.text(fields.originSite()), FieldRules.text(fields.destinationSite()),
                        FieldRules.grams(fields.weightKg()), fen(fields.declaredValueFen()), fields.sender(),
                        fields.recipient(), ConsentFields.code(DeliveryMode.class, fields.deliveryWish()),
                        ConsentFields.consent(fields.consent())));
    }

    private static List<@Nullable Rejected> refusals(RegistrationFields fields, Instant arrival) {
        return Arrays.asList(
                FieldRules.atMost("product", fields.product(), 32),
                FieldRules.timeIn("promisedAt", fields.promisedAt()),
                FieldRules.site("originSite", fields.originSite()),
                FieldRules.site("destinationSite", fields.destinationSite()),
                FieldRules.weight("weightKg", fields.weightKg()),
                FieldRules.present(fields.declaredValueFen()) && fen(fields.declaredValueFen()) == null
                        ? FieldRules.refuse("declaredValueFen", fields.declaredValueFen(), Reason.VALUE_RANGE)
                        : null,
                party("sender", fields.sender()),
                party("recipient", fields.recipient()),
                ConsentFields.wish(fields.deliveryWish()),
                ConsentFields.refusal(fields.consent(), arrival));
    }

    /** Personal data is named by its field, never repeated in a refusal. */
    private static @Nullable Rejected party(String end, Party party) {
        if (longer(party.name(), 64)) {
            return new Rejected(end + ".name", null, Reason.TOO_LONG);
        }
        if (longer(party.phone(), 32)) {
            return new Rejected(end + ".phone", null, Reason.TOO_LONG);
        }
        if (longer(party.address(), 200)) {
            return new Rejected(end + ".address", null, Reason.TOO_LONG);
        }
        var division = party.divisionCode();
        return division != null && !division.matches("\\d{6}")
                ? FieldRules.refuse(end + ".divisionCode", division, Reason.DIVISION_FORMAT)
                : null;
    }

    private static boolean longer(@Nullable String value, int length) {
        return value != null && value.length() > length;
    }

    private static @Nullable Long fen(@Nullable String value) {
        return value == null || !value.matches("\\d{1,15}") ? null : Long.valueOf(value);
    }
}
