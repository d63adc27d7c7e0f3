package io.waypost.app.anomaly;

import io.waypost.app.anomaly.AnomalyListStore.Counted;
import io.waypost.app.anomaly.AnomalyListStore.Filter;
import io.waypost.app.anomaly.AnomalyViews.AnomalyBoard;
import io.waypost.app.anomaly.AnomalyViews.AnomalyRow;
import io.waypost.app.anomaly.AnomalyViews.Causer;
import io.waypost.app.anomaly.AnomalyViews.DayCount;
import io.waypost.app.anomaly.AnomalyViews.KindCount;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.anomaly.AnomalyKind;
import io.waypost.core.scan.Codes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of anomalies, within their scope. */
@Service
@Transactional(readOnly = true)
class AnomalyLists {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 14;
    private static final int CAUSERS = 10;
    private static final Duration WEEK = Duration.ofDays(7);

    private final AnomalyListStore lists;
    private final AnomalyStore store;
    private final AnomalyProgressStore progress;
    private final Network network;
    private final Clock clock;

    AnomalyLists(AnomalyListStore lists, AnomalyStore store, AnomalyProgressStore progress, Network network,
            Clock clock) {
        this.lists = lists;
        this.store = store;
        this.progress = progress;
        this.network = network;
        this.clock = clock;
    }

    Page<AnomalyRow> list(@Nullable String asked, @Nullable AnomalyKind kind, boolean standing, @Nullable String cursor,
            @Nullable Integer limit) {
        var after = Cursor.read(cursor, 2);
        int most = Page.limit(limit);
        var filter = new Filter(network.reached(asked).path(), kind, standing);
        var found = lists.list(filter, after.isEmpty() ? null : Cursor.value(after.getFirst(), Instant::parse, cursor),
                after.isEmpty() ? null : Cursor.value(after.getLast(), UUID::fromString, cursor), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most
                ? Cursor.of(shown.getLast().raisedAt(), shown.getLast().anomaly().id())
                : null;
        return new Page<>(shown.stream().map(this::row).toList(), next, lists.count(filter));
    }

    AnomalyBoard board(@Nullable String asked) {
        var unit = network.reached(asked);
        var now = clock.instant();
        var week = now.minus(WEEK);
        var counted = lists.counts(unit.path(), week).stream()
                .collect(Collectors.toMap(Counted::kind, Function.identity()));
        var first = LocalDate.ofInstant(now, BEIJING).minusDays(DAYS - 1L).atStartOfDay(BEIJING).toInstant();
        return new AnomalyBoard(unit.ref(), now, progress.now().at(),
                Arrays.stream(AnomalyKind.values()).map(kind -> count(kind, counted.get(kind))).toList(),
                lists.days(unit.path(), first).stream()
                        .map(day -> new DayCount(day.day(), day.kind(), day.raised())).toList(),
                lists.causers(unit.path(), week, CAUSERS).stream()
                        .map(one -> new Causer(network.ref(one.site()), one.kind(), one.count())).toList());
    }

    /** Those of a parcel, the newest first. */
    List<AnomalyRow> of(String typed) {
        var waybill = Codes.waybill(typed);
        return waybill == null
                ? List.of()
                : store.ofParcels(List.of(waybill)).getOrDefault(waybill, List.of()).reversed().stream().map(this::row)
                        .toList();
    }

    private static KindCount count(AnomalyKind kind, @Nullable Counted counted) {
        return counted == null
                ? new KindCount(kind, 0, 0, 0)
                : new KindCount(kind, counted.standing(), counted.raised(), counted.retracted());
    }

    private AnomalyRow row(KeptAnomaly kept) {
        var anomaly = kept.anomaly();
        return new AnomalyRow(anomaly.id(), kept.waybill(), anomaly.kind(), anomaly.since(), kept.raisedAt(),
                network.ref(anomaly.site()), ref(anomaly.other()), ref(anomaly.causedBy()), anomaly.times(),
                anomaly.signs().stream().sorted().toList(), anomaly.endedAt(), anomaly.end(), kept.ticketId());
    }

    private @Nullable UnitRef ref(@Nullable String site) {
        return site == null ? null : network.ref(site);
    }
}
