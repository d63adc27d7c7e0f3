package io.waypost.app.tariff;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.core.tariff.Tariff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which tariff counts when. Thread-safe; the one that was asked for last stays in memory, since versions in force do not change.
 *
 * <p>What the software brings along is an example: its figures are nobody's, so it is a draft, and no price is told before headquarters have
 * put one of their own into force. In the demonstration it counts from the beginning.
 */
@Component
class Tariffs {

    private final TariffStore store;
    private volatile @Nullable Held held;

    Tariffs(TariffStore store, JsonMapper json, WaypostSettings settings) {
        this.store = store;
        store.sow(packaged(json), settings.demo());
    }

    /** A version and what it says. */
    record Held(int version, Tariff body) {}

    /** The one that counts at that instant; empty while headquarters have put none into force. */
    Optional<Held> at(Instant instant) {
        return store.inForce(instant).map(version -> {
            var now = held;
            if (now == null || now.version() != version) {
                now = new Held(version, store.find(version).orElseThrow().body());
                held = now;
            }
            return now;
        });
    }

    private static Tariff packaged(JsonMapper json) {
        try (var in = Objects.requireNonNull(Tariffs.class.getResourceAsStream("/tariff/packaged.json"))) {
            return json.readValue(in, Tariff.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the packaged tariff.", e);
        }
    }
}
