package io.waypost.app.contract;

import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.ContactChannel;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings addresses and numbers into the one form in which channels know them, so that they are found again. */
final class ContractAddresses {

    private static final Pattern PHONE = Pattern.compile("[0-9]{5,20}");
    /** As people write one; words would leave its digits alone. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[0-9０-９ ()+-]+");
    /** Of a chat site, or an account of a channel. */
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>]{1,64}@[a-z0-9.-]{1,190}");
    private static final int LONGEST = 200;

    private ContractAddresses() {}

    /**
     * The value in its one form.
     *
     * @param field what to name where it is none; the value itself is not repeated
     * @throws Refusal where it is none of that kind
     */
    static String value(IdentityKind kind, String written, String field) {
        var value = formed(kind, written);
        boolean good = switch (kind) {
            case PHONE -> PHONE.matcher(value).matches();
            case EMAIL -> MAIL.matcher(value).matches();
            case WECHAT, APP, PARTNER -> !value.isEmpty() && value.length() <= LONGEST;
            case VISITOR -> false;
        };
        if (!good) {
            throw Refusal.invalid(field, null, "FORMAT", switch (kind) {
                case PHONE -> "Give a phone number of 5 to 20 digits.";
                case EMAIL -> "Give a mail address such as name@example.com.";
                case WECHAT, APP, PARTNER -> "Give 1 to %d characters.".formatted(LONGEST);
                case VISITOR -> "A browser is not somebody: use a phone, a mail address or an account.";
            });
        }
        return value;
    }

    /** The same without a look whether it is one. */
    static String formed(IdentityKind kind, String written) {
        return switch (kind) {
            case PHONE -> PersonalData.phoneDigits(written);
            case EMAIL -> written.strip().toLowerCase(Locale.ROOT);
            case WECHAT, APP, PARTNER, VISITOR -> written.strip();
        };
    }

    static String label(IdentityKind kind, String value) {
        return switch (kind) {
            case PHONE -> Objects.requireNonNull(Masked.phone(value));
            case EMAIL -> Masked.mail(value);
            case WECHAT, APP, PARTNER, VISITOR ->
                "…" + value.substring(value.length() - Math.min(4, value.length() / 2));
        };
    }

    /** A number or account of ours as conversations name it. */
    static String account(ContactChannel channel, String written) {
        return channel == ContactChannel.PHONE ? PersonalData.phoneDigits(written) : written.strip();
    }

    /** What would be right instead of a number or account that no channel could have; null where it is well formed. */
    static @Nullable String accountWanted(ContactChannel channel, String written) {
        return switch (channel) {
            case PHONE -> WRITTEN_NUMBER.matcher(written).matches()
                    && PHONE.matcher(account(channel, written)).matches()
                            ? null
                            : "Give the number that is called, of 5 to 20 digits.";
            case CHAT -> key(written, "Give the key of a chat site, such as shop-a.");
            case WECHAT, EMAIL, SMS, FEEDBACK -> key(written,
                    "Give the key of an account of that channel, such as vip-desk; not its address or number.");
            case PARTNER -> null;
        };
    }

    private static @Nullable String key(String written, String wanted) {
        return KEY.matcher(written.strip()).matches() ? null : wanted;
    }

    /** The account of ours in a way's own words: what comes before the last dot says only which feature keeps it. */
    static @Nullable String accountOf(String account) {
        return account.isEmpty() ? null : account.substring(account.lastIndexOf('.') + 1);
    }
}
