package io.waypost.app.parcel;

import io.waypost.core.watch.Silence.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How silent a parcel is, as the API shows it. */
public record SilenceView(
        Level level, @Nullable Instant since, @Nullable Instant watchAt, @Nullable Instant limitAt,
        @Nullable LimitView limit) {}
