package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealNews.Kind;
import io.waypost.app.appeal.AppealPartStore.KeptReply;
import io.waypost.app.appeal.AppealView.Asked;
import io.waypost.app.appeal.AppealView.What;
import io.waypost.app.appeal.KeptAppeal.Outcome;
import io.waypost.app.appeal.KeptAppeal.Period;
import io.waypost.app.appeal.KeptAppeal.Place;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.appeal.AppealCommand;
import io.waypost.core.appeal.AppealCommand.AskEvidence;
import io.waypost.core.appeal.AppealCommand.Assign;
import io.waypost.core.appeal.AppealCommand.Check;
import io.waypost.core.appeal.AppealCommand.Draft;
import io.waypost.core.appeal.AppealCommand.GiveEvidence;
import io.waypost.core.appeal.AppealCommand.Reopen;
import io.waypost.core.appeal.AppealCommand.Reply;
import io.waypost.core.appeal.AppealCommand.Send;
import io.waypost.core.appeal.AppealCommand.SendBack;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.Liability;
import io.waypost.core.calendar.Holidays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an appeal from step to step; who may is asked here, whether it goes is decided by the rules. */
@Service
class AppealDesk {

    static final String KIND = "APPEAL";

    private final AppealStore store;
    private final AppealPartStore parts;
    private final AppealSteps steps;
    private final Attachments attachments;
    private final Periods periods;
    private final People people;
    private final Network network;
    private final PersonalData personalData;
    private final Clock clock;

    AppealDesk(AppealStore store, AppealPartStore parts, AppealSteps steps, Attachments attachments, Periods periods,
            People people, Network network, PersonalData personalData, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.steps = steps;
        this.attachments = attachments;
        this.periods = periods;
        this.people = people;
        this.network = network;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** A reply as it is written. */
    record Written(Liability liability, String text, List<UUID> attachmentIds, List<AppealPartStore.Passed> timeline) {}

    @Transactional
    public void assign(UUID id, int version, @Nullable UUID personId) {
        var kept = mine(id, version);
        var me = By.current();
        var wanted = personId == null ? me.id() : personId;
        var person = wanted.equals(me.id()) ? me : named(wanted);
        var next = kept.with(AppealSteps.decided(kept.appeal(), new Assign(wanted), clock.instant()), person);
        steps.write(next, What.ASSIGNED, null, Map.of("person", person.name()));
        if (!wanted.equals(me.id())) {
            steps.tell(next, Kind.ASSIGNED, person);
        }
    }

    /** A step that changes nothing but the state. */
    @Transactional
    public void move(UUID id, int version, AppealCommand command, What what, @Nullable String note) {
        var kept = mine(id, version);
        var now = clock.instant();
        var next = kept.with(AppealSteps.decided(kept.appeal(), command, now), kept.handler());
        if (!next.appeal().state().owesAnswer()) {
            next = next.with(ended(kept.outcome(), kept.outcome().satisfied(), now));
        }
        steps.write(next, what, note, Map.of());
    }

    @Transactional
    public void sendBack(UUID id, int version, String note) {
        var kept = mine(id, version);
        var next = kept.with(AppealSteps.decided(kept.appeal(), new SendBack(), clock.instant()), kept.handler())
                .with(kept.outcome().withLiability(null));
        steps.write(next, What.SENT_BACK, note, Map.of());
        steps.responsible(next).ifPresent(person -> steps.tell(next, Kind.SENT_BACK, person));
    }

    @Transactional
    public void ask(UUID id, int version, List<String> unitCodes, String note) {
        var kept = mine(id, version);
        var now = clock.instant();
        var waiting = parts.asked(id).stream().filter(each -> each.answeredAt() == null)
                .map(each -> each.unit().code()).toList();
        var fresh = units(unitCodes).stream().filter(unit -> !waiting.contains(unit.code())).toList();
        var appeal = AppealSteps.decided(kept.appeal(), new AskEvidence(fresh.size()), now);
        var paths = new HashSet<>(kept.place().unitPaths());
        fresh.forEach(unit -> paths.add(unit.path()));
        var place = kept.place();
        var next = kept.with(appeal, kept.handler())
                .with(new Place(place.unitCode(), place.unitPath(), place.regionCode(), paths));
        steps.write(next, What.EVIDENCE_ASKED, note, Map.of("units", fresh.stream().map(Unit::code).toList()));
        attachments.showTo(new Subject(KIND, id), paths);
        for (var unit : fresh) {
            parts.ask(id, Ids.next(now), unit.code(), unit.path(), note, now, By.current().name());
            steps.onDuty(unit.code()).ifPresent(person -> steps.tell(next, Kind.EVIDENCE_ASKED, person));
        }
    }

    /** Evidence of a unit that was asked, or of those who answer the appeal themselves. */
    @Transactional
    public void giveEvidence(UUID id, @Nullable UUID askedId, String text, List<UUID> attachmentIds) {
        var kept = store.lock(id).orElseThrow(() -> Refusal.notFound("appeal", id));
        var asked = parts.asked(id);
        var scope = Acting.current().scope();
        var now = clock.instant();
        if (askedId == null) {
            requireMine(kept);
        } else {
            var request = asked.stream().filter(each -> each.id().equals(askedId) && scope.reaches(each.unitPath()))
                    .findFirst().orElseThrow(() -> Refusal.notFound("evidence request", askedId));
            if (request.answeredAt() != null) {
                throw Refusal.conflict("ALREADY_GIVEN", "The evidence that was asked for is here already.");
            }
            parts.answer(askedId, text, now, By.current().name());
        }
        boolean others = asked.stream().anyMatch(each -> each.answeredAt() == null && !each.id().equals(askedId));
        var next = kept.with(AppealSteps.decided(kept.appeal(), new GiveEvidence(others), now), kept.handler());
        attachments.use(new Subject(KIND, id), attachmentIds, unitOf(asked, askedId, kept));
        steps.write(next, What.EVIDENCE_GIVEN, text, Map.of("files", attachmentIds.size()));
        steps.responsible(next).filter(person -> !person.id().equals(By.current().id()))
                .ifPresent(person -> steps.tell(next, Kind.EVIDENCE_GIVEN, person));
    }

    @Transactional
    public void draft(UUID id, int version, Written written) {
        var kept = mine(id, version);
        var subject = new Subject(KIND, id);
        var now = clock.instant();
        attachments.use(subject, written.attachmentIds(), kept.place().unitCode());
        int files = attachments.of(subject).size();
        var me = By.current();
        var command = new Draft(me.id(), new Reply(written.liability(), files, true));
        var next = kept.with(AppealSteps.decided(kept.appeal(), command, now), kept.handler())
                .with(kept.outcome().withLiability(written.liability()));
        parts.reply(id, new KeptReply(Ids.next(now), kept.appeal().round(), written.liability(),
                Objects.requireNonNull(personalData.seal("appeal.reply", written.text())), written.timeline(), files,
                now, me, null, null, null, null, null));
        steps.write(next, What.DRAFTED, null, Map.of("liability", written.liability().name(), "files", files, "scans",
                written.timeline().size()));
        steps.onDuty(kept.place().unitCode()).filter(person -> !person.id().equals(me.id()))
                .or(() -> steps.above(kept)).filter(person -> !person.id().equals(me.id()))
                .ifPresent(person -> steps.tell(next, Kind.TO_CHECK, person));
    }

    @Transactional
    public void check(UUID id, int version) {
        var kept = mine(id, version);
        var now = clock.instant();
        var next = kept.with(AppealSteps.decided(kept.appeal(), new Check(By.current().id()), now), kept.handler());
        parts.checked(id, now, By.current().name());
        steps.write(next, What.CHECKED, null, Map.of());
        steps.responsible(next).filter(person -> !person.id().equals(By.current().id()))
                .ifPresent(person -> steps.tell(next, Kind.CHECKED, person));
    }

    @Transactional
    public void send(UUID id, int version, @Nullable String reference) {
        var kept = mine(id, version);
        var now = clock.instant();
        var before = kept.outcome();
        boolean late = before.late() || !now.isBefore(kept.period().due());
        var next = kept.with(AppealSteps.decided(kept.appeal(), new Send(), now), kept.handler())
                .with(new Outcome(before.liability(), null, now, null, late));
        parts.sent(id, now, By.current().name(), reference);
        steps.write(next, What.SENT, reference, Map.of("round", kept.appeal().round(), "late", late));
    }

    @Transactional
    public void close(UUID id, int version, Finding finding, @Nullable Boolean satisfied, @Nullable String note) {
        var kept = mine(id, version);
        var now = clock.instant();
        AppealCommand command = finding == Finding.WITHDRAWN
                ? new AppealCommand.Withdraw()
                : new AppealCommand.Close(finding);
        var next = kept.with(AppealSteps.decided(kept.appeal(), command, now), kept.handler())
                .with(ended(kept.outcome(), satisfied, now));
        steps.write(next, finding == Finding.WITHDRAWN ? What.WITHDRAWN : What.CLOSED, note,
                Map.of("finding", finding.name()));
    }

    @Transactional
    public void reopen(UUID id, int version, LocalDate forwardedOn, @Nullable String note) {
        var kept = mine(id, version);
        var now = clock.instant();
        var appeal = AppealSteps.decided(kept.appeal(), new Reopen(), now);
        var from = forwardedOn.atStartOfDay(Holidays.ZONE).toInstant();
        if (from.isAfter(now) || from.isBefore(firstAsked(kept))) {
            throw Refusal.invalid("forwardedOn", forwardedOn, "OUT_OF_RANGE",
                    "A day since the authority asked first, at the latest today.");
        }
        var due = periods.due(appeal.round(), kept.paper().jurisdiction(), from);
        var next = kept.with(appeal, kept.handler())
                .with(new Period(from, due.due(), due.lastDay(), due.row().jurisdiction().code(), due.row().source(),
                        0))
                .with(new Outcome(null, null, null, null, kept.outcome().late()));
        steps.write(next, What.REOPENED, note, Map.of("forwardedOn", forwardedOn.toString()));
        steps.responsible(next).ifPresent(person -> steps.tell(next, Kind.REOPENED, person));
    }

    private static Instant firstAsked(KeptAppeal kept) {
        return kept.paper().forwardedAt();
    }

    private static Outcome ended(Outcome outcome, @Nullable Boolean satisfied, Instant now) {
        return new Outcome(outcome.liability(), satisfied, outcome.repliedAt(), now, outcome.late());
    }

    private String unitOf(List<Asked> asked, @Nullable UUID askedId, KeptAppeal kept) {
        return asked.stream().filter(each -> each.id().equals(askedId)).map(each -> each.unit().code()).findFirst()
                .orElse(kept.place().unitCode());
    }

    private PersonRef named(UUID id) {
        var found = people.names(List.of(id)).get(id);
        if (found == null) {
            throw Refusal.invalid("personId", id, "UNKNOWN", "Nobody has that id.");
        }
        return found;
    }

    private List<Unit> units(List<String> codes) {
        var units = new ArrayList<Unit>();
        for (var code : new HashSet<>(codes)) {
            units.add(network.unit(code).filter(Unit::active).orElseThrow(() -> Refusal.invalid("units", code,
                    "UNKNOWN", "There is no such unit at work.")));
        }
        return units;
    }

    private KeptAppeal mine(UUID id, int version) {
        var kept = store.lock(id).orElseThrow(() -> Refusal.notFound("appeal", id));
        requireMine(kept);
        if (kept.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else took a step meanwhile; read the appeal again.");
        }
        return kept;
    }

    private static void requireMine(KeptAppeal kept) {
        if (!Acting.current().scope().reaches(kept.place().unitPath())) {
            throw Refusal.conflict("NOT_YOUR_UNIT", "The appeal %s is answered elsewhere.".formatted(kept.number()));
        }
    }
}
