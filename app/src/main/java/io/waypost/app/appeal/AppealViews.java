package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealPartStore.KeptReply;
import io.waypost.app.appeal.AppealView.Action;
import io.waypost.app.appeal.AppealView.AppealRow;
import io.waypost.app.appeal.AppealView.Asked;
import io.waypost.app.appeal.AppealView.Complainant;
import io.waypost.app.appeal.AppealView.Due;
import io.waypost.app.appeal.AppealView.Reply;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.core.appeal.Appeal;
import io.waypost.core.appeal.AppealState;
import io.waypost.core.appeal.AppealState.Closed;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.AppealState.Refused;
import io.waypost.core.appeal.RefusalOfIntake;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an appeal to whoever asks, with what they may do. */
@Component
class AppealViews {

    private final AppealStore store;
    private final AppealPartStore parts;
    private final Attachments attachments;
    private final PersonalData personalData;
    private final Network network;
    private final AuditTrail audit;
    private final Clock clock;

    AppealViews(AppealStore store, AppealPartStore parts, Attachments attachments, PersonalData personalData,
            Network network, AuditTrail audit, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.attachments = attachments;
        this.personalData = personalData;
        this.network = network;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public AppealView view(UUID id) {
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("appeal", id));
        var sealed = store.sealed(id).orElseThrow(() -> Refusal.notFound("appeal", id));
        var asked = parts.asked(id);
        var paper = kept.paper();
        return new AppealView(row(kept, clock.instant()),
                new Complainant(paper.complainantRole(),
                        Masked.name(personalData.open("appeal.name", sealed.name())),
                        Masked.phone(personalData.open("appeal.phone", sealed.phone()))),
                open("appeal.content", sealed.content()), open("appeal.request", sealed.request()), paper.postedOn(),
                paper.admission().complainedFirst(), paper.admission().window(), paper.ticketId(),
                paper.ticketNumber(), allowed(kept, asked, Acting.current()), parts.history(id), asked,
                parts.replies(id).stream().map(this::reply).toList(),
                attachments.of(new Subject(AppealDesk.KIND, id)));
    }

    /** A field of the complainant in clear, on record. */
    @Transactional
    public String unmask(UUID id, String field, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say in at most 200 characters why you need it.");
        }
        var kept = store.find(id).orElseThrow(() -> Refusal.notFound("appeal", id));
        if (!Acting.current().scope().reaches(kept.place().unitPath())) {
            throw Refusal.conflict("NOT_YOUR_UNIT", "The appeal %s is answered elsewhere.".formatted(kept.number()));
        }
        var sealed = store.sealed(id).orElseThrow(() -> Refusal.notFound("appeal", id));
        var value = switch (field) {
            case "name" -> personalData.open("appeal.name", sealed.name());
            case "phone" -> personalData.open("appeal.phone", sealed.phone());
            default -> throw Refusal.invalid("field", field, "UNKNOWN", "The fields are name and phone.");
        };
        audit.record("UNMASKED", "APPEAL", kept.number(), kept.place().unitPath(),
                Map.of("field", field, "reason", reason.strip()));
        return value == null ? "" : value;
    }

    AppealRow row(KeptAppeal kept, Instant now) {
        var paper = kept.paper();
        var state = kept.appeal().state();
        var period = kept.period();
        var outcome = kept.outcome();
        boolean owes = state.owesAnswer();
        return new AppealRow(kept.id(), kept.number(), paper.authorityNumber(), paper.office(), paper.jurisdiction(),
                paper.waybill(), paper.category(), paper.reason(), state.name(), kept.appeal().round(),
                network.ref(kept.place().unitCode()), kept.handler(), paper.appealedOn(), paper.forwardedAt(),
                paper.receivedAt(),
                new Due(period.from(), period.due(), period.lastDay(), period.jurisdiction(), period.source(), owes),
                owes && !now.isBefore(period.due()), outcome.late(), outcome.liability(), finding(state),
                outcome.satisfied(), refusal(state), outcome.repliedAt(), outcome.endedAt(), kept.version());
    }

    private static @Nullable Finding finding(AppealState state) {
        return state instanceof Closed(_, var finding) ? finding : null;
    }

    private static @Nullable RefusalOfIntake refusal(AppealState state) {
        return state instanceof Refused(var reason) ? reason : null;
    }

    private Reply reply(KeptReply reply) {
        return new Reply(reply.round(), reply.liability(), open("appeal.reply", reply.text()), reply.timeline(),
                reply.files(), reply.at(), reply.author().name(), reply.checkedAt(), reply.checkedBy(), reply.sentAt(),
                reply.sentBy(), reply.reference());
    }

    private String open(String purpose, byte[] sealed) {
        var text = personalData.open(purpose, sealed);
        return text == null ? "" : text;
    }

    /** What the actor may do now. The rules have the last word. */
    private static List<Action> allowed(KeptAppeal kept, List<Asked> asked, Actor actor) {
        var actions = EnumSet.noneOf(Action.class);
        var scope = actor.scope();
        boolean mine = scope.reaches(kept.place().unitPath());
        if (mine && actor.may(Permission.APPEAL_WRITE)) {
            actions.addAll(toWrite(kept.appeal()));
            actions.add(Action.UNMASK);
        }
        if (mine && actor.may(Permission.APPEAL_CHECK)
                && kept.appeal().state() instanceof AppealState.ReplyDrafted(_, var author, _)
                && !author.equals(By.current().id())) {
            actions.add(Action.CHECK);
        }
        boolean wanted = asked.stream().anyMatch(each -> each.answeredAt() == null && scope.reaches(each.unitPath()));
        if (actor.may(Permission.APPEAL_EVIDENCE) && kept.appeal().state().owesAnswer()
                && (wanted || (mine && takesEvidence(kept.appeal().state())))) {
            actions.add(Action.GIVE_EVIDENCE);
        }
        return new ArrayList<>(actions);
    }

    private static boolean takesEvidence(AppealState state) {
        return switch (state.name()) {
            case INVESTIGATING, WAITING_EVIDENCE, REPLY_DRAFTED, REPLY_CHECKED -> true;
            case UNRECEIVED, RECEIVED, ASSIGNED, REPLIED, REOPENED_BY_AUTHORITY, AUTHORITY_CLOSED, REFUSED_INTAKE ->
                false;
        };
    }

    private static Set<Action> toWrite(Appeal appeal) {
        boolean again = appeal.round() < Appeal.ROUNDS;
        return switch (appeal.state().name()) {
            case UNRECEIVED -> Set.of();
            case RECEIVED -> Set.of(Action.ASSIGN, Action.REFUSE);
            case ASSIGNED -> Set.of(Action.ASSIGN, Action.REFUSE, Action.INVESTIGATE, Action.WITHDRAW);
            case INVESTIGATING -> Set.of(Action.ASSIGN, Action.ASK_EVIDENCE, Action.DRAFT, Action.WITHDRAW);
            case WAITING_EVIDENCE ->
                Set.of(Action.ASSIGN, Action.ASK_EVIDENCE, Action.STOP_WAITING, Action.WITHDRAW);
            case REPLY_DRAFTED -> Set.of(Action.ASSIGN, Action.DRAFT, Action.SEND_BACK, Action.WITHDRAW);
            case REPLY_CHECKED -> Set.of(Action.ASSIGN, Action.SEND, Action.SEND_BACK, Action.WITHDRAW);
            case REPLIED ->
                again ? Set.of(Action.CLOSE, Action.REOPEN, Action.WITHDRAW) : Set.of(Action.CLOSE, Action.WITHDRAW);
            case REOPENED_BY_AUTHORITY -> Set.of(Action.ASSIGN, Action.INVESTIGATE, Action.WITHDRAW);
            case AUTHORITY_CLOSED -> again ? Set.of(Action.REOPEN) : Set.of();
            case REFUSED_INTAKE -> Set.of();
        };
    }
}
