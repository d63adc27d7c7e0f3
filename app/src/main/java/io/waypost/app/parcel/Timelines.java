package io.waypost.app.parcel;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes scans into the timelines: a handful of statements a call, however many scans it has.
 *
 * <p>Parcels are locked in the order of their waybills, so that two calls about the same parcels wait for each other instead of
 * blocking each other. It acts as the platform: who may send a scan of which site is decided before.
 */
@Service
class Timelines implements ScanIntake {

    private static final Comparator<AppliedScan> ORDER = Comparator.comparing((AppliedScan row) -> row.scan().waybill())
            .thenComparing(row -> new Progress.Point(row.effectiveAt(), row.scan().type(), row.scan().site()));

    private static final int ATTEMPTS = 5;

    private final ProgressStore parcels;
    private final TimelineStore timelines;
    private final Sites sites;
    private final ObjectProvider<ScanObserver> observers;
    private final TransactionTemplate transaction;
    private final ScanRules rules = new ScanRules(ScanPolicy.defaults());

    Timelines(ProgressStore parcels, TimelineStore timelines, Sites sites, ObjectProvider<ScanObserver> observers,
            PlatformTransactionManager transactions) {
        this.parcels = parcels;
        this.timelines = timelines;
        this.sites = sites;
        this.observers = observers;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Taken take(List<Scan> scans, String source, Instant arrival) {
        if (scans.isEmpty()) {
            return new Taken(0, 0);
        }
        return Acting.as(new Actor.Internal("intake"), () -> takeAgainIfBlocked(scans, source, arrival));
    }

    /**
     * Two calls that insert the same new parcels may still block each other, since a row is locked where it is inserted; the
     * database then ends one of them whole, and that one simply begins again. Inside of a caller's transaction the caller does.
     */
    private Taken takeAgainIfBlocked(List<Scan> scans, String source, Instant arrival) {
        boolean ours = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1;; attempt++) {
            try {
                return transaction.execute(_ -> store(scans, source, arrival));
            } catch (PessimisticLockingFailureException blocked) {
                if (!ours || attempt == ATTEMPTS) {
                    throw blocked;
                }
            }
        }
    }

    private Taken store(List<Scan> scans, String source, Instant arrival) {
        var waybills = new TreeSet<String>();
        scans.forEach(scan -> waybills.add(scan.waybill()));
        var known = parcels.lock(waybills);
        var candidates = scans.stream().map(scan -> candidate(scan, known.get(scan.waybill()), arrival)).sorted(ORDER)
                .toList();
        var fresh = timelines.insert(candidates, source);
        var applied = candidates.stream().filter(scan -> fresh.contains(scan.id())).toList();
        if (!applied.isEmpty()) {
            moveOn(known, applied, arrival);
            observers.orderedStream().forEach(observer -> observer.applied(applied));
        }
        return new Taken(applied.size(), scans.size() - applied.size());
    }

    private AppliedScan candidate(Scan scan, @Nullable ParcelRow parcel, Instant arrival) {
        var last = parcel == null ? null : parcel.progress().last();
        return new AppliedScan(
                Ids.next(arrival),
                scan,
                rules.effectiveAt(scan, arrival, last),
                arrival,
                rules.flags(scan, arrival, last),
                parcel == null ? null : parcel.destinationDivision());
    }

    private void moveOn(Map<String, ParcelRow> known, List<AppliedScan> applied, Instant arrival) {
        var byWaybill = new LinkedHashMap<String, List<AppliedScan>>();
        applied.forEach(scan -> byWaybill.computeIfAbsent(scan.scan().waybill(), _ -> new ArrayList<>()).add(scan));
        var missing = new ArrayList<ParcelRow>();
        var changed = new ArrayList<ParcelRow>();
        byWaybill.forEach((waybill, scans) -> {
            var before = known.get(waybill);
            (before == null ? missing : changed).add(after(before, waybill, scans, arrival));
        });
        if (!missing.isEmpty()) {
            var inserted = parcels.insert(missing);
            var others = missing.stream().map(ParcelRow::waybill).filter(waybill -> !inserted.contains(waybill))
                    .toList();
            // Somebody else registered these since we looked; their rows count, and ours come on top.
            var meanwhile = others.isEmpty() ? new HashMap<String, ParcelRow>() : parcels.lock(others);
            meanwhile.forEach((waybill, row) -> changed.add(after(row, waybill, scansOf(byWaybill, waybill), arrival)));
        }
        if (!changed.isEmpty()) {
            parcels.update(changed);
        }
    }

    private static List<AppliedScan> scansOf(Map<String, List<AppliedScan>> byWaybill, String waybill) {
        return byWaybill.getOrDefault(waybill, List.of());
    }

    private ParcelRow after(@Nullable ParcelRow before, String waybill, List<AppliedScan> scans, Instant arrival) {
        var row = before == null ? ParcelRow.unknown(waybill, arrival) : before;
        for (var scan : scans) {
            row = row.with(scan.scan(), scan.effectiveAt(), paths(row.unitPaths(), scan.scan()));
        }
        return row;
    }

    private Set<String> paths(Set<String> before, Scan scan) {
        var next = scan.nextSite();
        var added = sites.paths(next == null ? List.of(scan.site()) : List.of(scan.site(), next));
        if (before.containsAll(added)) {
            return before;
        }
        var paths = new LinkedHashSet<>(before);
        paths.addAll(added);
        return paths;
    }
}
