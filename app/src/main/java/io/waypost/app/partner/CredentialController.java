package io.waypost.app.partner;

import io.waypost.app.partner.Credential.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The secrets of a partner's key, for whoever looks after the keys. */
@RestController
@RequestMapping("/api/v1/keys/{id}/credentials")
class CredentialController {

    private final Credentials credentials;

    CredentialController(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * A secret without the secret.
     *
     * @param clientId what the partner sends as {@code client_id}, or as {@code keyid} of a signature
     */
    record CredentialView(UUID id, Kind kind, String clientId, String name, Instant createdAt, String createdBy,
            @Nullable Instant lastUsedAt) {

        static CredentialView of(Credential credential) {
            return new CredentialView(credential.id(), credential.kind(), credential.kind().text(credential.id()),
                    credential.name(), credential.createdAt(), credential.createdBy(), credential.lastUsedAt());
        }
    }

    record NewCredential(@NotNull Kind kind, @NotNull String name) {}

    /** Shown once. */
    record IssuedCredential(CredentialView credential, String secret) {}

    @GetMapping
    List<CredentialView> list(@PathVariable UUID id) {
        return credentials.list(id).stream().map(CredentialView::of).toList();
    }

    @PostMapping
    IssuedCredential issue(@PathVariable UUID id, @RequestBody @Valid NewCredential body) {
        var issued = credentials.issue(id, body.kind(), body.name());
        return new IssuedCredential(CredentialView.of(issued.credential()), issued.secret());
    }

    @DeleteMapping("/{credentialId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID credentialId) {
        credentials.revoke(id, credentialId);
    }
}
