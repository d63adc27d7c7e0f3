package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealStore.Sealed;
import io.waypost.app.appeal.IntakeFields.Outcome.Right;
import io.waypost.app.appeal.IntakeFields.Outcome.Wrong;
import io.waypost.app.appeal.IntakeFields.Read;
import io.waypost.app.appeal.KeptAppeal.Outcome;
import io.waypost.app.appeal.KeptAppeal.Paper;
import io.waypost.app.appeal.KeptAppeal.Period;
import io.waypost.app.appeal.KeptAppeal.Place;
import io.waypost.app.appeal.ParcelDossier.Known;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.appeal.Appeal;
import io.waypost.core.appeal.AppealAdmission;
import io.waypost.core.appeal.AppealAdmission.Earlier;
import io.waypost.core.appeal.AppealCommand.Receive;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.network.UnitKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes appeals in: links each with the earlier cases of its parcel, and sets the period of law. */
@Service
class AppealIntake {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final AppealStore store;
    private final AppealSteps steps;
    private final Periods periods;
    private final ParcelDossier dossier;
    private final Network network;
    private final PersonalData personalData;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AppealIntake(AppealStore store, AppealSteps steps, Periods periods, ParcelDossier dossier, Network network,
            PersonalData personalData, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.steps = steps;
        this.periods = periods;
        this.dossier = dossier;
        this.network = network;
        this.personalData = personalData;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Takes one in that was typed. */
    KeptAppeal receive(NewAppeal typed) {
        var read = switch (IntakeFields.read(typed, today())) {
            case Right(var right) -> right;
            case Wrong(var flaws) -> throw Refusal.invalid("Some fields are not acceptable.", flaws);
        };
        var known = dossier.of(read.waybill());
        var unit = unit(read, known);
        return Objects.requireNonNull(transaction.execute(_ -> write(read, known, unit)
                .orElseThrow(() -> Refusal.conflict("NUMBER_TAKEN",
                        "The authority's number %s is here already.".formatted(read.authorityNumber())))));
    }

    /** Writes an appeal; empty where the authority's number is here already. Inside the caller's transaction. */
    Optional<KeptAppeal> write(Read read, Known known, Unit unit) {
        var kept = draft(read, known, unit);
        if (!store.add(kept, sealed(read))) {
            return Optional.empty();
        }
        steps.received(kept);
        return Optional.of(kept);
    }

    /** The unit that is to answer. */
    Unit unit(Read read, Known known) {
        var scope = Acting.current().scope();
        if (read.unit() != null) {
            return network.unit(read.unit()).filter(unit -> unit.active() && scope.reaches(unit.path()))
                    .filter(unit -> unit.kind() != UnitKind.OUTLET && unit.kind() != UnitKind.HUB)
                    .orElseThrow(() -> Refusal.invalid("unit", read.unit(), "UNKNOWN",
                            "Name the headquarters, a region, province or city that you reach."));
        }
        return known.parcel().stream()
                .flatMap(parcel -> Stream.of(parcel.destinationSite(), parcel.lastSite(), parcel.originSite()))
                .filter(Objects::nonNull)
                .flatMap(site -> network.atOrAbove(site, UnitKind.REGION).stream())
                .filter(region -> scope.reaches(region.path()))
                .findFirst()
                .or(this::own)
                .orElseThrow(() -> Refusal.conflict("NO_UNIT", "Nobody is there to answer; set the network up first."));
    }

    private Optional<Unit> own() {
        return Acting.current() instanceof Actor.Person person
                ? network.unit(person.unitCode())
                : network.headquarters();
    }

    private KeptAppeal draft(Read read, Known known, Unit unit) {
        var now = clock.instant();
        var forwardedAt = read.forwardedOn().atStartOfDay(Holidays.ZONE).toInstant();
        var due = periods.due(1, read.jurisdiction(), forwardedAt);
        var number = "S%s-%05d".formatted(DAY.format(today()), store.running());
        var earlier = known.earlier().stream().findFirst();
        var paper = new Paper(read.authorityNumber(), read.office(), read.jurisdiction(), known.waybill(),
                earlier.map(EarlierCases.Case::ticketId).orElse(null),
                earlier.map(EarlierCases.Case::number).orElse(null), read.category(), read.reason(), read.role(),
                read.appealedOn(), forwardedAt, now, known.postedOn(), admission(read, known));
        var appeal = AppealSteps.decided(Appeal.fresh(), new Receive(), now);
        return new KeptAppeal(Ids.next(now), number, appeal, paper,
                new Place(unit.code(), unit.path(), region(unit), Set.of(unit.path())),
                new Period(forwardedAt, due.due(), due.lastDay(), due.row().jurisdiction().code(), due.row().source(),
                        0),
                Outcome.NONE, null, 1);
    }

    private AppealAdmission admission(Read read, Known known) {
        var earlier = known.earlier().stream().map(each -> new Earlier(each.openedAt(), each.closedAt())).toList();
        return AppealAdmission.of(periods.table(), new Jurisdiction(read.jurisdiction()), earlier, known.postedOn(),
                read.appealedOn());
    }

    private String region(Unit unit) {
        return network.atOrAbove(unit.code(), UnitKind.REGION).map(Unit::code)
                .orElseGet(() -> network.headquarters().map(Unit::code).orElse(unit.code()));
    }

    private Sealed sealed(Read read) {
        return new Sealed(
                personalData.seal("appeal.name", read.name()),
                personalData.seal("appeal.phone", read.phone()),
                personalData.phoneIndex(read.phone()),
                Objects.requireNonNull(personalData.seal("appeal.content", read.content())),
                Objects.requireNonNull(personalData.seal("appeal.request", read.request())));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Holidays.ZONE);
    }

    /** What is asked of the history of a fresh appeal. */
    static Map<String, Object> about(KeptAppeal kept) {
        var paper = kept.paper();
        return Map.of("authorityNumber", paper.authorityNumber(), "office", paper.office(), "category",
                paper.category().name(), "waybill", paper.waybill());
    }
}
