package io.waypost.app.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/**
 * Whether a call is within its rate.
 *
 * @param limit the most calls a minute
 * @param remaining how many are left now
 * @param retryAfter until when nothing is left; until everything is there again where the call was admitted
 */
record Admission(boolean admitted, long limit, long remaining, Duration retryAfter) {

    /** Tells the caller, in the words of the IETF draft "RateLimit header fields": the newest, and those of its early versions. */
    void headers(HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", "\"default\";q=%d;w=60".formatted(limit));
        response.setHeader("RateLimit", "\"default\";r=%d;t=%d".formatted(remaining, seconds()));
        response.setHeader("RateLimit-Limit", Long.toString(limit));
        response.setHeader("RateLimit-Remaining", Long.toString(remaining));
        response.setHeader("RateLimit-Reset", Long.toString(seconds()));
        if (!admitted) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds()));
        }
    }

    /** The wait in whole seconds, rounded up. */
    long seconds() {
        return retryAfter.plusMillis(999).toSeconds();
    }
}
