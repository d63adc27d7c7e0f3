package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealDesk.Written;
import io.waypost.app.appeal.AppealView.What;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.appeal.AppealCommand.Investigate;
import io.waypost.core.appeal.AppealCommand.RefuseIntake;
import io.waypost.core.appeal.AppealCommand.StopWaiting;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.Liability;
import io.waypost.core.appeal.RefusalOfIntake;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of an appeal. Each names the version that it was decided on, and answers with the appeal as it is then. */
@RestController
@RequestMapping("/api/v1/appeals/{id}")
class AppealStepController {

    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_REPLY = 8_000;
    private static final int MOST_UNITS = 10;
    private static final int MOST_FILES = 30;

    private final AppealDesk desk;
    private final AppealViews views;
    private final ParcelDossier dossier;

    AppealStepController(AppealDesk desk, AppealViews views, ParcelDossier dossier) {
        this.desk = desk;
        this.views = views;
        this.dossier = dossier;
    }

    /** Nothing but the version. */
    record PlainStep(int version) {}

    /** Who is to answer; null: the caller. */
    record AssignStep(@Nullable UUID personId, int version) {}

    record RefuseStep(RefusalOfIntake reason, @Nullable String note, int version) {}

    record AskStep(List<String> units, String note, int version) {}

    /** Which request it answers; null: evidence of those who answer the appeal. */
    record EvidenceStep(@Nullable UUID askedId, String text, List<UUID> attachmentIds) {}

    record DraftStep(Liability liability, String text, List<UUID> attachmentIds, int version) {}

    record NoteStep(String note, int version) {}

    /** The authority's receipt, where it gives one. */
    record SendStep(@Nullable String reference, int version) {}

    record CloseStep(Finding finding, @Nullable Boolean satisfied, @Nullable String note, int version) {}

    record ReopenStep(LocalDate forwardedOn, @Nullable String note, int version) {}

    @PostMapping("/assign")
    AppealView assign(@PathVariable UUID id, @RequestBody AssignStep step) {
        desk.assign(id, step.version(), step.personId());
        return views.view(id);
    }

    @PostMapping("/refuse")
    AppealView refuse(@PathVariable UUID id, @RequestBody RefuseStep step) {
        required("reason", step.reason());
        desk.move(id, step.version(), new RefuseIntake(step.reason()), What.REFUSED, optional(step.note()));
        return views.view(id);
    }

    @PostMapping("/investigate")
    AppealView investigate(@PathVariable UUID id, @RequestBody PlainStep step) {
        desk.move(id, step.version(), new Investigate(), What.INVESTIGATED, null);
        return views.view(id);
    }

    @PostMapping("/evidence-requests")
    AppealView ask(@PathVariable UUID id, @RequestBody AskStep step) {
        if (step.units() == null || step.units().isEmpty() || step.units().size() > MOST_UNITS) {
            throw Refusal.invalid("units", step.units(), "LENGTH", "Name 1 to %d units.".formatted(MOST_UNITS));
        }
        desk.ask(id, step.version(), step.units(), text("note", step.note(), LONGEST_NOTE));
        return views.view(id);
    }

    @PostMapping("/evidence")
    AppealView giveEvidence(@PathVariable UUID id, @RequestBody EvidenceStep step) {
        desk.giveEvidence(id, step.askedId(), text("text", step.text(), LONGEST_NOTE), files(step.attachmentIds()));
        return views.view(id);
    }

    @PostMapping("/stop-waiting")
    AppealView stopWaiting(@PathVariable UUID id, @RequestBody PlainStep step) {
        desk.move(id, step.version(), new StopWaiting(), What.WAITING_STOPPED, null);
        return views.view(id);
    }

    @PostMapping("/reply")
    AppealView draft(@PathVariable UUID id, @RequestBody DraftStep step) {
        required("liability", step.liability());
        var text = text("text", step.text(), LONGEST_REPLY);
        var timeline = dossier.timeline(views.view(id).appeal().waybill());
        desk.draft(id, step.version(), new Written(step.liability(), text, files(step.attachmentIds()), timeline));
        return views.view(id);
    }

    @PostMapping("/send-back")
    AppealView sendBack(@PathVariable UUID id, @RequestBody NoteStep step) {
        desk.sendBack(id, step.version(), text("note", step.note(), LONGEST_NOTE));
        return views.view(id);
    }

    @PostMapping("/check")
    AppealView check(@PathVariable UUID id, @RequestBody PlainStep step) {
        desk.check(id, step.version());
        return views.view(id);
    }

    @PostMapping("/send")
    AppealView send(@PathVariable UUID id, @RequestBody SendStep step) {
        desk.send(id, step.version(), optional(step.reference()));
        return views.view(id);
    }

    @PostMapping("/close")
    AppealView close(@PathVariable UUID id, @RequestBody CloseStep step) {
        required("finding", step.finding());
        desk.close(id, step.version(), step.finding(), step.satisfied(), optional(step.note()));
        return views.view(id);
    }

    @PostMapping("/reopen")
    AppealView reopen(@PathVariable UUID id, @RequestBody ReopenStep step) {
        required("forwardedOn", step.forwardedOn());
        desk.reopen(id, step.version(), step.forwardedOn(), optional(step.note()));
        return views.view(id);
    }

    private static String text(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank() || text.length() > most) {
            throw Refusal.invalid(field, null, "LENGTH", "Write 1 to %d characters.".formatted(most));
        }
        return text.strip();
    }

    private static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : text("note", text, LONGEST_NOTE);
    }

    private static List<UUID> files(@Nullable List<UUID> ids) {
        if (ids != null && ids.size() > MOST_FILES) {
            throw Refusal.invalid("attachmentIds", ids.size(), "TOO_MANY",
                    "At most %d files at once.".formatted(MOST_FILES));
        }
        return ids == null ? List.of() : ids;
    }

    private static void required(String field, @Nullable Object value) {
        if (value == null) {
            throw Refusal.invalid(field, null, "MISSING", "The field is required.");
        }
    }
}
