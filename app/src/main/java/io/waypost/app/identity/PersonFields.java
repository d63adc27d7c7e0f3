package io.waypost.app.identity;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person's fields must look like. */
final class PersonFields {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");
    private static final int LONGEST_NAME = 50;

    private PersonFields() {}

    /** User names are kept in lower case. */
    static String username(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Everything that is wrong with name and phone; values of personal data are left out. */
    static List<Refusal.Field> flaws(@Nullable String name, @Nullable String phone) {
        var flaws = new ArrayList<Refusal.Field>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            flaws.add(new Refusal.Field("name", name, "LENGTH", "Use 1 to %d characters.".formatted(LONGEST_NAME)));
        }
        if (phone != null && !phone.isBlank()) {
            int digits = PersonalData.phoneDigits(phone).length();
            if (digits < 5 || digits > 15) {
                flaws.add(new Refusal.Field("phone", null, "UNREADABLE", "Use 5 to 15 digits."));
            }
        }
        return flaws;
    }

    static List<Refusal.Field> usernameFlaws(String username) {
        return USERNAME.matcher(username).matches()
                ? List.of()
                : List.of(new Refusal.Field("username", username, "FORM",
                        "Use 2 to 32 letters, digits, dots, hyphens or underscores."));
    }

    /** Digits only; null for nothing. */
    static @Nullable String phone(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : PersonalData.phoneDigits(typed);
    }
}
