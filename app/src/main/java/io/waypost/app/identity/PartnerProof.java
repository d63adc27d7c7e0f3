package io.waypost.app.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/**
 * A way other than a key by which a partner's program proves who it is at {@code /open/v1}. Asked before anything of the request is
 * used, by a filter: implementations are thread-safe.
 */
public interface PartnerProof {

    /**
     * Looks at the request.
     *
     * @param longest the longest body that its route takes, in bytes, where the body has to be read for it
     */
    Proof look(HttpServletRequest request, long longest) throws IOException;

    /** What was found. */
    sealed interface Proof {

        /** The request brings no proof of that kind. */
        record None() implements Proof {}

        /**
         * It comes from that partner.
         *
         * @param request what to go on with: its body may have been read and kept
         */
        record Good(PartnerKey key, HttpServletRequest request) implements Proof {}

        /**
         * It claims to, and is not believed.
         *
         * @param challenge what the header {@code WWW-Authenticate} says would be
         */
        record Bad(HttpStatus status, String code, String detail, String challenge) implements Proof {}
    }
}
