package io.waypost.app.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.kernel.Ids;
import io.waypost.app.network.UnitsMoved;
import io.waypost.core.watch.MassCause;
import io.waypost.core.watch.MassRules;
import io.waypost.core.watch.SilenceFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out where many parcels fell silent together, and lets further ones join.
 *
 * <p>Each finding costs one look-up. How many there are at a place is counted in memory and checked in the database only where it
 * may be enough; another node's findings are seen within a minute.
 */
@Component
class MassDesk implements MassEvents {

    /** When a new event is looked at first. */
    static final Duration LOOK = Duration.ofMinutes(5);

    private static final MassRules RULES = MassRules.defaults();

    private final MassEventStore store;
    private final Lanes lanes;
    private final Cache<Place, AtomicLong> fresh = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1)).maximumSize(100_000).build();
    /** Parcels under way by path of the place; empty until they were counted first. */
    private volatile Map<String, Long> underWay = Map.of();

    MassDesk(MassEventStore store, Lanes lanes) {
        this.store = store;
        this.lanes = lanes;
    }

    private record Place(String site, MassCause cause) {}

    /** The event that a new finding belongs to; joins the caller's transaction. */
    Optional<MassEvent> gather(SilenceFinding finding) {
        var place = new Place(finding.responsible().site(), MassCause.of(finding.responsible().rule()));
        var known = store.standing(place.site(), place.cause());
        var event = known.isPresent() ? known : begin(place, finding.raisedAt());
        event.ifPresent(one -> store.join(finding.id(), one.id()));
        return event;
    }

    /** How many parcels are under way at each place, counted anew. */
    void underWay(Map<String, Long> byPath) {
        underWay = Map.copyOf(byPath);
    }

    private Optional<MassEvent> begin(Place place, Instant at) {
        var since = at.minus(RULES.window());
        var path = lanes.path(place.site());
        long atPlace = atPlace(path);
        var count = fresh.get(place, _ -> new AtomicLong(store.fresh(place.site(), place.cause(), since) - 1));
        if (!RULES.begins(count.incrementAndGet(), atPlace)) {
            return Optional.empty();
        }
        count.set(store.fresh(place.site(), place.cause(), since));
        if (!RULES.begins(count.get(), atPlace)) {
            return Optional.empty();
        }
        var event = new MassEvent(Ids.next(at), place.site(), place.cause(), at, null, count.get(), count.get(), null);
        if (!store.begin(event, path, at.plus(LOOK))) {
            return store.standing(place.site(), place.cause());
        }
        store.gather(event, since);
        fresh.invalidate(place);
        return Optional.of(event);
    }

    /** Before they were counted, every place is held to be large: too many tickets are better than one too few. */
    private long atPlace(String path) {
        var counted = underWay;
        return counted.isEmpty() ? Long.MAX_VALUE / 2 : counted.getOrDefault(path, 0L);
    }

    @Override
    @Transactional
    public void ticketOpened(UUID eventId, UUID ticketId) {
        store.ticket(eventId, ticketId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> earlierTickets(UUID eventId) {
        return store.tickets(eventId);
    }

    @Override
    @Transactional
    public void acted(UUID ticketId, Instant at) {
        store.acted(ticketId, at, false);
    }

    @Override
    @Transactional
    public void troubleConfirmed(UUID ticketId, Instant at) {
        store.acted(ticketId, at, true);
    }

    @EventListener
    void on(UnitsMoved moved) {
        store.moveUnits(moved.oldPrefix(), moved.newPrefix());
    }
}
