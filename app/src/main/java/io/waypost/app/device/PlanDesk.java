package io.waypost.app.device;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.device.DevicePlan.Action;
import io.waypost.app.device.DevicePlan.Ended;
import io.waypost.app.device.DevicePlan.Lateness;
import io.waypost.app.device.Scanner.DeviceState;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.watch.LagHistogram;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where it is said what is done about a scanner, and where that ends. */
@Service
class PlanDesk {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PlanStore plans;
    private final ScannerStore scanners;
    private final VerdictStore verdicts;
    private final LagStore lags;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    PlanDesk(PlanStore plans, ScannerStore scanners, VerdictStore verdicts, LagStore lags, People people,
            AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.scanners = scanners;
        this.verdicts = verdicts;
        this.lags = lags;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants to be done. */
    record Wish(Action action, String note, UUID person, LocalDate due) {}

    /** Puts a scanner of the register on a plan; it can have one at a time. */
    @Transactional
    UUID open(String code, Wish wish) {
        var scanner = scanners.lock(code).orElseThrow(() -> Refusal.notFound("scanner", code));
        if (scanner.state() != DeviceState.IN_USE) {
            throw Refusal.conflict("OUT_OF_USE", "Scanner %s is out of use.".formatted(code));
        }
        var now = clock.instant();
        var person = person(wish.person());
        checkDue(wish.due(), now);
        boolean slow = verdicts.slowNow(code);
        var plan = new DevicePlan(Ids.next(now), code, wish.action(), wish.note(), person, wish.due(), now,
                Acting.current().name(), slow, lateness(lags.of(code)), null, null,
                null, null, 1);
        if (!plans.add(plan)) {
            throw Refusal.conflict("PLAN_EXISTS", "Scanner %s has an open plan already.".formatted(code));
        }
        record("DEVICE_PLAN_OPENED", scanner,
                Map.of("action", wish.action().name(), "person", person.id().toString(), "due", wish.due().toString()));
        return plan.id();
    }

    @Transactional
    void change(String code, UUID id, Wish wish, int version) {
        var scanner = scanners.lock(code).orElseThrow(() -> Refusal.notFound("scanner", code));
        var plan = open(code, id, version);
        var person = person(wish.person());
        if (!wish.due().equals(plan.due())) {
            checkDue(wish.due(), clock.instant());
        }
        plans.change(id, wish.action(), wish.note(), person, wish.due());
        record("DEVICE_PLAN_CHANGED", scanner,
                Map.of("action", wish.action().name(), "person", person.id().toString(), "due", wish.due().toString()));
    }

    @Transactional
    void withdraw(String code, UUID id, int version) {
        var scanner = scanners.lock(code).orElseThrow(() -> Refusal.notFound("scanner", code));
        open(code, id, version);
        plans.end(id, Ended.WITHDRAWN, null, clock.instant(), Acting.current().name());
        record("DEVICE_PLAN_WITHDRAWN", scanner, Map.of());
    }

    /** Ends the open plans of those scanners, inside the running transaction. */
    void end(Collection<String> codes, Ended why, @Nullable LagHistogram after, Instant at) {
        for (var plan : plans.lockOpen(codes)) {
            plans.end(plan.id(), why, after == null ? null : lateness(after), at, Acting.current().name());
            scanners.find(plan.device())
                    .ifPresent(scanner -> record("DEVICE_PLAN_DONE", scanner, Map.of("why", why.name())));
        }
    }

    private DevicePlan open(String code, UUID id, int version) {
        var plan = plans.lock(id).filter(one -> one.device().equals(code))
                .orElseThrow(() -> Refusal.notFound("plan", id));
        if (!plan.open()) {
            throw Refusal.conflict("PLAN_OVER", "The plan is over.");
        }
        if (plan.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed the plan; look at it again.");
        }
        return plan;
    }

    private PersonRef person(UUID id) {
        var person = people.names(List.of(id)).get(id);
        if (person == null || people.roles(id).isEmpty()) {
            throw Refusal.invalid("personId", id, "UNKNOWN_PERSON", "Name somebody who has an account in use.");
        }
        return person;
    }

    private static void checkDue(LocalDate due, Instant now) {
        if (due.isBefore(now.atZone(CHINA).toLocalDate())) {
            throw Refusal.invalid("due", due, "DATE_PAST", "The day must not be over.");
        }
    }

    private static Lateness lateness(LagHistogram lags) {
        return new Lateness(lags.scans(), lags.scans() == 0 ? null : 1 - lags.shareUnderFiveMinutes());
    }

    private void record(String action, Scanner scanner, Map<String, String> detail) {
        audit.record(action, "DEVICE", scanner.code(), scanner.unitPath(), detail);
    }
}
