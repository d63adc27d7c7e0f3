package io.waypost.app.triage;

import io.waypost.core.triage.Workload.WorkSharing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class TriageController {

    private final TriageDesk desk;
    private final TriageStore store;
    private final TriageIndex index;

    TriageController(TriageDesk desk, TriageStore store, TriageIndex index) {
        this.desk = desk;
        this.store = store;
        this.index = index;
    }

    /** All rules in the order in which they are asked. */
    record TriageRulesView(int revision, List<TriageRuleView> rules) {}

    record TriageRuleView(UUID id, String name, boolean active, RuleBody.TriageWhen when,
            RuleBody.TriageOutcome outcome,
            Instant changedAt, String changedBy) {}

    record TriageRuleBody(int revision, @NotNull String name, boolean active, RuleBody.@Nullable TriageWhen when,
            @NotNull @Valid RuleBody.TriageOutcome outcome) {

        RuleBody body() {
            return new RuleBody(when, outcome);
        }
    }

    record TriageMove(int revision, int to) {}

    record SharingBody(@NotNull WorkSharing sharing) {}

    @GetMapping("/triage/rules")
    @Transactional(readOnly = true)
    TriageRulesView list() {
        return view();
    }

    @PostMapping("/triage/rules")
    @Transactional
    TriageRulesView add(@RequestBody @Valid TriageRuleBody body) {
        desk.add(body.revision(), body.name(), body.active(), body.body());
        return view();
    }

    @PutMapping("/triage/rules/{id}")
    @Transactional
    TriageRulesView change(@PathVariable UUID id, @RequestBody @Valid TriageRuleBody body) {
        desk.change(body.revision(), id, body.name(), body.active(), body.body());
        return view();
    }

    @DeleteMapping("/triage/rules/{id}")
    @Transactional
    TriageRulesView remove(@PathVariable UUID id, @RequestParam int revision) {
        desk.remove(revision, id);
        return view();
    }

    @PostMapping("/triage/rules/{id}/move")
    @Transactional
    TriageRulesView move(@PathVariable UUID id, @RequestBody TriageMove body) {
        desk.move(body.revision(), id, body.to());
        return view();
    }

    @GetMapping("/units/{code}/sharing")
    SharingBody sharing(@PathVariable String code) {
        return new SharingBody(index.sharing(desk.reached(code).code()));
    }

    @PutMapping("/units/{code}/sharing")
    SharingBody share(@PathVariable String code, @RequestBody @Valid SharingBody body) {
        desk.share(code, body.sharing());
        return body;
    }

    private TriageRulesView view() {
        var picture = store.picture();
        return new TriageRulesView(picture.rules(), picture.kept().stream()
                .map(kept -> new TriageRuleView(kept.rule().id(), kept.rule().name(), kept.rule().active(),
                        RuleBody.TriageWhen.of(kept.rule().when()), RuleBody.TriageOutcome.of(kept.rule().then()),
                        kept.changedAt(), kept.changedBy()))
                .toList());
    }
}
