package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint of OAuth2 (RFC 6749 §4.4), which says no in that standard's words. */
@RestController
class TokenController {

    private static final int A_MINUTE = 60;

    private final Tokens tokens;
    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(2))
            .maximumSize(100_000)
            .build();

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token, as RFC 6749 §5.1 has it. */
    record AccessToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {}

    /** A refusal, as RFC 6749 §5.2 has it. */
    record TokenError(String error,
            @JsonProperty("error_description") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description) {}

    private record Client(String id, String secret) {}

    @PostMapping(path = "/open/v1/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccessToken.class)))
    @ApiResponse(responseCode = "400", description = "No, and why (RFC 6749).", content = @Content(schema = @Schema(implementation = TokenError.class)))
    @ApiResponse(responseCode = "401", description = "No such client (RFC 6749).", content = @Content(schema = @Schema(implementation = TokenError.class)))
    ResponseEntity<Object> token(
            @RequestParam(name = "grant_type", required = false) @Nullable String grantType,
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "client_secret", required = false) @Nullable String clientSecret,
            @RequestParam(required = false) @Nullable String scope,
            HttpServletRequest request) {
        count(request.getRemoteAddr());
        if (!"client_credentials".equals(grantType)) {
            return no(HttpStatus.BAD_REQUEST, "unsupported_grant_type", "Use grant_type=client_credentials.");
        }
        var client = client(request.getHeader(HttpHeaders.AUTHORIZATION), clientId, clientSecret);
        if (client.isEmpty()) {
            return no(HttpStatus.UNAUTHORIZED, "invalid_client", "Send client_id and client_secret.");
        }
        return switch (tokens.grant(client.get().id(), client.get().secret(), scope)) {
            case Tokens.Grant.Granted(var token, var scopes) -> ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new AccessToken(token, "Bearer", Tokens.LIFE.toSeconds(),
                            String.join(" ", scopes.stream().sorted().toList())));
            case Tokens.Grant.WrongClient() ->
                no(HttpStatus.UNAUTHORIZED, "invalid_client", "There is no such client, or this is not its secret.");
            case Tokens.Grant.WrongScope(var wrong) ->
                no(HttpStatus.BAD_REQUEST, "invalid_scope", "The key may not do %s.".formatted(wrong));
        };
    }

    private static ResponseEntity<Object> no(HttpStatus status, String error, String description) {
        var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"open/v1\"");
        }
        return answer.body(new TokenError(error, description));
    }

    /** Whoever guesses is slowed down; a client needs one token an hour. Each node counts by itself. */
    private void count(String address) {
        var bucket = addresses.get(address, _ -> Bucket.builder().addLimit(
                limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1))).build());
        if (!bucket.tryConsume(1)) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED", "Keep a token until it expires.")
                    .with("retryAfterSeconds", 10);
        }
    }

    private static Optional<Client> client(@Nullable String header, @Nullable String id, @Nullable String secret) {
        if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return basic(header.substring(6).strip());
        }
        return id == null || secret == null ? Optional.empty() : Optional.of(new Client(id, secret));
    }

    private static Optional<Client> basic(String encoded) {
        try {
            var parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new Client(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
