package io.waypost.app.desk;

import io.waypost.app.desk.PastWeek.PastContact;
import io.waypost.app.desk.PastWeek.Week;
import io.waypost.app.desk.PolicyTrial.State;
import io.waypost.app.desk.PolicyTrial.TooLittle;
import io.waypost.app.desk.PolicyTrial.TrialPatience;
import io.waypost.app.desk.PolicyTrial.TrialResult;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Admission;
import io.waypost.core.routing.FirstWords;
import io.waypost.core.routing.Patience;
import io.waypost.core.routing.Router;
import io.waypost.core.routing.RoutingComparison;
import io.waypost.core.routing.RoutingPolicy;
import io.waypost.core.routing.RoutingScore;
import io.waypost.core.routing.RoutingTrial;
import io.waypost.core.routing.RoutingTrial.Past;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs last week's contacts through the policy in force and through another one (试算), on the same customers and agents. In the
 * background; a node that goes in the midst of it leaves it to another one.
 */
@Service
class PolicyTrials implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyTrials.class);
    private static final Duration SPAN = Duration.ofDays(7);
    private static final Duration CLAIM = Duration.ofMinutes(10);
    /** Where a channel's contacts were never answered. */
    private static final Duration HANDLING = Duration.ofMinutes(5);

    private final PolicyTrialStore store;
    private final PolicyStore versions;
    private final Policies policies;
    private final PastWeek past;
    private final PolicyDesk desk;
    private final DeskWork work;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock wall;

    PolicyTrials(PolicyTrialStore store, PolicyStore versions, Policies policies, PastWeek past, PolicyDesk desk,
            DeskWork work, ObjectProvider<Deadlines> deadlines, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.versions = versions;
        this.policies = policies;
        this.past = past;
        this.desk = desk;
        this.work = work;
        this.deadlines = deadlines;
        this.wall = wall;
    }

    /** Queues a trial of that version as it is written now, against what is in force. */
    @Transactional
    void ask(int version) {
        PolicyDesk.requireHeadquarters();
        var policy = desk.kept(version);
        if (policy.state() == KeptPolicy.State.DROPPED) {
            throw Refusal.conflict("DROPPED", "Version %d was dropped.".formatted(version));
        }
        var now = now();
        if (!store.insert(new PolicyTrial(Ids.next(now), version, policy.revision(), versions.inForce().version(),
                now.minus(SPAN), now, State.QUEUED, null, Acting.current().name(), now, null))) {
            throw Refusal.conflict("RUN_EXISTS", "A trial of this version is under way.");
        }
        desk.record("ROUTING_TRIED", version, Map.of());
        deadlines.getObject().wake(PolicyTrials.class);
    }

    @Override
    public String name() {
        return "routing-trials";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    /** At once on whatever clock: contacts are of the wall's time. */
    @Override
    public Optional<Instant> nextDue() {
        return store.waits(now()) ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public int runDue(Instant businessTime) {
        var claimed = work.whole(() -> store.claim(now(), now().plus(CLAIM)));
        if (claimed.isEmpty()) {
            return 0;
        }
        var trial = claimed.get();
        TrialResult result = null;
        try {
            result = run(trial);
        } catch (RuntimeException failure) {
            LOG.error("The trial {} of the routing policy {} failed", trial.id(), trial.version(), failure);
        }
        var ended = result;
        work.whole(() -> {
            store.end(trial.id(), ended == null ? State.FAILED : State.DONE, ended, now());
            return true;
        });
        return 1;
    }

    private TrialResult run(PolicyTrial trial) {
        var week = work.whole(() -> past.read(trial.from(), trial.until()));
        var base = policies.of(trial.base(), desk.kept(trial.base()).body());
        var tried = policies.of(trial.version(), desk.kept(trial.version()).body());
        var agents = (int) week.shifts().stream().map(RoutingTrial.Shift::person).distinct().count();
        var customers = new Customers(week);
        if (week.contacts().isEmpty() || agents == 0) {
            return new TrialResult(week.oneIn(), agents, null, customers.shown(),
                    week.contacts().isEmpty() ? TooLittle.NO_CONTACTS : TooLittle.NO_AGENTS);
        }
        var comparison = RoutingComparison.of(score(base, week, customers), score(tried, week, customers));
        return new TrialResult(week.oneIn(), agents, comparison, customers.shown(),
                comparison.whole().enough() ? null : TooLittle.FEW_CONTACTS);
    }

    private static RoutingScore score(RoutingPolicy policy, Week week, Customers customers) {
        var words = new FirstWords(policy);
        var admission = new Admission(policy);
        var contacts = new ArrayList<Past>();
        for (var one : week.contacts()) {
            var waiting = admission.admit(facts(one, words, policy)).waiting();
            contacts.add(new Past(waiting, customers.patience(one), customers.handling(one)));
        }
        return RoutingTrial.run(new Router(policy), policy, contacts, week.shifts());
    }

    /** As it came in, with the matter that this policy finds; what was found later in the talk counts where it finds none. */
    private static Admission.Facts facts(PastContact one, FirstWords words, RoutingPolicy policy) {
        var kept = one.kept();
        var found = words.in(one.firstWords());
        var matter = found.saidMatter() ? found.matter() : policy.matter(kept.matter()).code();
        return new Admission.Facts(kept.id(), kept.channel(), matter,
                found.language() == null ? kept.language() : found.language(), kept.asked(), kept.repeats(), 1,
                kept.unitPath(), kept.contact().since(), kept.lastAgent(), kept.lastAgentAt());
    }

    /** How long the customers of the week would have waited, and how long an agent had them. */
    private static final class Customers {

        private final Map<ContactChannel, Patience> patience = new EnumMap<>(ContactChannel.class);
        private final Map<ContactChannel, List<Duration>> handling = new EnumMap<>(ContactChannel.class);
        private final Map<ContactChannel, Integer> contacts = new EnumMap<>(ContactChannel.class);

        Customers(Week week) {
            PastWeek.byChannel(week.contacts()).forEach((channel, those) -> {
                contacts.put(channel, those.size());
                patience.put(channel, Patience.of(those.stream()
                        .map(one -> new Patience.Seen(one.waited(), one.left())).toList()));
                handling.put(channel, those.stream().filter(one -> !one.left()).map(Customers::had).sorted().toList());
            });
        }

        /** Known of who left; of the others at least as long as they did wait. */
        Duration patience(PastContact one) {
            return one.left()
                    ? one.waited()
                    : Objects.requireNonNull(patience.get(one.kept().channel())).beyond(one.kept().id(), one.waited());
        }

        /** Of who left that of somebody else of the channel, always the same one. */
        Duration handling(PastContact one) {
            if (!one.left()) {
                return had(one);
            }
            var known = Objects.requireNonNull(handling.get(one.kept().channel()));
            return known.isEmpty() ? HANDLING : known.get(Math.floorMod(one.kept().id().hashCode(), known.size()));
        }

        private static Duration had(PastContact one) {
            var taken = Objects.requireNonNull(one.kept().takenAt());
            var had = Duration.between(taken, one.ended());
            return had.plus(one.kept().channel() == ContactChannel.PHONE ? ContactMoves.WRAP_UP : Duration.ZERO);
        }

        Map<ContactChannel, TrialPatience> shown() {
            var shown = new EnumMap<ContactChannel, TrialPatience>(ContactChannel.class);
            patience.forEach((channel, its) -> shown.put(channel, new TrialPatience(contacts.getOrDefault(channel, 0),
                    its.left(), mean(its))));
            return shown;
        }

        private static @Nullable Long mean(Patience patience) {
            return patience.left() == 0 ? null : Math.round(patience.mean());
        }
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
