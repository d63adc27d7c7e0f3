package io.waypost.core.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a partner may be told by webhook (回调地址). Only the spelling is judged here; where the name leads is looked at when something
 * is sent, every time.
 */
public final class WebhookRules {

    /** How long the secret before the newest still signs too, so that a partner can change over. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int LONGEST = 1_000;

    private WebhookRules() {}

    /** Why an address is refused; the names are part of the API. */
    public enum Flaw {
        UNREADABLE,
        NOT_HTTPS,
        CREDENTIALS_IN_URL,
        FRAGMENT,
        LOCAL_NAME
    }

    /**
     * What is wrong with the address; empty where nothing is.
     *
     * @param trusted whether the installation lets it be plain HTTP and a machine of its own, as tests and demonstrations do
     */
    public static Optional<Flaw> flaw(String address, boolean trusted) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException unreadable) {
            return Optional.of(Flaw.UNREADABLE);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || address.length() > LONGEST) {
            return Optional.of(Flaw.UNREADABLE);
        }
        if (!scheme.equals("https") && !(trusted && scheme.equals("http"))) {
            return Optional.of(Flaw.NOT_HTTPS);
        }
        if (uri.getUserInfo() != null) {
            return Optional.of(Flaw.CREDENTIALS_IN_URL);
        }
        if (uri.getRawFragment() != null) {
            return Optional.of(Flaw.FRAGMENT);
        }
        return !trusted && local(uri.getHost().toLowerCase(Locale.ROOT))
                ? Optional.of(Flaw.LOCAL_NAME)
                : Optional.empty();
    }

    /** Names without a dot, and numbers instead of names, lead to machines inside of a network more often than to a partner. */
    private static boolean local(String host) {
        return !host.contains(".") || host.startsWith("[") || host.endsWith(".local") || host.endsWith(".internal")
                || host.endsWith(".localhost") || host.matches("[0-9.]+");
    }
}
