package io.waypost.app.money;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The gateways there are, by name, and the one where new payouts go. */
final class PayoutGateways {

    private final Map<String, PayoutGateway> all;
    private final String usual;

    /** @throws IllegalStateException if the usual one is not among them */
    PayoutGateways(List<PayoutGateway> all, String usual) {
        this.all = all.stream().collect(Collectors.toMap(PayoutGateway::name, Function.identity()));
        this.usual = usual;
        if (!this.all.containsKey(usual)) {
            throw new IllegalStateException(
                    "The gateway %s (waypost.money.gateway) is not set up.%nMaybe waypost.money.http.%s is missing."
                            .formatted(usual, usual));
        }
    }

    /** Where new payouts go. */
    String usual() {
        return usual;
    }

    /** The gateway of that name; empty where it is not set up any more. */
    Optional<PayoutGateway> of(String name) {
        return Optional.ofNullable(all.get(name));
    }

    Collection<PayoutGateway> all() {
        return all.values();
    }
}
