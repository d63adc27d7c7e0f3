package io.waypost.app.parcel;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.ConsentStore.Given;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.waybill.Registration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers waybills; said twice, what is said later completes what was said before. */
@Service
class Registrar implements Registry {

    private final RegistrationStore store;
    private final ConsentStore consents;
    private final Sites sites;
    private final TransactionTemplate transaction;

    Registrar(RegistrationStore store, ConsentStore consents, Sites sites, PlatformTransactionManager transactions) {
        this.store = store;
        this.consents = consents;
        this.sites = sites;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int register(List<Registration> registrations, Instant arrival) {
        if (registrations.isEmpty()) {
            return 0;
        }
        var byWaybill = new LinkedHashMap<String, Registration>();
        registrations.forEach(registration -> byWaybill.put(registration.waybill(), registration));
        var placed = byWaybill.values().stream().map(this::place).toList();
        return Acting.as(new Actor.Internal("intake"), () -> transaction.execute(_ -> {
            int fresh = store.upsert(placed, arrival);
            agree(registrations);
            return fresh;
        }));
    }

    @Override
    public Set<String> others(Collection<String> waybills, Scope scope) {
        if (waybills.isEmpty() || scope.isEverything()) {
            return Set.of();
        }
        var ends = Acting.as(new Actor.Internal("intake"), () -> transaction.execute(_ -> store.ends(waybills)));
        return ends.stream().filter(known -> sites.paths(known.sites()).stream().noneMatch(scope::reaches))
                .map(RegistrationStore.Ends::waybill).collect(Collectors.toSet());
    }

    /** Consents all count, also where two lines are about one parcel. */
    private void agree(List<Registration> registrations) {
        var given = new LinkedHashMap<Key, Given>();
        for (var registration : registrations) {
            var consent = registration.consent();
            if (consent != null) {
                given.put(new Key(registration.waybill(), consent.mode(), consent.at()),
                        new Given(registration.waybill(), consent));
            }
        }
        if (!given.isEmpty()) {
            consents.add(given.values());
        }
    }

    private record Key(String waybill, DeliveryMode mode, Instant at) {}

    private RegistrationStore.Placed place(Registration registration) {
        var named = registration.recipient().divisionCode();
        var division = named == null ? sites.division(registration.destinationSite()) : named;
        var ends = Stream.of(registration.originSite(), registration.destinationSite())
                .<String>mapMulti((site, out) -> {
                    if (site != null) {
                        out.accept(site);
                    }
                }).toList();
        return new RegistrationStore.Placed(registration, division, List.copyOf(sites.paths(ends)));
    }
}
