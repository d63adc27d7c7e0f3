package io.waypost.app.desk;

import io.waypost.app.desk.KeptPolicy.PolicyTerm;
import io.waypost.app.desk.PolicyTrial.TooLittle;
import io.waypost.app.desk.PolicyTrial.TrialPatience;
import io.waypost.app.desk.PolicyTrial.TrialResult;
import io.waypost.app.kernel.Acting;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Coverage;
import io.waypost.core.routing.RoutingComparison;
import io.waypost.core.routing.RoutingComparison.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Versions of the routing policy as they are shown. */
@Component
class PolicyViews {

    private static final int MOST_SEATS = 5_000;

    private final PolicyStore store;
    private final PolicyTrialStore trials;
    private final Policies policies;
    private final DeskSeatStore seats;
    private final Network network;
    private final DeskWork work;

    PolicyViews(PolicyStore store, PolicyTrialStore trials, Policies policies, DeskSeatStore seats, Network network,
            DeskWork work) {
        this.store = store;
        this.trials = trials;
        this.policies = policies;
        this.seats = seats;
        this.network = network;
        this.work = work;
    }

    /**
     * One version.
     *
     * @param mine whether whoever asks wrote in it, and so may not put it into force for the first time
     * @param since when it last came into force; null for never
     */
    record PolicyRow(int version, KeptPolicy.State state, boolean inForce, String note, String author, boolean mine,
            Instant madeAt, @Nullable Instant since, @Nullable String forcedBy, @Nullable String dropped,
            int revision) {}

    /** All versions, the newest first. */
    record PolicyList(int inForce, List<PolicyRow> items, List<PolicyTerm> terms) {}

    /** One version whole. */
    record PolicyView(PolicyRow row, PolicyBody body, List<Coverage.Gap> gaps, @Nullable PolicyTrialView trial) {}

    /**
     * How far a trial is, and what came out.
     *
     * @param current whether it was of the version as it is written now
     */
    record PolicyTrialView(PolicyTrial.State state, boolean current, int base, Instant from, Instant until,
            Instant requestedAt, @Nullable Instant endedAt, int oneIn, int agents, @Nullable TrialLine whole,
            List<TrialChannel> channels, List<TrialDesk> desks, RoutingComparison.@Nullable Spread baseSpread,
            RoutingComparison.@Nullable Spread triedSpread, @Nullable TooLittle tooLittle) {}

    /**
     * Both policies on the same contacts.
     *
     * @param clear whether the difference in who was answered in time is more than chance
     */
    record TrialLine(RoutingComparison.Side base, RoutingComparison.Side tried, int better, int worse, boolean clear,
            boolean enough) {

        static TrialLine of(Line line) {
            return new TrialLine(line.base(), line.tried(), line.better(), line.worse(), line.clear(), line.enough());
        }
    }

    record TrialChannel(ContactChannel channel, TrialLine line, @Nullable TrialPatience patience) {}

    record TrialDesk(UnitRef unit, TrialLine line) {}

    PolicyList list(int most) {
        int inForce = store.inForce().version();
        return new PolicyList(inForce, store.list(most).stream().map(one -> row(one, inForce)).toList(),
                store.terms(most));
    }

    PolicyView view(KeptPolicy policy) {
        var skills = work.whole(() -> seats.all(MOST_SEATS)).stream().map(KeptSeat::skills).toList();
        return new PolicyView(row(policy, store.inForce().version()), policy.body(),
                Coverage.gaps(policies.of(policy.version(), policy.body()), skills),
                trials.newest(policy.version()).map(trial -> trial(policy, trial)).orElse(null));
    }

    private PolicyRow row(KeptPolicy policy, int inForce) {
        var hand = Acting.hand();
        var term = policy.state() == KeptPolicy.State.APPROVED
                ? store.termsOf(policy.version()).stream().findFirst().orElse(null)
                : null;
        return new PolicyRow(policy.version(), policy.state(), policy.version() == inForce, policy.note(),
                policy.author(), hand != null && policy.editors().contains(hand), policy.madeAt(),
                term == null ? null : term.from(), term == null ? null : term.by(), policy.dropped(),
                policy.revision());
    }

    private PolicyTrialView trial(KeptPolicy policy, PolicyTrial trial) {
        var result = trial.result() == null ? new TrialResult(1, 0, null, Map.of(), null) : trial.result();
        var sides = result.comparison();
        return new PolicyTrialView(trial.state(), trial.revision() == policy.revision(), trial.base(), trial.from(),
                trial.until(), trial.requestedAt(), trial.endedAt(), result.oneIn(), result.agents(),
                sides == null ? null : TrialLine.of(sides.whole()),
                sides == null
                        ? List.of()
                        : sides.channels().stream().map(line -> channel(line, result)).toList(),
                sides == null
                        ? List.of()
                        : sides.desks().stream().filter(PolicyViews::reached).map(this::desk).toList(),
                sides == null ? null : sides.base(), sides == null ? null : sides.tried(), result.tooLittle());
    }

    private static TrialChannel channel(Line line, TrialResult result) {
        var channel = ContactChannel.valueOf(line.name());
        return new TrialChannel(channel, TrialLine.of(line), result.patience().get(channel));
    }

    /** Desks that others lead are not shown to whoever does not reach them. */
    private static boolean reached(Line line) {
        return Acting.current().scope().reaches(line.name());
    }

    private TrialDesk desk(Line line) {
        var path = line.name();
        return new TrialDesk(network.ref(DeskIntake.code(path)), TrialLine.of(line));
    }
}
