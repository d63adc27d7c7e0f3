package io.waypost.app.appeal;

import io.waypost.app.appeal.KeptAppeal.Role;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal.Field;
import io.waypost.core.appeal.AppealCategory;
import io.waypost.core.appeal.AppealReason;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.waybill.Waybills;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was typed in: everything that is wrong at once, by field, with what would be right. */
final class IntakeFields {

    private static final int LONGEST_TEXT = 4_000;

    private final List<Field> flaws = new ArrayList<>();
    private final NewAppeal typed;
    private final LocalDate today;

    private IntakeFields(NewAppeal typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    /** An appeal whose fields are all right. */
    record Read(String authorityNumber, String office, String jurisdiction, AppealCategory category,
            @Nullable AppealReason reason, String waybill, Role role, @Nullable String name, @Nullable String phone,
            String content, String request, LocalDate appealedOn, LocalDate forwardedOn, @Nullable String unit) {}

    /** The fields as they were read, or what is wrong with them. */
    sealed interface Outcome {

        record Right(Read read) implements Outcome {}

        record Wrong(List<Field> flaws) implements Outcome {}
    }

    static Outcome read(NewAppeal typed, LocalDate today) {
        var fields = new IntakeFields(typed, today);
        var read = fields.read();
        return fields.flaws.isEmpty() ? new Outcome.Right(read) : new Outcome.Wrong(List.copyOf(fields.flaws));
    }

    private Read read() {
        var number = text("authorityNumber", typed.authorityNumber(), 40).toUpperCase(Locale.ROOT);
        if (!number.isEmpty() && !number.matches("[\\p{IsHan}A-Z0-9〔〕\\[\\]()（）_./-]+")) {
            flaw("authorityNumber", typed.authorityNumber(), "FORM", "Write the number as the authority writes it.");
        }
        var office = text("office", typed.office(), 60);
        var forwarded = forwardedOn();
        return new Read(number, office, jurisdiction(office), category(), reason(), waybill(), role(),
                optional("complainantName", typed.complainantName(), 40), phone(),
                text("content", typed.content(), LONGEST_TEXT), text("request", typed.request(), LONGEST_TEXT),
                appealedOn(forwarded), forwarded, blankToNull(typed.unit()));
    }

    private AppealCategory category() {
        var found = AppealCategory.read(given(typed.category()));
        if (found.isEmpty()) {
            flaw("category", typed.category(), "UNKNOWN",
                    "Use one of " + String.join(", ", Arrays.stream(AppealCategory.values())
                            .map(AppealCategory::chinese).toList()) + ".");
        }
        return found.orElse(AppealCategory.OTHER);
    }

    private @Nullable AppealReason reason() {
        if (given(typed.reason()).isEmpty()) {
            return null;
        }
        var found = AppealReason.read(given(typed.reason()));
        var category = AppealCategory.read(given(typed.category()));
        if (found.isEmpty() || (category.isPresent() && found.get().category() != category.get())) {
            flaw("reason", typed.reason(), "UNKNOWN", "Use a reason of the category" + category
                    .map(each -> ": " + String.join(", ", each.reasons().stream().map(AppealReason::chinese).toList()))
                    .orElse("") + ".");
        }
        return found.orElse(null);
    }

    private String waybill() {
        var waybill = Waybills.compact(given(typed.waybill())).toUpperCase(Locale.ROOT);
        if (!waybill.matches("[A-Z0-9]{8,32}")) {
            flaw("waybill", typed.waybill(), waybill.isEmpty() ? "MISSING" : "FORM", "8 to 32 letters and digits.");
        }
        return waybill;
    }

    private Role role() {
        var text = given(typed.complainantRole());
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "SENDER", "寄件人" -> Role.SENDER;
            case "RECIPIENT", "收件人" -> Role.RECIPIENT;
            case "OTHER", "其他", "" -> Role.OTHER;
            default -> {
                flaw("complainantRole", text, "UNKNOWN", "Use 寄件人, 收件人 or 其他.");
                yield Role.OTHER;
            }
        };
    }

    private @Nullable String phone() {
        var phone = optional("complainantPhone", typed.complainantPhone(), 30);
        if (phone != null && !PersonalData.phoneDigits(phone).matches("\\d{5,15}")) {
            flaw("complainantPhone", null, "FORM", "Write 5 to 15 digits.");
        }
        return phone;
    }

    private LocalDate forwardedOn() {
        var date = typed.forwardedOn();
        if (date == null) {
            flaw("forwardedOn", null, "MISSING", "Write the day on which the authority passed it on.");
            return today;
        }
        if (date.isAfter(today) || date.isBefore(today.minusYears(3))) {
            flaw("forwardedOn", date, "OUT_OF_RANGE", "A day of the last three years, at the latest today.");
        }
        return date;
    }

    private LocalDate appealedOn(LocalDate forwardedOn) {
        var date = typed.appealedOn() == null ? forwardedOn : typed.appealedOn();
        if (date.isAfter(forwardedOn)) {
            flaw("appealedOn", date, "OUT_OF_RANGE", "The customer appealed before the authority passed it on.");
        }
        return date;
    }

    private String jurisdiction(String office) {
        var code = given(typed.jurisdiction());
        if (!code.isEmpty()) {
            if (!code.equals(Jurisdiction.NATION.code())
                    && Divisions.china().provinces().stream().noneMatch(each -> each.code().equals(code))) {
                flaw("jurisdiction", code, "UNKNOWN", "Use a province's code such as 330000, or 000000.");
                return Jurisdiction.NATION.code();
            }
            return code;
        }
        return provinceOf(office).map(Division::code).orElse(Jurisdiction.NATION.code());
    }

    /** The province that an office such as 浙江省邮政管理局 is named after. */
    private static Optional<Division> provinceOf(String office) {
        return Divisions.china().provinces().stream()
                .filter(province -> office.startsWith(province.name().substring(0, 2)))
                .findFirst();
    }

    private String text(String field, @Nullable String value, int most) {
        var text = given(value);
        if (text.isEmpty()) {
            flaw(field, null, "MISSING", "Write 1 to %d characters.".formatted(most));
        } else if (text.length() > most) {
            flaw(field, null, "TOO_LONG", "Write 1 to %d characters.".formatted(most));
        }
        return text;
    }

    private @Nullable String optional(String field, @Nullable String value, int most) {
        var text = blankToNull(value);
        if (text != null && text.length() > most) {
            flaw(field, null, "TOO_LONG", "Write at most %d characters.".formatted(most));
        }
        return text;
    }

    private void flaw(String field, @Nullable Object value, String code, String message) {
        flaws.add(new Field(field, value, code, message));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
