package io.waypost.app.parcel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody sent, to see whether they took an advice; within the caller's transaction and scope. */
public interface SentParcels {

    /** A parcel as its sender ordered it. */
    record SentParcel(@Nullable String product, @Nullable Long declaredValueFen) {}

    /** The parcels of which the platform first heard between two instants, by the index of the sender's phone. */
    List<SentParcel> sentBy(byte[] phoneIndex, Instant from, Instant until, int most);
}
