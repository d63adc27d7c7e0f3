package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.CHENGDU;
import static io.waypost.core.ticket.TicketFixture.COMPLAINT;
import static io.waypost.core.ticket.TicketFixture.DESK_UNIT;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.REGIONLESS;
import static io.waypost.core.ticket.TicketFixture.REQUEST;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.closedOnHolidays;
import static io.waypost.core.ticket.TicketFixture.limited;
import static io.waypost.core.ticket.TicketFixture.terms;
import static io.waypost.core.ticket.TicketFixture.without;
import static io.waypost.core.ticket.TicketFixture.withoutPauses;

import io.waypost.core.deadline.Firing;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.DefaultKinds;
import io.waypost.core.sop.DefaultSops;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Random lives of tickets of every shape of SOP: whatever people and the clock may ask, whoever they are. The same seed is the same life. */
final class TicketLives {

    private static final int STEPS = 60;
    private static final List<Ladder> LADDERS = List.of(TIANHE, CHENGDU, REGIONLESS,
            new Ladder("O440106-003", "R06", "HQ"));
    private static final List<TicketKind> KINDS = List.of(TicketKind.SILENT_PARCEL, TicketKind.QUERY, COMPLAINT,
            REQUEST);
    private static final Caller EVERYBODY = new Caller(EnumSet.allOf(Authority.class),
            EnumSet.allOf(Requirement.class), EnumSet.allOf(Role.class));
    /** What brings a ticket nearer to its end; without it, few would come to be called back. */
    private static final Map<Name, Class<? extends TicketCommand>> FORWARD = Map.of(
            Name.NEW, TicketCommand.Dispatch.class,
            Name.DISPATCHED, TicketCommand.Accept.class,
            Name.ESCALATED, TicketCommand.Accept.class,
            Name.ACCEPTED, TicketCommand.ApplyClose.class,
            Name.IN_PROGRESS, TicketCommand.ApplyClose.class,
            Name.REPLIED, TicketCommand.ApplyClose.class,
            Name.CLOSE_APPLIED, TicketCommand.Check.class,
            Name.CHECKED, TicketCommand.CallBack.class);
    private static final Map<Class<? extends TicketCommand>, Asking> COMMANDS = commands();

    private final Random random;
    private final boolean diligent;
    private TicketTerms terms;
    private Ticket ticket;
    private Instant now = NINE;

    private TicketLives(long seed) {
        random = new Random(seed);
        diligent = random.nextInt(3) > 0;
        terms = randomTerms();
        var about = Ticket.about(terms.kind().kind(), random.nextInt(6) == 0, DESK_UNIT, pick(LADDERS));
        ticket = random.nextBoolean() ? about : about.withStatutory(NINE.plus(Duration.ofHours(random.nextInt(400))));
    }

    /** The steps of the lives of those seeds, one after the other. */
    static Stream<Step> steps(long seeds) {
        return Stream.iterate(0L, seed -> seed + 1).limit(seeds).flatMap(seed -> life(seed).stream());
    }

    static List<Step> life(long seed) {
        return new TicketLives(seed).live();
    }

    /** Every command there is. */
    static Set<Class<? extends TicketCommand>> commandTypes() {
        return COMMANDS.keySet();
    }

    /**
     * One thing that was asked.
     *
     * @param asked the terms under which it was asked
     * @param terms those of the ticket afterwards
     */
    record Step(Ticket before, TicketCommand command, Caller caller, TicketTerms asked, Instant at,
            TicketDecision decision, TicketTerms terms) {

        Ticket after() {
            return decision instanceof Granted(var next, _) ? next : before;
        }

        boolean granted() {
            return decision instanceof Granted;
        }
    }

    private interface Asking {

        TicketCommand ask(TicketLives life);
    }

    private List<Step> live() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STEPS; i++) {
            var deadline = TicketRules.deadline(ticket, terms, now);
            TicketCommand command;
            if (deadline.isPresent() && random.nextInt(3) == 0) {
                now = deadline.get().at().isAfter(now) ? deadline.get().at() : now;
                now = random.nextInt(6) == 0 ? now.plus(Duration.ofHours(random.nextInt(60))) : now;
                command = TicketRules.deadline(ticket, terms, now).orElseThrow().command();
            } else {
                now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(8) == 0 ? 3_000 : 90)));
                command = command();
            }
            var asked = asked(command);
            var caller = random.nextInt(4) == 0 ? caller() : EVERYBODY;
            var decision = TicketRules.decide(ticket, command, asked, caller, now);
            terms = decision instanceof Granted ? asked : terms;
            var step = new Step(ticket, command, caller, asked, now, decision, terms);
            steps.add(step);
            ticket = step.after();
        }
        return steps;
    }

    /** Mostly something that may be asked now, else something that may not. */
    private TicketCommand command() {
        var forward = FORWARD.get(ticket.state().name());
        if (diligent && forward != null && random.nextInt(3) == 0) {
            return asking(forward).ask(this);
        }
        if (random.nextInt(ticket.state().name() == Name.UNOPENED ? 2 : 4) > 0) {
            var ways = TicketTable.ways().stream().filter(way -> way.from() == ticket.state().name()).toList();
            return asking(pick(ways).command()).ask(this);
        }
        return asking(pick(COMMANDS.keySet().stream()
                .filter(type -> TicketTable.way(ticket.state().name(), type).isEmpty()).toList())).ask(this);
    }

    private static Asking asking(Class<? extends TicketCommand> command) {
        var asking = COMMANDS.get(command);
        if (asking == null) {
            throw new IllegalStateException("Nobody here asks for %s.".formatted(command));
        }
        return asking;
    }

    private TicketTerms asked(TicketCommand command) {
        return switch (command) {
            case TicketCommand.Triage() -> random.nextInt(3) == 0 ? randomTerms() : terms;
            case TicketCommand.Recount() -> recounted();
            default -> terms;
        };
    }

    private TicketTerms recounted() {
        if (random.nextBoolean()) {
            return closedOnHolidays(terms);
        }
        var limit = Duration.ofHours(random.nextInt(4, 40));
        var sop = limited(terms.sop(), pick(List.of(Stage.values())), limit, Duration.ofHours(random.nextInt(1, 4)));
        return new TicketTerms(sop, terms.silent(), terms.kind(), terms.book(), terms.calendars());
    }

    /** Any kind under any kind's SOP, some of whose stages and pauses its owner has struck out. */
    private TicketTerms randomTerms() {
        var base = DefaultSops.of(DefaultKinds.catalogue().entry(pick(KINDS)));
        return terms(pick(KINDS), _ -> changed(base));
    }

    private Sop changed(Sop base) {
        var sop = switch (random.nextInt(8)) {
            case 0 -> without(base, Stage.TRIAGE);
            case 1 -> without(base, Stage.CHECK);
            case 2 -> without(base, Stage.CALL_BACK);
            case 3 -> without(base, Stage.VERIFICATION);
            case 4 -> without(base, Stage.SOLUTION, Stage.CHECK);
            default -> base;
        };
        sop = random.nextInt(3) == 0 ? withoutPauses(sop) : sop;
        return random.nextInt(4) == 0 ? TicketFixture.by(sop, SopStage.OF_UNIT) : sop;
    }

    private Caller caller() {
        var authorities = EnumSet.noneOf(Authority.class);
        for (var authority : Authority.values()) {
            if (random.nextInt(3) == 0) {
                authorities.add(authority);
            }
        }
        return new Caller(authorities, random.nextBoolean() ? EVERYBODY.fulfilled() : Set.of(),
                random.nextBoolean() ? EVERYBODY.roles() : Set.of(Role.AGENT));
    }

    private Answer answer() {
        return switch (random.nextInt(7)) {
            case 0 -> new Answer.FoundForwarded();
            case 1 -> new Answer.FoundDamaged();
            case 2 -> new Answer.NotFound();
            case 3 -> new Answer.Misdirected(pick(LADDERS));
            case 4 -> new Answer.WaitingCustomer(until());
            case 5 -> new Answer.OnTheWay(until());
            default -> new Answer.Explained();
        };
    }

    private Instant until() {
        return now.plus(Duration.ofHours(random.nextInt(random.nextInt(3) == 0 ? 200 : 40)));
    }

    private Firing.Key key() {
        return new Firing.Key(pick(List.of(Firing.Kind.values())), Duration.ofMinutes(30L * random.nextInt(1, 100)));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    private static Map<Class<? extends TicketCommand>, Asking> commands() {
        var all = new LinkedHashMap<Class<? extends TicketCommand>, Asking>();
        Stream.<TicketCommand>of(new TicketCommand.Open(), new TicketCommand.Triage(), new TicketCommand.Accept(),
                new TicketCommand.Start(), new TicketCommand.GoOn(), new TicketCommand.Return(),
                new TicketCommand.ApplyClose(), new TicketCommand.WithdrawClose(), new TicketCommand.Confirm(),
                new TicketCommand.Reopen(), new TicketCommand.Withdraw(), new TicketCommand.Unmerge(),
                new TicketCommand.Urge(), new TicketCommand.Note(), new TicketCommand.Message(),
                new TicketCommand.Appoint(), new TicketCommand.RaiseUrgent(), new TicketCommand.LowerUrgent(),
                new TicketCommand.CarryUp(), new TicketCommand.CauseGone(), new TicketCommand.ReceiveAppeal(),
                new TicketCommand.EndAppeal(), new TicketCommand.Recount(), new TicketCommand.WaitOver(),
                new TicketCommand.RemindStatutory(), new TicketCommand.LookAgain())
                .forEach(command -> all.put(command.getClass(), _ -> command));
        all.put(TicketCommand.Join.class, life -> new TicketCommand.Join(life.pick(LADDERS)));
        all.put(TicketCommand.Dispatch.class, life -> new TicketCommand.Dispatch(life.pick(LADDERS)));
        all.put(TicketCommand.HandOver.class, life -> new TicketCommand.HandOver(life.pick(LADDERS)));
        all.put(TicketCommand.Redispatch.class, life -> new TicketCommand.Redispatch(life.pick(LADDERS)));
        all.put(TicketCommand.Wait.class,
                life -> new TicketCommand.Wait(life.pick(WaitReason.values()), life.until()));
        all.put(TicketCommand.Give.class, life -> new TicketCommand.Give(life.answer()));
        all.put(TicketCommand.Check.class, life -> new TicketCommand.Check(life.random.nextInt(3) > 0));
        all.put(TicketCommand.CallBack.class,
                life -> new TicketCommand.CallBack(life.pick(CallBackVerdict.values())));
        all.put(TicketCommand.Close.class, life -> new TicketCommand.Close(life.pick(CloseReason.values())));
        all.put(TicketCommand.Reject.class, life -> new TicketCommand.Reject(life.pick(RejectReason.values())));
        all.put(TicketCommand.Invalidate.class,
                life -> new TicketCommand.Invalidate(life.pick(InvalidReason.values())));
        all.put(TicketCommand.Merge.class,
                life -> new TicketCommand.Merge("T2", life.random.nextInt(4) == 0 ? "T2" : "T1"));
        all.put(TicketCommand.Fire.class, life -> new TicketCommand.Fire(life.key()));
        return all;
    }
}
