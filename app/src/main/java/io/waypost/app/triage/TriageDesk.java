package io.waypost.app.triage;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.triage.TriagePicture.Kept;
import io.waypost.core.triage.TriageRule;
import io.waypost.core.triage.Workload.WorkSharing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the rules are written. What a rule does depends on those before it; so whoever changes one says which list they had before
 * them, and is refused where it is another one by now.
 */
@Service
class TriageDesk {

    private static final int MOST = 200;

    private final TriageStore store;
    private final TriageIndex index;
    private final RuleCheck check;
    private final Network network;
    private final AuditTrail audit;
    private final Clock clock;

    TriageDesk(TriageStore store, TriageIndex index, RuleCheck check, Network network, AuditTrail audit, Clock clock) {
        this.store = store;
        this.index = index;
        this.check = check;
        this.network = network;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a rule after all others. */
    @Transactional
    UUID add(int revision, String name, boolean active, RuleBody body) {
        var rules = begin(revision);
        check.require(name, body);
        if (rules.size() >= MOST) {
            throw Refusal.conflict("TOO_MANY_RULES", "There are %d rules; remove one first.".formatted(rules.size()));
        }
        var rule = body.rule(Ids.next(clock.instant()), name.strip(), active);
        store.add(rule, rules.size() + 1, clock.instant(), Acting.current().name());
        record("TRIAGE_RULE_ADDED", rule, Map.of("after", RuleBody.of(rule)));
        return rule.id();
    }

    @Transactional
    void change(int revision, UUID id, String name, boolean active, RuleBody body) {
        var rules = begin(revision);
        var was = rules.get(place(rules, id)).rule();
        check.require(name, body);
        var rule = body.rule(id, name.strip(), active);
        store.change(rule, clock.instant(), Acting.current().name());
        var detail = new HashMap<String, Object>();
        detail.put("before", RuleBody.of(was));
        detail.put("after", RuleBody.of(rule));
        if (was.active() != rule.active()) {
            detail.put("active", rule.active());
        }
        record("TRIAGE_RULE_CHANGED", rule, detail);
    }

    @Transactional
    void remove(int revision, UUID id) {
        var rules = begin(revision);
        var was = rules.get(place(rules, id)).rule();
        store.remove(id);
        record("TRIAGE_RULE_REMOVED", was, Map.of("before", RuleBody.of(was)));
    }

    /** Puts a rule at another place of the list, counted from 0. */
    @Transactional
    void move(int revision, UUID id, int to) {
        var rules = begin(revision);
        int from = place(rules, id);
        if (to < 0 || to >= rules.size()) {
            throw Refusal.invalid("to", to, "OUT_OF_RANGE", "Between 0 and %d.".formatted(rules.size() - 1));
        }
        var order = new ArrayList<>(rules.stream().map(kept -> kept.rule().id()).toList());
        order.remove(from);
        order.add(to, id);
        store.order(order);
        record("TRIAGE_RULE_MOVED", rules.get(from).rule(), Map.of("from", from + 1, "to", to + 1));
    }

    /** Says whether a unit shares its tickets out among its people. */
    @Transactional
    void share(String unitCode, WorkSharing sharing) {
        var unit = reached(unitCode);
        store.lock();
        store.share(unitCode, sharing, clock.instant(), Acting.current().name());
        audit.record("SHARING_CHANGED", "UNIT", unitCode, unit.path(),
                Map.of("before", index.sharing(unitCode).name(), "after", sharing.name()));
        index.changed(false);
    }

    /** The unit, where the actor reaches it. */
    Unit reached(String unitCode) {
        return network.unit(unitCode).filter(unit -> Acting.current().scope().reaches(unit.path()))
                .orElseThrow(() -> Refusal.notFound("unit", unitCode));
    }

    private List<Kept> begin(int revision) {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Rules of triage hold for the whole network.");
        }
        if (store.lock() != revision) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed the rules; look at them again.");
        }
        return store.rules();
    }

    private static int place(List<Kept> rules, UUID id) {
        return IntStream.range(0, rules.size()).filter(i -> rules.get(i).rule().id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.notFound("rule", id));
    }

    private void record(String action, TriageRule rule, Map<String, ?> detail) {
        var said = new HashMap<String, Object>(detail);
        said.put("name", rule.name());
        audit.record(action, "TRIAGE_RULE", rule.id().toString(), "/", said);
        index.changed(true);
    }
}
