package io.waypost.simulator.drive;

import io.waypost.client.ApiException;
import io.waypost.client.Ticket;
import io.waypost.client.WaypostClient;
import io.waypost.simulator.Action;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.care.Care;
import io.waypost.simulator.care.Complaint;
import io.waypost.simulator.care.Customers;
import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.parcel.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays customers who come with a matter, the agents who take it in and sort it, and all who answer, check and call back; and the
 * few matters that reach the postal authority. Not safe for threads.
 */
final class CareDesk {

    private static final long LUCK = 902;
    /** Of those, one at a time; the rest come at the next look. */
    private static final int MOST_AT_ONCE = 20;
    private static final double APPEALED = 0.03;
    private static final int REMEMBERED = 20_000;

    private final WaypostClient client;
    private final Simulation simulation;
    private final Customers customers;
    private final Set<String> leaveToPeople;
    private final AppealDesk appeals;
    private final long seed;

    /** Since when each ticket stands as it does; what a restart forgets is only looked at as if it were new. */
    private final Map<String, Seen> seen = new LinkedHashMap<>(256, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    private long opened;

    private record Seen(String state, int version, Instant at, boolean done) {}

    CareDesk(WaypostClient client, Simulation simulation, Customers customers, Set<String> leaveToPeople, long seed) {
        this.client = client;
        this.simulation = simulation;
        this.customers = customers;
        this.leaveToPeople = leaveToPeople;
        this.seed = seed;
        this.appeals = new AppealDesk(client, seed);
    }

    /** Sees what happens in the network: who sends a parcel may come back with a matter. */
    void notice(Action action) {
        if (action instanceof Action.Register(Instant at, var parcel)) {
            customers.sent(at, parcel);
        }
    }

    /** Takes in whoever has come by now. */
    void takeIn(Instant now) {
        for (Complaint complaint : customers.until(now, MOST_AT_ONCE)) {
            attempt(() -> {
                client.openTicket(body(complaint));
                opened++;
            });
            if (Dice.of(seed, LUCK, complaint.waybill().hashCode()).chance(APPEALED)) {
                attempt(() -> client.receiveAppeal(appeal(complaint, now)));
            }
        }
    }

    /** Goes on with what reached the authority. */
    void answerAppeals(Instant now) {
        appeals.work(now);
    }

    long opened() {
        return opened;
    }

    /** Takes the next step of a customer's matter, once its time has come. */
    void consider(Ticket ticket, Instant now) {
        if (leaveToPeople.contains(ticket.unit().code())) {
            return;
        }
        Seen since = seen.get(ticket.id());
        if (since == null || !since.state().equals(ticket.state()) || since.version() != ticket.version()) {
            since = new Seen(ticket.state(), ticket.version(), now, false);
            seen.put(ticket.id(), since);
        }
        if (since.done()) {
            return;
        }
        Dice dice = Dice.of(seed, LUCK, ticket.id().hashCode(), ticket.state().hashCode(), ticket.version());
        Instant at = since.at();
        Seen before = since;
        Care.next(new Care.Standing(ticket.kind(), ticket.state(), ticket.urgent(), ticket.limitMinutes()),
                place(ticket), dice).filter(step -> !at.plus(step.after()).isAfter(now)).ifPresent(step -> {
                    seen.put(ticket.id(), new Seen(before.state(), before.version(), at, true));
                    Map<String, Object> body = new HashMap<>(step.body());
                    body.put("version", ticket.version());
                    attempt(() -> client.step(ticket.id(), step.name(), body));
                });
    }

    private @Nullable String place(Ticket ticket) {
        return Optional.ofNullable(ticket.waybill()).flatMap(simulation::situation).map(Situation::place).orElse(null);
    }

    private static Map<String, Object> body(Complaint complaint) {
        Map<String, Object> body = new HashMap<>(Map.of("waybill", complaint.waybill(), "kind", complaint.kind(),
                "note", complaint.words(), "contactName", complaint.name(), "contactPhone", complaint.phone()));
        if (complaint.urgentReason() != null) {
            body.put("urgent", Map.of("reason", complaint.urgentReason(), "note", complaint.words()));
        }
        return body;
    }

    private static Map<String, Object> appeal(Complaint complaint, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        String number = "模申〔%d〕%05d".formatted(day.getYear(), Math.floorMod(complaint.waybill().hashCode(), 100_000));
        return fields("authorityNumber", number, "office", "邮政业用户申诉中心", "category", category(complaint.kind()),
                "waybill", complaint.waybill(), "complainantRole", "RECIPIENT", "complainantName", complaint.name(),
                "complainantPhone", complaint.phone(), "content", complaint.words(), "request", "请核实处理并给予答复。",
                "appealedOn", day.toString(), "forwardedOn", day.toString());
    }

    private static Map<String, Object> fields(String... namesAndValues) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String category(String kind) {
        return switch (kind.replaceAll("[.].*", "")) {
            case "DELAY", "QUERY", "URGE" -> "DELAY";
            case "LOSS", "SHORTAGE" -> "LOSS_SHORTAGE";
            case "DAMAGE" -> "DAMAGE";
            case "CHARGE" -> "ILLEGAL_CHARGE";
            default -> "DELIVERY_SERVICE";
        };
    }

    /** What was decided meanwhile, or is not allowed as things stand, is none of the others' trouble. */
    static void attempt(Runnable step) {
        try {
            step.run();
        } catch (ApiException e) {
            if (e.status() >= 500 || e.status() == 401 || e.status() == 403) {
                throw e;
            }
        }
    }
}
