package io.waypost.app.stream;

import io.waypost.app.device.DeviceLags;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.watch.Freshness;
import io.waypost.watch.sum.ScanSums;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the boards what was counted over the stream. Inside the caller's transaction. */
@Component
class StreamBoards {

    private final Freshness freshness;
    private final DeviceLags devices;

    StreamBoards(Freshness freshness, DeviceLags devices) {
        this.freshness = freshness;
        this.devices = devices;
    }

    void add(ScanSums sums, StreamWords words) {
        var lags = sums.siteLags().stream().map(lag -> new Journeys.Lag(instant(lag.minute()), words.code(lag.site()),
                lag.lagSeconds(), lag.histogram(), instant(lag.lastArrival()))).toList();
        if (!lags.isEmpty()) {
            freshness.add(lags);
        }
        var ofDevices = sums.deviceLags().stream().map(lag -> new Journeys.DeviceLag(instant(lag.hour()),
                words.device(lag.device()), words.code(lag.site()), lag.lagSeconds(), lag.histogram(),
                instant(lag.lastArrival()))).toList();
        if (!ofDevices.isEmpty()) {
            devices.add(ofDevices);
        }
    }

    private static Instant instant(int second) {
        return Instant.ofEpochSecond(second);
    }
}
