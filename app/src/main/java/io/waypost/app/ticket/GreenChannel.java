package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.app.ticket.GreenStore.Place;
import io.waypost.app.ticket.GreenStore.Raised;
import io.waypost.app.ticket.GreenStore.Use;
import io.waypost.app.ticket.TicketListStore.Conditions;
import io.waypost.app.ticket.TicketListStore.Order;
import io.waypost.core.network.UnitKind;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.UrgentReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The green channel (加急通道): what is urgent now and by when it is to be answered, and who uses it how. */
@Component
class GreenChannel {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int SHOWN = 100;

    private final GreenStore store;
    private final TicketRows rows;
    private final Network network;
    private final Clock clock;

    GreenChannel(GreenStore store, TicketRows rows, Network network, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.network = network;
        this.clock = clock;
    }

    /** What the board is narrowed to. */
    record Narrowed(@Nullable String unit, @Nullable UrgentReason reason) {}

    /**
     * An open urgent ticket on the board.
     *
     * @param watcher who sees it through; null where whoever is on duty does
     * @param answerBy two hours after it was raised
     * @param answeredAt its first answer since; null while nobody answered
     */
    record GreenTicket(UUID id, String number, TicketRow.KindName kindName, @Nullable String waybill,
            @Nullable UrgentReason reason, @Nullable PersonRef watcher, UnitRef unit, @Nullable PersonRef responsible,
            TicketState.Name state, String raisedBy, Instant raisedAt, Instant answerBy,
            @Nullable Instant answeredAt) {}

    /**
     * The board's numbers.
     *
     * @param open at most 10,001, which means more than 10,000; so is {@code overdue}
     * @param inTime of those raised in the last 7 days, how many were answered within two hours
     * @param measured of those, how many were answered or are late
     */
    record GreenSummary(long open, long overdue, long inTime, long measured) {}

    /** Whoever raised tickets in the last 30 days, by person and by unit. */
    record GreenUse(Instant since, List<UseOf> people, List<UseOf> units) {}

    /** @param person empty where all of the unit is meant */
    record UseOf(UnitRef unit, String person, long raised, long lowered, long unjustified, long wrong) {}

    @Transactional(readOnly = true)
    Page<GreenTicket> page(Narrowed to, @Nullable String cursor, int limit) {
        var found = store.page(narrowed(TicketLists.listed(Acting.current(), Order.DUE), to), after(cursor), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(this::row).toList(),
                found.size() > limit ? cursor(shown.getLast()) : null, null);
    }

    @Transactional(readOnly = true)
    GreenSummary summary(Narrowed to) {
        var now = clock.instant();
        var counts = store.counts(narrowed(TicketLists.counted(Acting.current(), Order.DUE), to), now,
                TicketLists.COUNTED + 1);
        var answered = store.answered(narrowed(TicketLists.there(Acting.current()), to), now.minus(WEEK), now,
                TicketLists.COUNTED);
        return new GreenSummary(counts.open(), counts.overdue(), answered.inTime(), answered.measured());
    }

    /** Only raisings by people of the reader's own units: whoever reads it answers for them. */
    @Transactional(readOnly = true)
    GreenUse use(@Nullable String unit) {
        var since = clock.instant().minus(MONTH);
        var path = unit == null || unit.isBlank() ? Acting.current().scope().path() : path(unit);
        return new GreenUse(since, named(store.use(path, since, true, SHOWN)),
                named(store.use(path, since, false, SHOWN)));
    }

    private List<UseOf> named(List<Use> found) {
        return found.stream().map(one -> new UseOf(network.ref(one.unitCode()), one.name(), one.raised(),
                one.lowered(), one.unjustified(), one.wrong())).toList();
    }

    private Conditions narrowed(Conditions conditions, Narrowed to) {
        if (to.unit() != null && !to.unit().isBlank()) {
            var path = path(to.unit());
            if (!path.equals("/")) {
                conditions.add("t.place_path >= :unitLow and t.place_path < :unitHigh", "unitLow", path)
                        .with("unitHigh", path + "~");
            }
        }
        return to.reason() == null
                ? conditions
                : conditions.add("t.urgent_reason = :reason", "reason", to.reason().name());
    }

    private String path(String code) {
        var unit = network.unit(code).filter(known -> Acting.current().scope().reaches(known.path()))
                .orElseThrow(() -> Refusal.notFound("unit", code));
        return unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path();
    }

    private GreenTicket row(Raised raised) {
        var kept = raised.kept();
        var ticket = kept.ticket();
        var urgency = kept.facts().urgency();
        var at = urgency == null ? kept.openedAt() : urgency.at();
        return new GreenTicket(kept.id(), kept.number(), rows.name(ticket), kept.waybill(),
                urgency == null ? null : urgency.reason(), urgency == null ? null : urgency.person(),
                network.ref(kept.holder().unitCode()), kept.holder().person(), ticket.state().name(),
                urgency == null ? "" : urgency.byName(), at, at.plus(GreenStore.RESPONSE), raised.answeredAt());
    }

    private static String cursor(Raised last) {
        var urgency = last.kept().facts().urgency();
        return Cursor.of(last.answeredAt() != null, urgency == null ? last.kept().openedAt() : urgency.at(),
                last.kept().id());
    }

    private static @Nullable Place after(@Nullable String cursor) {
        var values = Cursor.read(cursor, 3);
        try {
            return values.isEmpty()
                    ? null
                    : new Place(Boolean.parseBoolean(values.get(0)), Instant.parse(values.get(1)),
                            UUID.fromString(values.get(2)));
        } catch (DateTimeParseException | IllegalArgumentException foreign) {
            throw Refusal.invalid("cursor", cursor, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }
}
