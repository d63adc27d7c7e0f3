package io.waypost.simulator.drive;

import io.waypost.client.Answer;
import io.waypost.client.ApiException;
import io.waypost.client.Ticket;
import io.waypost.client.WaypostClient;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.care.Care;
import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.clerk.Clerk;
import io.waypost.simulator.clerk.Reply;
import io.waypost.simulator.parcel.Situation;
import io.waypost.simulator.truth.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the people in the units: answers what is asked of them in good time, mostly, and lets parcels move on that
 * somebody, simulated or at a real desk, has found. Not safe for threads.
 */
final class TicketDesk {

    private static final double UNANSWERED = 0.12;

    private static final double UNANSWERED_ABOVE = 0.04;

    private static final int MOST_PAGES = 20;

    /** After so long headquarters gives a parcel up that nobody has found, and settles with the customer. */
    private static final Duration GIVEN_UP = Duration.ofHours(36);

    private final WaypostClient client;

    private final Simulation simulation;

    private final Set<String> leaveToPeople;

    private final CareDesk care;

    private final Consumer<String> foundLog;

    /** What was answered or read already, so that each is acted on once. */
    private final Set<String> done = new HashSet<>();

    private long answered;

    /**
     * A desk.
     *
     * @param care plays what customers come with
     * @param foundLog is told the waybill of every parcel that is found
     */
    TicketDesk(WaypostClient client, Simulation simulation, Set<String> leaveToPeople, CareDesk care,
            Consumer<String> foundLog) {
        this.client = client;
        this.simulation = simulation;
        this.leaveToPeople = leaveToPeople;
        this.care = care;
        this.foundLog = foundLog;
    }

    /** Answers what is due now, and acts on what people have answered. */
    void work(Instant now) {
        care.takeIn(now);
        care.answerAppeals(now);
        forEach("DESK", ticket -> care.consider(ticket, now));
        forEach("UNIT", ticket -> {
            if (Care.handles(ticket.kind())) {
                care.consider(ticket, now);
            } else {
                consider(ticket, now);
            }
        });
        forEach("REPLIED", ticket -> {
            actOnAnswer(ticket);
            care.consider(ticket, now);
        });
        forEach("CHECK", ticket -> care.consider(ticket, now));
    }

    long answered() {
        return answered;
    }

    private void forEach(String phase, Consumer<Ticket> action) {
        @Nullable
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Ticket.Page tickets = client.tickets(phase, cursor);
            tickets.items().forEach(action);
            cursor = tickets.nextCursor();
            if (cursor == null) {
                return;
            }
        }
    }

    private void consider(Ticket ticket, Instant now) {
        Instant due = ticket.dueAt();
        if (due == null || leaveToPeople.contains(ticket.unit().code())) {
            return;
        }
        if (givenUp(ticket, now)) {
            attempt(() -> client.close(ticket.id(), "SETTLED", "全网查找未见实物，按遗失与客户协商赔付", ticket.version()));
            return;
        }
        Dice dice = Dice.of(ticket.id().hashCode(), ticket.level().hashCode(), due.getEpochSecond());
        boolean above = !ticket.level().equals("OUTLET");
        boolean ignored = dice.chance(above ? UNANSWERED_ABOVE : UNANSWERED);
        Duration allowed = Duration.ofMinutes(ticket.limitMinutes());
        Instant answerAt = due.minus(allowed).plusSeconds((long) (allowed.toSeconds() * dice.between(0.08, 0.92)));
        if (ignored || now.isBefore(answerAt) || !done.add(ticket.id() + ticket.level() + due)) {
            return;
        }
        if (ticket.waybill() == null) {
            answer(ticket, new Reply("EXPLAINED", "站点作业受阻，已安排人手恢复，积压的包裹会陆续发出", null, null, false));
            return;
        }
        Optional<Situation> situation = situation(ticket);
        situation.ifPresent(one -> answer(ticket, Clerk.reply(one, ticket.unit().code(), above, now, dice)));
    }

    private boolean givenUp(Ticket ticket, Instant now) {
        Ticket.LastAnswer last = ticket.lastAnswer();
        return ticket.level().equals("HEADQUARTERS") && last != null && last.kind().equals("NOT_FOUND")
                && last.at().plus(GIVEN_UP).isBefore(now)
                && situation(ticket).filter(one -> one.trouble() == Kind.LOST).isPresent();
    }

    private void answer(Ticket ticket, Reply reply) {
        attempt(() -> {
            client.answer(ticket.id(),
                    new Answer(reply.kind(), reply.remark(), reply.until(), reply.misdirectedTo(), ticket.version()));
            answered++;
            if (reply.found()) {
                found(ticket.waybill());
            }
        });
    }

    /** Empty too where the ticket is about no parcel. */
    private Optional<Situation> situation(Ticket ticket) {
        return Optional.ofNullable(ticket.waybill()).flatMap(simulation::situation);
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (ApiException e) {
            // Somebody else was quicker, or the case has closed itself; a server that fails is not our step's fault.
            if (e.status() != 409 && e.status() != 404) {
                throw e;
            }
        }
    }

    /** A person at a desk found the parcel: then it moves on as it would for a simulated one. */
    private void actOnAnswer(Ticket ticket) {
        Ticket.LastAnswer last = ticket.lastAnswer();
        if (last != null && last.kind().startsWith("FOUND_") && done.add(ticket.id() + last.at())) {
            found(ticket.waybill());
        }
    }

    private void found(@Nullable String waybill) {
        if (waybill != null && simulation.found(waybill)) {
            foundLog.accept(waybill);
        }
    }
}
