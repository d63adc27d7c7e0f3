package io.waypost.app.device;

import io.waypost.app.parcel.Journeys.DeviceLag;
import java.util.List;

/** How late each scanner brings its scans in. */
public interface DeviceLags {

    /** Adds scans that are not in the timelines, such as those of the network's stream. Inside the caller's transaction. */
    void add(List<DeviceLag> lags);
}
