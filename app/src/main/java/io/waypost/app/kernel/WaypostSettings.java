package io.waypost.app.kernel;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation is set up ({@code waypost.*}).
 *
 * @param data where everything that must survive is kept: database, keys, photos, imports, outbox
 * @param mode {@code LIVE} for real use, {@code DEMO} for a network that lives at an accelerated clock
 */
@ConfigurationProperties("waypost")
public record WaypostSettings(@DefaultValue("data") Path data, @DefaultValue("LIVE") Mode mode) {

    /** Real use, or the demonstration. */
    public enum Mode {
        LIVE,
        DEMO
    }

    /** Whether this is the demonstration. */
    public boolean demo() {
        return mode == Mode.DEMO;
    }
}
