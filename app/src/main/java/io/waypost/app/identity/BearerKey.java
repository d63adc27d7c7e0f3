package io.waypost.app.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A partner's key as it comes in: {@code Authorization: Bearer wpk_<id>_<secret>}. */
record BearerKey(UUID id, String secret) {

    private static final String BEARER = "bearer ";
    private static final Pattern FORM = Pattern
            .compile("wpk_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_([A-Za-z0-9_-]{43})");

    /** Whether the request brings a key, be it good or not. */
    static boolean isIn(HttpServletRequest request) {
        return isBearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    static Optional<BearerKey> of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !isBearer(header)) {
            return Optional.empty();
        }
        var form = FORM.matcher(header.substring(BEARER.length()).strip());
        return form.matches()
                ? Optional.of(new BearerKey(UUID.fromString(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    private static boolean isBearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** The whole key, as it is shown once. */
    String text() {
        return "wpk_%s_%s".formatted(id, secret);
    }

    @Override
    public String toString() {
        return "BearerKey[%s]".formatted(id);
    }
}
