package io.waypost.app.device;

import io.waypost.app.network.Unit;
import io.waypost.core.network.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings together what is known of the scanners of a unit and below, as far as the reader sees it. */
@Component
class Standings {

    private final LagStore lags;
    private final ScannerStore scanners;
    private final VerdictStore verdicts;
    private final PlanStore plans;

    Standings(LagStore lags, ScannerStore scanners, VerdictStore verdicts, PlanStore plans) {
        this.lags = lags;
        this.scanners = scanners;
        this.verdicts = verdicts;
        this.plans = plans;
    }

    /** A scanner that scans at two places stands at each; one that nobody has scanned with stands at its owner. */
    List<Standing> of(Unit unit) {
        var path = unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path();
        var registered = scanners.below(path).stream()
                .collect(Collectors.toMap(Scanner::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        var unseen = new HashMap<>(registered);
        var seen = lags.seen(path);
        var owned = new HashMap<>(registered);
        var elsewhere = seen.stream().map(LagStore.Seen::device).filter(code -> !registered.containsKey(code))
                .collect(Collectors.toCollection(HashSet::new));
        if (!path.equals("/") && !elsewhere.isEmpty()) {
            scanners.of(elsewhere).forEach(scanner -> owned.put(scanner.code(), scanner));
        }
        var slow = verdicts.slow(path).stream()
                .collect(Collectors.toMap(one -> one.device() + ' ' + one.site(), Function.identity()));
        var newest = plans.newest("/").stream()
                .collect(Collectors.toMap(DevicePlan::device, Function.identity()));
        var all = new ArrayList<Standing>();
        for (var one : seen) {
            all.add(new Standing(one.device(), one.site(), owned.get(one.device()), one,
                    slow.get(one.device() + ' ' + one.site()), newest.get(one.device())));
            unseen.remove(one.device());
        }
        unseen.values().forEach(one -> all.add(
                new Standing(one.code(), one.unitCode(), one, null, null, newest.get(one.code()))));
        return all;
    }
}
