package io.waypost.app.liability;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.liability.ChargeDesk.Decision;
import io.waypost.app.liability.ChargeDesk.NamedShare;
import io.waypost.app.liability.ChargeDesk.Said;
import io.waypost.core.liability.LiabilityEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a charge. Each names the version that it was decided on, and answers with the charge as it is then. */
@RestController
@RequestMapping("/api/v1/charges/{id}")
class ChargeStepController {

    private static final int LONGEST = 1_000;
    private static final int MOST_FILES = 30;

    private final ChargeDesk desk;
    private final ChargeViews views;

    ChargeStepController(ChargeDesk desk, ChargeViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** Units with per mille, 1,000 together, and why. */
    record ChargeSettleStep(@Nullable List<@Nullable NamedShare> shares, @Nullable String text, int version) {}

    /** For which unit; null where the caller speaks for one only. */
    record ChargeEvidenceStep(@Nullable String unit, LiabilityEvidence.@Nullable Kind kind, @Nullable String text,
            @Nullable List<@Nullable UUID> attachmentIds, int version) {}

    record ChargeWordStep(@Nullable String unit, @Nullable String text, @Nullable List<@Nullable UUID> attachmentIds,
            int version) {}

    /** Shares only to move the charge. */
    record ChargeAwardStep(@Nullable Decision decision, @Nullable List<@Nullable NamedShare> shares,
            @Nullable String text,
            int version) {}

    @PostMapping("/settlement")
    ChargeView settle(@PathVariable UUID id, @RequestBody ChargeSettleStep step) {
        desk.settle(id, step.version(), shares(step.shares()), text(step.text()));
        return views.view(id);
    }

    @PostMapping("/evidence")
    ChargeView giveEvidence(@PathVariable UUID id, @RequestBody ChargeEvidenceStep step) {
        if (step.kind() == null) {
            throw Refusal.invalid("kind", null, "MISSING", "Say what the evidence shows.");
        }
        desk.giveEvidence(id, step.version(), step.kind(),
                new Said(step.unit(), text(step.text()), files(step.attachmentIds())));
        return views.view(id);
    }

    @PostMapping("/rebuttal")
    ChargeView rebut(@PathVariable UUID id, @RequestBody ChargeWordStep step) {
        desk.rebut(id, step.version(), said(step));
        return views.view(id);
    }

    @PostMapping("/appeal")
    ChargeView appeal(@PathVariable UUID id, @RequestBody ChargeWordStep step) {
        desk.appeal(id, step.version(), said(step));
        return views.view(id);
    }

    @PostMapping("/arbitration")
    ChargeView arbitrate(@PathVariable UUID id, @RequestBody ChargeAwardStep step) {
        if (step.decision() == null) {
            throw Refusal.invalid("decision", null, "MISSING", "One of UPHOLD, MOVE and LIFT.");
        }
        if (step.decision() != Decision.MOVE && !shares(step.shares()).isEmpty()) {
            throw Refusal.invalid("shares", null, "NOT_WANTED", "Shares are named to MOVE a charge.");
        }
        desk.arbitrate(id, step.version(), step.decision(), shares(step.shares()), text(step.text()));
        return views.view(id);
    }

    private static Said said(ChargeWordStep step) {
        return new Said(step.unit(), text(step.text()), files(step.attachmentIds()));
    }

    private static List<NamedShare> shares(@Nullable List<@Nullable NamedShare> shares) {
        return shares == null ? List.of() : present("shares", shares);
    }

    private static <T> List<T> present(String field, List<@Nullable T> given) {
        var present = new ArrayList<T>();
        for (var one : given) {
            if (one == null) {
                throw Refusal.invalid("%s[%d]".formatted(field, present.size()), null, "MISSING", "Nothing is there.");
            }
            present.add(one);
        }
        return present;
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Refusal.invalid("text", null, "LENGTH", "Write 1 to %d characters.".formatted(LONGEST));
        }
        return text.strip();
    }

    private static List<UUID> files(@Nullable List<@Nullable UUID> ids) {
        if (ids != null && ids.size() > MOST_FILES) {
            throw Refusal.invalid("attachmentIds", ids.size(), "TOO_MANY",
                    "At most %d files at once.".formatted(MOST_FILES));
        }
        return ids == null ? List.of() : present("attachmentIds", ids);
    }
}
