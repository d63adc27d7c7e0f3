package io.waypost.app.outbox;

import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.core.outbox.Channel;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How recipients of the several channels are compared and shown. */
final class Recipients {

    private Recipients() {}

    /** Enough to recognise, not enough to use. */
    static String shown(Channel channel, String to) {
        return switch (channel) {
            case SMS -> Objects.requireNonNull(Masked.phone(to));
            case EMAIL -> mail(to);
            case PUSH -> to.length() <= 8 ? "****" : to.substring(0, 4) + "****";
            // An endpoint's id tells nothing of a person.
            case WEBHOOK -> to;
        };
    }

    /** The same for the same recipient, however typed. */
    static String plain(Channel channel, String to) {
        return switch (channel) {
            case SMS -> PersonalData.phoneDigits(to);
            case EMAIL -> to.strip().toLowerCase(Locale.ROOT);
            case PUSH, WEBHOOK -> to;
        };
    }

    /** By which a sealed recipient is found; null for a partner's endpoint, which is not sealed for anybody's sake. */
    static byte @Nullable [] index(PersonalData personalData, Channel channel, String to) {
        return switch (channel) {
            case SMS -> personalData.phoneIndex(to);
            case EMAIL, PUSH -> personalData.textIndex(channel.name(), plain(channel, to));
            case WEBHOOK -> null;
        };
    }

    private static String mail(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "****" : address.charAt(0) + "****" + address.substring(at);
    }
}
