package io.waypost.app.identity;

import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/keys")
class KeyController {

    private final PartnerKeys keys;
    private final KeyStore store;
    private final Network network;

    KeyController(PartnerKeys keys, KeyStore store, Network network) {
        this.keys = keys;
        this.store = store;
        this.network = network;
    }

    record View(UUID id, String name, List<String> permissions, UnitRef unit, int ratePerMinute, Instant createdAt,
            String createdBy, @Nullable Instant lastUsedAt) {}

    record NewKey(@NotNull String name, @NotNull Set<@NotNull String> permissions, @NotNull String unitCode,
            int ratePerMinute) {}

    /** Shown once: the secret is kept only as a hash. */
    record IssuedKey(View key, String secret, String kuaidi100Salt) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<View> list() {
        var rows = store.list();
        return new Page<>(rows.stream().map(this::view).toList(), null, (long) rows.size());
    }

    @PostMapping
    @Transactional
    IssuedKey issue(@RequestBody @Valid NewKey body) {
        var permissions = body.permissions().stream().map(KeyController::permission).collect(Collectors.toSet());
        var issued = keys.issue(body.name().strip(), permissions, body.unitCode(), body.ratePerMinute());
        var row = store.list().stream().filter(key -> key.id().equals(issued.id())).findFirst()
                .orElseThrow(() -> Refusal.notFound("key", issued.id()));
        return new IssuedKey(view(row), issued.secret(), issued.kuaidi100Salt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        if (!keys.revoke(id)) {
            throw Refusal.notFound("key", id);
        }
    }

    private static Permission permission(String code) {
        return Permission.of(code)
                .orElseThrow(() -> Refusal.invalid("permissions", code, "UNKNOWN", "There is no such permission."));
    }

    private View view(KeyStore.Row row) {
        return new View(row.id(), row.name(), row.permissions(), network.ref(row.unitCode()), row.ratePerMinute(),
                row.createdAt(), row.createdBy(), row.lastUsedAt());
    }
}
