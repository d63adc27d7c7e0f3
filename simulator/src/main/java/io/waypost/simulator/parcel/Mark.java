package io.waypost.simulator.parcel;

import io.waypost.simulator.network.Place;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a device writes down about a parcel, apart from which parcel and when. */
public record Mark(ScanType type, Place site, @Nullable Place nextSite, @Nullable String bag,
        @Nullable BigDecimal weightKg,
        @Nullable String remark, boolean byCourier) {

    static Mark of(ScanType type, Place site) {
        return new Mark(type, site, null, null, null, null, false);
    }

    static Mark byCourier(ScanType type, Place outlet) {
        return new Mark(type, outlet, null, null, null, null, true);
    }

    Mark to(Place next) {
        return new Mark(type, site, next, bag, weightKg, remark, byCourier);
    }

    Mark in(@Nullable String bagNumber) {
        return new Mark(type, site, nextSite, bagNumber, weightKg, remark, byCourier);
    }

    Mark weighing(BigDecimal kilograms) {
        return new Mark(type, site, nextSite, bag, kilograms, remark, byCourier);
    }

    Mark saying(String words) {
        return new Mark(type, site, nextSite, bag, weightKg, words, byCourier);
    }
}
