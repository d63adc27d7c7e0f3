package io.waypost.app.network;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.ImportReport;
import io.waypost.core.network.Flaw;
import io.waypost.core.network.TreePlan;
import io.waypost.core.network.TreePlan.Placed;
import io.waypost.core.network.TreePlan.Wanted;
import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the tree: plans on the whole of it, writes under row-level security, tells the others. */
@Service
class NetworkDesk implements Units {

    private static final int ONE_BY_ONE = 50;

    private final NetworkStore store;
    private final NetworkIndex index;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    NetworkDesk(NetworkStore store, NetworkIndex index, AuditTrail audit, ApplicationEventPublisher events) {
        this.store = store;
        this.index = index;
        this.audit = audit;
        this.events = events;
    }

    @Override
    @Transactional
    public ImportReport put(List<UnitDraft> units) {
        var rows = new ArrayList<Wanted>();
        units.forEach(unit -> rows.add(new Wanted(rows.size() + 1, unit)));
        var before = index.pictureOf(store.lock()).placed();
        return write(before, TreePlan.of(before, rows, scope()), rows.size());
    }

    /** Reads rows of cells into the tree; on a dry run only says what would come of it. */
    @Transactional
    ImportReport put(List<Row> rows, boolean dryRun) {
        var before = index.pictureOf(dryRun ? store.revision() : store.lock()).placed();
        var flaws = new ArrayList<Flaw>();
        var wanted = new ArrayList<Wanted>();
        for (var row : rows) {
            var known = before.get(row.cells().getOrDefault("code", "").strip());
            var reading = UnitReader.read(row.number(), row.cells(), known == null ? null : known.unit());
            flaws.addAll(reading.flaws());
            reading.unit().ifPresent(unit -> wanted.add(new Wanted(row.number(), unit)));
        }
        var plan = TreePlan.of(before, wanted, scope());
        if (!flaws.isEmpty()) {
            flaws.addAll(followedUp(plan.flaws(), rows, wanted));
            return ImportReport.refused(dryRun, rows.size(), errors(flaws));
        }
        if (!plan.flaws().isEmpty()) {
            return ImportReport.refused(dryRun, rows.size(), errors(plan.flaws()));
        }
        return dryRun ? report(true, plan, rows.size()) : write(before, plan, rows.size());
    }

    /** A row as it came in. */
    record Row(int number, Map<String, String> cells) {}

    /** Flaws of the tree that are not merely due to a row that could not be read. */
    private static List<Flaw> followedUp(List<Flaw> flaws, List<Row> rows, List<Wanted> wanted) {
        var read = wanted.stream().map(Wanted::row).collect(Collectors.toSet());
        var unread = rows.stream().filter(row -> !read.contains(row.number()))
                .map(row -> row.cells().getOrDefault("code", "").strip())
                .collect(Collectors.toSet());
        return flaws.stream().filter(flaw -> flaw.value() == null || !unread.contains(flaw.value())).toList();
    }

    private ImportReport write(Map<String, Placed> before, TreePlan plan, int rows) {
        if (!plan.flaws().isEmpty()) {
            return ImportReport.refused(false, rows, errors(plan.flaws()));
        }
        if (plan.created().isEmpty() && plan.updated().isEmpty()) {
            return report(false, plan, rows);
        }
        store.insert(plan.created());
        store.update(plan.updated());
        plan.moves().forEach(move -> store.move(move.oldPath(), move.newPath()));
        store.nextRevision();
        record(before, plan);
        index.refreshAfterCommit();
        plan.moves().forEach(move -> events.publishEvent(new UnitsMoved(move.oldPath(), move.newPath())));
        return report(false, plan, rows);
    }

    private void record(Map<String, Placed> before, TreePlan plan) {
        if (plan.created().size() + plan.updated().size() > ONE_BY_ONE) {
            audit.record("UNITS_IMPORTED", "NETWORK", "units", scope(),
                    Map.of("created", plan.created().size(), "updated", plan.updated().size(), "moved",
                            plan.moves().size()));
            return;
        }
        plan.created().forEach(placed -> audit.record("UNIT_ADDED", "UNIT", placed.unit().code(), placed.path(),
                Map.of("name", placed.unit().name(), "kind", placed.unit().kind().name())));
        for (var placed : plan.updated()) {
            var was = before.get(placed.unit().code());
            audit.record("UNIT_CHANGED", "UNIT", placed.unit().code(), placed.path(),
                    was == null
                            ? Map.of()
                            : Map.of("pathBefore", was.path(), "nameBefore", was.unit().name(), "name",
                                    placed.unit().name(), "active", placed.unit().active()));
        }
    }

    private static String scope() {
        return Acting.current().scope().path();
    }

    private static ImportReport report(boolean dryRun, TreePlan plan, int rows) {
        return new ImportReport(dryRun, rows, plan.created().size(), plan.updated().size(), plan.unchanged(),
                List.of());
    }

    private static List<ImportReport.Fault> errors(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> new ImportReport.Fault(flaw.row(), flaw.field(), flaw.value(), flaw.code(),
                flaw.message())).toList();
    }
}
