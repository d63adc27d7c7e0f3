package io.waypost.app.chat;

import io.waypost.app.kernel.Tries;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How often strangers may begin, upload and score. */
@Component
class VisitorLimits {

    /** New visitors a minute from one address: an office shares one. */
    static final int BEGUN = 60;
    /** Files an hour of one visitor. */
    static final int FILES = 30;

    private final Tries begun;
    private final Tries files;
    private final Tries devices;

    VisitorLimits(@Qualifier("wallClock") Clock wall) {
        this.begun = new Tries(BEGUN, Duration.ofMinutes(1), wall);
        this.files = new Tries(FILES, Duration.ofHours(1), wall);
        this.devices = new Tries(FILES, Duration.ofHours(1), wall);
    }

    void begin(String address) {
        begun.take(Tries.network(address));
    }

    void file(String visitor) {
        files.take(visitor);
    }

    void device(String visitor) {
        devices.take(visitor);
    }
}
