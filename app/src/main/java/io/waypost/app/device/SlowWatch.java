package io.waypost.app.device;

import io.waypost.app.device.DevicePlan.Ended;
import io.waypost.app.device.LagStore.Seen;
import io.waypost.app.device.Scanner.DeviceState;
import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.core.device.SlowScanners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges once an hour which scanners are slow, tells their units, and ends the plans of those that are good again. */
@Service
class SlowWatch implements DueWork {

    /** A unit is told of the same scanner at most once in this time. */
    private static final Duration TOLD_EVERY = Duration.ofDays(7);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(28);

    private final LagStore lags;
    private final ScannerStore scanners;
    private final VerdictStore verdicts;
    private final PlanStore plans;
    private final PlanDesk desk;
    private final Network network;
    private final DutyRoster roster;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SlowWatch(LagStore lags, ScannerStore scanners, VerdictStore verdicts, PlanStore plans, PlanDesk desk,
            Network network, DutyRoster roster, ApplicationEventPublisher events, Clock clock,
            PlatformTransactionManager transactions) {
        this.lags = lags;
        this.scanners = scanners;
        this.verdicts = verdicts;
        this.plans = plans;
        this.desk = desk;
        this.network = network;
        this.roster = roster;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "slow-scanners";
    }

    @Override
    public Optional<Instant> nextDue() {
        var judged = Objects.requireNonNull(transaction.execute(_ -> Optional.ofNullable(lags.judgedAt())));
        return Optional.of(judged.map(at -> at.plus(EVERY)).orElseGet(clock::instant));
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var judged = lags.lockJudgedAt();
            if (judged != null && judged.plus(EVERY).isAfter(now)) {
                return 0;
            }
            verdicts.judged(slow(now), now);
            verdicts.forget(now.minus(KEPT));
            plans.hoursOfOpen(now.minus(TOLD_EVERY))
                    .forEach((device, hours) -> SlowScanners.goodAgain(hours)
                            .ifPresent(good -> desk.end(List.of(device), Ended.GOOD_AGAIN, good, now)));
            tell(now);
            lags.judged(now);
            return 1;
        }));
    }

    /** A scanner is compared with the others of its place and with the whole network; one that is out of use is not judged. */
    private List<Verdict> slow(Instant now) {
        var seen = lags.seen("/");
        double usual = SlowScanners.usual(seen.stream().map(Seen::histogram).toList());
        var outOfUse = scanners.below("/").stream().filter(one -> one.state() != DeviceState.IN_USE).map(Scanner::code)
                .collect(Collectors.toSet());
        var slow = new ArrayList<Verdict>();
        for (var site : seen.stream().collect(Collectors.groupingBy(Seen::site)).values()) {
            for (var one : site) {
                var others = site.stream().filter(other -> !other.device().equals(one.device())).map(Seen::histogram)
                        .toList();
                SlowScanners.judge(one.histogram(), others, usual).filter(_ -> !outOfUse.contains(one.device()))
                        .ifPresent(why -> slow.add(new Verdict(one.device(), one.site(), one.unitPath(), now, why)));
            }
        }
        return slow;
    }

    private void tell(Instant now) {
        verdicts.tell(now.minus(TOLD_EVERY), now).stream().collect(Collectors.groupingBy(Verdict::site))
                .forEach((site, slow) -> roster.onDuty(site, DutyKind.ALL)
                        .ifPresent(person -> events.publishEvent(new SlowScannersFound(network.ref(site),
                                slow.stream().map(Verdict::device).sorted().toList(), person, now))));
    }
}
