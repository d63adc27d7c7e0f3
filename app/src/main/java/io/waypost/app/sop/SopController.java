package io.waypost.app.sop;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.sop.SopViews.SopLine;
import io.waypost.app.sop.SopViews.SopVersionRow;
import io.waypost.app.sop.SopViews.SopVersionView;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sops")
class SopController {

    private final SopDesk desk;
    private final SopViews views;

    SopController(SopDesk desk, SopViews views) {
        this.desk = desk;
        this.views = views;
    }

    record NewDraft(@Nullable String note) {}

    record SavedDraft(int revision, @NotNull String note, @NotNull @Valid SopBody body) {}

    record Submission(int revision, @Nullable Instant effectiveFrom, boolean runningToo) {}

    record Approval(int revision) {}

    record SaidWhy(int revision, @NotNull String reason) {}

    @GetMapping
    @Transactional(readOnly = true)
    List<SopLine> list() {
        return views.lines();
    }

    @GetMapping("/{code}/versions")
    @Transactional(readOnly = true)
    List<SopVersionRow> versions(@PathVariable String code) {
        return views.rows(desk.known(kind(code)));
    }

    @GetMapping("/{code}/versions/{version}")
    @Transactional(readOnly = true)
    SopVersionView version(@PathVariable String code, @PathVariable int version) {
        return views.view(desk.kept(id(code, version)));
    }

    @PostMapping("/{code}/versions")
    @Transactional
    SopVersionView begin(@PathVariable String code, @RequestBody @Valid NewDraft body) {
        var note = body.note();
        return views.view(desk.begin(kind(code), note == null ? "" : note));
    }

    @PutMapping("/{code}/versions/{version}")
    @Transactional
    SopVersionView save(@PathVariable String code, @PathVariable int version, @RequestBody @Valid SavedDraft body) {
        SopBodies.requireWhole(body.body());
        return views.view(desk.save(id(code, version), body.revision(), body.body().draft(), body.note()));
    }

    @PostMapping("/{code}/versions/{version}/submit")
    @Transactional
    SopVersionView submit(@PathVariable String code, @PathVariable int version, @RequestBody @Valid Submission body) {
        return views.view(desk.submit(id(code, version), body.revision(), body.effectiveFrom(), body.runningToo()));
    }

    @PostMapping("/{code}/versions/{version}/approve")
    @Transactional
    SopVersionView approve(@PathVariable String code, @PathVariable int version, @RequestBody @Valid Approval body) {
        return views.view(desk.approve(id(code, version), body.revision()));
    }

    @PostMapping("/{code}/versions/{version}/return")
    @Transactional
    SopVersionView giveBack(@PathVariable String code, @PathVariable int version, @RequestBody @Valid SaidWhy body) {
        return views.view(desk.giveBack(id(code, version), body.revision(), body.reason()));
    }

    @PostMapping("/{code}/versions/{version}/withdraw")
    @Transactional
    SopVersionView withdraw(@PathVariable String code, @PathVariable int version, @RequestBody @Valid SaidWhy body) {
        return views.view(desk.withdraw(id(code, version), body.revision(), body.reason()));
    }

    static TicketKind kind(String code) {
        return TicketKind.read(code).orElseThrow(() -> Refusal.notFound("kind", code));
    }

    static SopId id(String code, int version) {
        if (version < 1) {
            throw Refusal.notFound("version", version);
        }
        return new SopId(kind(code), version);
    }
}
