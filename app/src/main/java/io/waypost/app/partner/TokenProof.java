package io.waypost.app.partner;

import io.waypost.app.identity.PartnerProof;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Knows partners by the access token in {@code Authorization: Bearer wpt_…} (RFC 6750). */
@Component
@Order(1)
class TokenProof implements PartnerProof {

    private static final String BEARER = "bearer ";

    private final Tokens tokens;

    TokenProof(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Proof look(HttpServletRequest request, long longest) {
        var token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (!Tokens.isToken(token) || token == null) {
            return new Proof.None();
        }
        return tokens.check(token).<Proof>map(key -> new Proof.Good(key, request))
                .orElseGet(() -> new Proof.Bad(HttpStatus.UNAUTHORIZED, "BAD_TOKEN",
                        "There is no such token, or it has expired. Ask for another at /open/v1/oauth/token.",
                        "Bearer error=\"invalid_token\""));
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
