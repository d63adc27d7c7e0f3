package io.waypost.simulator.parcel;

import io.waypost.client.Parcel;
import io.waypost.simulator.network.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What is fixed about a parcel when it is ordered.
 *
 * @param index its number in this simulation, the key of its luck
 * @param product such as 标准快递 or 承诺达
 * @param route all stops from the outlet that takes it in to the one that delivers it
 * @param createdAt epoch second of the order
  * @param promisedAt epoch second
  * @param carelessStop index of a badly run outlet on the route; -1 for none
 * @param wish how it is to be delivered
 */
public record Shipment(long index, String waybill, String product, List<Place> route, long createdAt, long promisedAt,
        BigDecimal weightKg, long declaredValueFen, Parcel.Party sender, Parcel.Party recipient,
        int carelessStop, Wish wish) {

    public Shipment {
        route = List.copyOf(route);
    }

    Place origin() {
        return route.getFirst();
    }

    Place destination() {
        return route.getLast();
    }

    /** As the platform registers it. */
    public Parcel registration() {
        return new Parcel(waybill, product, Instant.ofEpochSecond(promisedAt), origin().code(), destination().code(),
                weightKg,
                declaredValueFen == 0 ? null : declaredValueFen, sender, recipient, wish.mode(), wish.consent());
    }
}
