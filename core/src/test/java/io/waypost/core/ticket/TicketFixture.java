package io.waypost.core.ticket;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarDraft;
import io.waypost.core.calendar.CalendarFixture;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.HolidayRule;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.Shift;
import io.waypost.core.calendar.WorkCalendar;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.DefaultKinds;
import io.waypost.core.sop.DefaultSops;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets, the people who come to them, and the terms that the tests are written against. */
final class TicketFixture {

    /** Five in the afternoon of a Saturday in China: an hour before the dispatch desk goes home. */
    static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    static final String DESK_UNIT = "DESK-1";
    static final Ladder TIANHE = new Ladder("O440106-003", "R05", "HQ");
    static final Ladder CHENGDU = new Ladder("H5101", true, "R07", "HQ");
    static final Ladder REGIONLESS = new Ladder("H-HQ", true, "HQ", "HQ");

    static final Caller CUSTOMER = caller(Authority.CUSTOMER);
    static final Caller UNIT = caller(Authority.HOLDER);
    static final Caller AGENT = new Caller(Set.of(Authority.DESK, Authority.READER), Set.of(), Set.of(Role.AGENT));
    static final Caller LEAD = new Caller(Set.of(Authority.DESK, Authority.ABOVE), Set.of(), Set.of(Role.TEAM_LEAD));
    static final Caller READER = caller(Authority.READER);

    /** The dispatch desk's hours: 8:00 to 18:00 every day. */
    static final CalendarId DESK_DAILY = new CalendarId(DefaultSops.DISPATCH_DESK, 1);
    /** The same desk, closed on holidays. */
    static final CalendarId DESK_WITH_HOLIDAYS = new CalendarId(DefaultSops.DISPATCH_DESK, 2);
    static final CalendarBook BOOK = book(CalendarFixture.ALWAYS, CalendarFixture.OUTLET,
            desk(DESK_DAILY, HolidayRule.ignored()), desk(DESK_WITH_HOLIDAYS, new HolidayRule(true, null)));

    static final TicketKind COMPLAINT = new TicketKind("DELAY.TRANSPORT");
    static final TicketKind REQUEST = new TicketKind("ADDRESS_CHANGE");

    private TicketFixture() {}

    static TicketTerms terms(TicketKind kind) {
        return terms(kind, UnaryOperator.identity());
    }

    /** The terms of that kind with another SOP. */
    static TicketTerms terms(TicketKind kind, UnaryOperator<Sop> change) {
        var entry = DefaultKinds.catalogue().entry(kind);
        var silent = DefaultSops.of(DefaultKinds.catalogue().entry(TicketKind.SILENT_PARCEL));
        return new TicketTerms(change.apply(DefaultSops.of(entry)), silent, entry, BOOK,
                (code, unit, at) -> code.equals(SopStage.OF_UNIT)
                        ? CalendarFixture.OUTLET.id()
                        : new CalendarId(code, 1));
    }

    /** The same hours and kinds, the dispatch desk being closed on holidays. */
    static TicketTerms closedOnHolidays(TicketTerms terms) {
        return new TicketTerms(terms.sop(), terms.silent(), terms.kind(), terms.book(),
                (code, unit, at) -> code.equals(DefaultSops.DISPATCH_DESK)
                        ? DESK_WITH_HOLIDAYS
                        : terms.calendars().choose(code, unit, at));
    }

    /** Other stages in that SOP. */
    static Sop stages(Sop sop, Function<SopStage, Stream<SopStage>> change) {
        return new Sop(sop.id(), sop.stages().stream().flatMap(change).toList(), sop.longestWait(),
                sop.reopenWindow(), sop.repeatWindow(), sop.handOvers());
    }

    static Sop without(Sop sop, Stage... gone) {
        var left = Set.of(gone);
        return stages(sop, stage -> left.contains(stage.stage()) ? Stream.of() : Stream.of(stage));
    }

    /** That stage with other limits. */
    static Sop limited(Sop sop, Stage which, Duration normal, Duration urgent) {
        return stages(sop, one -> Stream.of(one.stage() == which
                ? new SopStage(one.stage(), one.party(), normal, urgent, one.calendar(), one.alarms(), one.pauses(),
                        one.requires(), one.skippers(), one.customerText())
                : one));
    }

    /** That stage with other requirements. */
    static Sop needing(Sop sop, Stage which, Requirement... requires) {
        return stages(sop, one -> Stream.of(one.stage() == which
                ? new SopStage(one.stage(), one.party(), one.normal(), one.urgent(), one.calendar(), one.alarms(),
                        one.pauses(), Set.of(requires), one.skippers(), one.customerText())
                : one));
    }

    /** The clock stands for nothing. */
    static Sop withoutPauses(Sop sop) {
        return stages(sop, one -> Stream.of(new SopStage(one.stage(), one.party(), one.normal(), one.urgent(),
                one.calendar(), one.alarms(), Set.of(), one.requires(), one.skippers(), one.customerText())));
    }

    /** Every stage by that calendar. */
    static Sop by(Sop sop, String calendar) {
        return stages(sop, one -> Stream.of(new SopStage(one.stage(), one.party(), one.normal(), one.urgent(), calendar,
                one.alarms(), one.pauses(), one.requires(), one.skippers(), one.customerText())));
    }

    static Caller caller(Authority... as) {
        return new Caller(Set.of(as), Set.of(), Set.of());
    }

    /** The same caller, who brings that. */
    static Caller with(Caller caller, Requirement... fulfilled) {
        var all = EnumSet.noneOf(Requirement.class);
        all.addAll(Arrays.asList(fulfilled));
        return new Caller(caller.authorities(), all, caller.roles());
    }

    static Instant after(Duration duration) {
        return NINE.plus(duration);
    }

    static Instant minutes(long minutes) {
        return after(Duration.ofMinutes(minutes));
    }

    static Instant hours(long hours) {
        return after(Duration.ofHours(hours));
    }

    private static WorkCalendar desk(CalendarId id, HolidayRule rule) {
        return WorkCalendar.of(CalendarDraft.inChina(id, CalendarDraft.everyDay(Shift.of("08:00", "18:00")), rule),
                Holidays.china());
    }

    private static CalendarBook book(WorkCalendar... calendars) {
        Map<CalendarId, WorkCalendar> byId = Arrays.stream(calendars)
                .collect(Collectors.toMap(WorkCalendar::id, Function.identity()));
        return id -> Objects.requireNonNull(byId.get(id), id.toString());
    }
}
