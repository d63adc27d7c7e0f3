package io.waypost.app.delay;

import io.waypost.app.delay.DelayViews.DelayBoard;
import io.waypost.app.delay.DelayViews.DelayRow;
import io.waypost.app.delay.DelayViews.ReasonView;
import io.waypost.app.delay.ListStore.Listed;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.delay.Salvage.Chance;
import io.waypost.core.network.UnitKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of promises in danger, within their scope. */
@Service
@Transactional(readOnly = true)
class DelayLists {

    private static final int LIVED_DAYS = 7;
    private static final int VERSIONS = 30;

    private final ListStore store;
    private final VersionStore versions;
    private final DelayProgressStore progress;
    private final Network network;
    private final Clock clock;

    DelayLists(ListStore store, VersionStore versions, DelayProgressStore progress, Network network, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.progress = progress;
        this.network = network;
        this.clock = clock;
    }

    DelayBoard board(@Nullable String asked) {
        var unit = network.reached(asked);
        var now = clock.instant();
        var counted = store.counted(path(unit));
        var version = versions.find(versions.inForce()).orElse(null);
        var tried = versions.newest(1).stream().filter(one -> !one.inForce()).findFirst().orElse(null);
        return new DelayBoard(unit.ref(), now, progress.judged().judgedAt(), counted.saveable(), counted.hardly(),
                counted.late(), counted.firstActBy(), version, tried,
                store.lived(path(unit), now.minus(Duration.ofDays(LIVED_DAYS)), LIVED_DAYS));
    }

    /** What can be saved first, and of that what must be done soonest; then what hardly can; then what is late. */
    Page<DelayRow> list(@Nullable String asked, @Nullable Chance chance, @Nullable String cursor,
            @Nullable Integer limit) {
        return page(asked, chance, cursor, Page.limit(limit));
    }

    /** The same for any number of rows. */
    Page<DelayRow> page(@Nullable String asked, @Nullable Chance chance, @Nullable String cursor, int most) {
        var found = store.list(path(network.reached(asked)), chance, after(cursor), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var place = shown.isEmpty() ? null : shown.getLast().place();
        return new Page<>(shown.stream().map(this::row).toList(),
                place == null || found.size() <= most
                        ? null
                        : Cursor.of(place.rank(), place.orderedBy(), place.waybill()),
                null);
    }

    long count(@Nullable String asked, @Nullable Chance chance, long most) {
        return store.count(path(network.reached(asked)), chance, most);
    }

    /** The newest versions, first the newest; they are the same for everybody. */
    List<DelayVersion> versions() {
        return versions.newest(VERSIONS);
    }

    private DelayRow row(Listed one) {
        var reason = one.reason();
        var site = reason.site();
        return new DelayRow(one.place().waybill(), network.ref(one.site()), place(one.site()), one.kind(),
                one.chance(), one.risk(), one.promisedAt(), one.actBy(), one.early(), one.expected(), one.late(),
                one.cases(),
                new ReasonView(reason.code(), reason.stage(), site == null ? null : network.ref(site), reason.hours()),
                one.lastType(), one.lastStage(), network.ref(one.lastSite()), one.lastAt(), one.raisedAt(),
                one.judgedAt());
    }

    /** The units above a site in words, without the headquarters. */
    private String place(String code) {
        return network.ancestors(code).stream().filter(unit -> unit.kind() != UnitKind.HEADQUARTERS)
                .map(Unit::name).collect(Collectors.joining(" "));
    }

    private static ListStore.@Nullable Place after(@Nullable String cursor) {
        var parts = Cursor.read(cursor, 3);
        if (parts.isEmpty()) {
            return null;
        }
        return new ListStore.Place(Cursor.value(parts.get(0), Integer::valueOf, cursor),
                Cursor.value(parts.get(1), Instant::parse, cursor), parts.get(2));
    }

    /** The headquarters also answer for places that the tree does not have. */
    private static String path(Unit unit) {
        return unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path();
    }

}
