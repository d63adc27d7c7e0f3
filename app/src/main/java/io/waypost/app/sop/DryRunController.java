package io.waypost.app.sop;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.app.sop.DryRunLine.DryRunCount;
import io.waypost.app.sop.DryRunStore.Run;
import io.waypost.app.sop.DryRunStore.State;
import io.waypost.app.sop.SopViews.SopRef;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sops/{code}/versions/{version}/dry-run")
class DryRunController {

    private final DryRuns runs;
    private final DryRunStore store;
    private final SopDesk desk;
    private final Network network;

    DryRunController(DryRuns runs, DryRunStore store, SopDesk desk, Network network) {
        this.runs = runs;
        this.store = store;
        this.desk = desk;
        this.network = network;
    }

    /** One line of the result; without a region where the unit has none. */
    record DryRunRow(Stage stage, Party party, boolean urgent, @Nullable UnitRef region, long cases, long unknown,
            DryRunCount before, DryRunCount after) {}

    /** The newest run of a version. */
    record DryRunView(State state, long total, long done, SopRef base, Instant from, Instant until,
            String requestedBy, Instant requestedAt, @Nullable Instant endedAt, List<DryRunRow> rows) {}

    /** What became of the run that was asked for last; null before the first. */
    record DryRunAnswer(@Nullable DryRunView run) {}

    @GetMapping
    @Transactional(readOnly = true)
    DryRunAnswer newest(@PathVariable String code, @PathVariable int version) {
        return answer(desk.kept(SopController.id(code, version)).id());
    }

    @PostMapping
    @Transactional
    DryRunAnswer ask(@PathVariable String code, @PathVariable int version) {
        var id = SopController.id(code, version);
        runs.ask(id);
        var answer = answer(id);
        if (answer.run() == null) {
            throw Refusal.notFound("dry run", id);
        }
        return answer;
    }

    private DryRunAnswer answer(SopId id) {
        return new DryRunAnswer(store.newest(id).map(this::view).orElse(null));
    }

    private DryRunView view(Run run) {
        return new DryRunView(run.state(), Math.max(run.total(), run.done()), run.done(), SopRef.of(run.base()),
                run.from(), run.until(), run.requestedBy(), run.requestedAt(), run.endedAt(),
                run.tally().stream().map(line -> new DryRunRow(line.stage(), line.party(), line.urgent(),
                        line.region().isEmpty() ? null : network.ref(line.region()), line.cases(), line.unknown(),
                        line.before(), line.after())).toList());
    }
}
