package io.waypost.app.stream;

import io.waypost.app.device.DeviceLags;
import io.waypost.app.outlet.SiteWork;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.watch.Freshness;
import io.waypost.core.outlet.OutletSums;
import io.waypost.watch.sum.ScanSums;
import java.time.Instant;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells the boards what was counted over the stream. Inside the caller's transaction. */
@Component
class StreamBoards {

    private final Freshness freshness;
    private final DeviceLags devices;
    private final SiteWork work;

    StreamBoards(Freshness freshness, DeviceLags devices, SiteWork work) {
        this.freshness = freshness;
        this.devices = devices;
        this.work = work;
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
        var ofSites = work(sums, words);
        if (!ofSites.isNone()) {
            work.add(ofSites);
        }
    }

    private static OutletSums work(ScanSums sums, StreamWords words) {
        var flows = new HashMap<OutletSums.Flow, Long>();
        for (var site : sums.work()) {
            var code = words.code(site.site());
            site.counts().forEach((flow, count) -> flows
                    .put(new OutletSums.Flow(code, instant(site.hour()), flow), count));
        }
        var held = new HashMap<OutletSums.Held, Long>();
        sums.held().forEach(site -> held.put(new OutletSums.Held(words.code(site.site()), instant(site.hour())),
                site.parcels()));
        return new OutletSums(flows, held);
    }

    private static Instant instant(int second) {
        return Instant.ofEpochSecond(second);
    }
}
