package io.waypost.app.tariff;

import io.waypost.core.tariff.Tariff;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a place is served.
 *
 * @param name of the place
 * @param reach how far the service goes; null where it is not known, for no outlet is near
 * @param reason why it goes no farther
 * @param here whether the outlets lie at the place itself and not elsewhere in its city
 * @param count how many outlets there are
 * @param outlets some of them
 */
public record ServedPlace(String division, String name, Tariff.@Nullable Reach reach, @Nullable String reason,
        boolean here, int count, List<ServedOutlet> outlets) {

    public ServedPlace {
        outlets = List.copyOf(outlets);
    }

    /** An outlet as customers are told of it. */
    public record ServedOutlet(String code, String name, @Nullable String address, @Nullable String phone,
            @Nullable LocalTime opens, @Nullable LocalTime closes, @Nullable String serviceArea) {}
}
