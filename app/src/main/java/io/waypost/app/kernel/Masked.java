package io.waypost.app.kernel;

import org.jspecify.annotations.Nullable;

/** Personal data as it is shown by default: enough to recognise, not enough to use. */
public final class Masked {

    private Masked() {}

    /** {@code 13812345678} becomes {@code 138****5678}; shorter numbers keep their last two digits. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        var digits = PersonalData.phoneDigits(phone);
        if (digits.length() >= 11) {
            return digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
        }
        return digits.length() <= 2 ? "**" : "****" + digits.substring(digits.length() - 2);
    }

    /** {@code zhang@example.com} becomes {@code z***@example.com}. */
    public static String mail(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "***" : address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
    }

    /** {@code 张小明} becomes {@code 张**}. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return name;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    /** Keeps the first six characters (province and city as a rule) of an address. */
    public static @Nullable String address(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int shown = Math.min(6, address.codePointCount(0, address.length()) / 2);
        return address.substring(0, address.offsetByCodePoints(0, shown)) + "****";
    }
}
