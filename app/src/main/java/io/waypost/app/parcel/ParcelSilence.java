package io.waypost.app.parcel;

import io.waypost.core.watch.Silence.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parcel pages want to know about silence; the feature that watches answers. */
public interface ParcelSilence {

    /** How the parcel stands. */
    Standing standing(String waybill, Instant now);

    /** What is usual after each of the given scans of one parcel, in their order. */
    List<Norm> norms(List<TimelineScan> scans, @Nullable String destinationDivision);

    /** How silent those of the parcels are that are watched. */
    Map<String, Level> levels(Collection<String> waybills, Instant now);

    /** Silence, reasons to rest, and warnings, the newest first. */
    record Standing(@Nullable SilenceView silence, List<PauseView> pauses, List<FindingView> findings) {

        public static final Standing UNKNOWN = new Standing(null, List.of(), List.of());
    }

    /** The limit after a scan, and between which hours most parcels are scanned again, where the network has learnt it. */
    record Norm(@Nullable Double limitHours, @Nullable Double usualLowHours, @Nullable Double usualHighHours) {

        public static final Norm UNKNOWN = new Norm(null, null, null);
    }
}
