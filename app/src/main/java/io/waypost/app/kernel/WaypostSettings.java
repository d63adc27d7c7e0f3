package io.waypost.app.kernel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation is set up ({@code waypost.*}).
 *
 * @param data where everything that must survive is kept: database, keys, photos, imports, outbox
 * @param mode {@code LIVE} for real use, {@code DEMO} for a network that lives at an accelerated clock
 * @param hotline the telephone number that customers are told to call; null where there is none
 */
@ConfigurationProperties("waypost")
public record WaypostSettings(@DefaultValue("data") Path data, @DefaultValue("LIVE") Mode mode,
        @Nullable String hotline) {

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
