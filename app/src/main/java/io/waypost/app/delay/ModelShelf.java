package io.waypost.app.delay;

import io.waypost.core.delay.DelayModel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The model in force, from memory. Thread-safe; asked within a transaction, and renewed when another version has come into force. */
@Component
class ModelShelf {

    private final VersionStore versions;
    private volatile DelayModel current = none();

    ModelShelf(VersionStore versions) {
        this.versions = versions;
    }

    /** The model in force; one of number 0 that knows nothing while none is. */
    DelayModel current() {
        int number = versions.inForce();
        var model = current;
        if (model.version() != number) {
            model = versions.model(number).orElseGet(ModelShelf::none);
            current = model;
        }
        return model;
    }

    /** The model in force if there is one. */
    Optional<DelayModel> inForce() {
        return Optional.of(current()).filter(model -> model.version() > 0);
    }

    private static DelayModel none() {
        return new DelayModel(0, Instant.EPOCH, Map.of());
    }
}
