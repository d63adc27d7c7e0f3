package io.waypost.app.liability;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.liability.ChargePartStore.Outcome;
import io.waypost.app.liability.ChargeView.What;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.liability.Duty;
import io.waypost.core.liability.LiabilityCommand.Appeal;
import io.waypost.core.liability.LiabilityCommand.Arbitrate;
import io.waypost.core.liability.LiabilityCommand.Award;
import io.waypost.core.liability.LiabilityCommand.GiveEvidence;
import io.waypost.core.liability.LiabilityCommand.Rebut;
import io.waypost.core.liability.LiabilityCommand.Settle;
import io.waypost.core.liability.LiabilityEvidence;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.liability.LiableParty;
import io.waypost.core.liability.Share;
import io.waypost.core.liability.Shares;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a charge; who may is asked here, whether it goes is decided by the rules. */
@Service
class ChargeDesk {

    private static final int MOST_UNITS = 10;

    private final ChargeStore store;
    private final ChargePartStore parts;
    private final ChargeSteps steps;
    private final ChargeReach reach;
    private final ChargePlaces places;
    private final Attachments attachments;
    private final Network network;
    private final Clock clock;

    ChargeDesk(ChargeStore store, ChargePartStore parts, ChargeSteps steps, ChargeReach reach, ChargePlaces places,
            Attachments attachments, Network network, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.steps = steps;
        this.reach = reach;
        this.places = places;
        this.attachments = attachments;
        this.network = network;
        this.clock = clock;
    }

    /** A share as a person names it. */
    record NamedShare(@Nullable String unit, @Nullable Integer perMille) {}

    /**
     * What somebody says.
     *
     * @param unit for which unit; null where there is only one
     * @param files uploaded before
     */
    record Said(@Nullable String unit, String text, List<UUID> files) {}

    /** Decides what the scans could not tell: the headquarters' desk alone. */
    @Transactional
    public void settle(UUID id, int version, List<NamedShare> shares, String text) {
        var person = By.person();
        if (!person.scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "What the scans cannot tell the headquarters decide.");
        }
        steps.take(locked(id, version), new Settle(person.id(), person.unitCode(), named(shares)), What.SETTLED, text,
                Map.of());
    }

    /** Brings evidence for a charged unit. */
    @Transactional
    public void giveEvidence(UUID id, int version, LiabilityEvidence.Kind kind, Said said) {
        var person = By.person();
        var kept = locked(id, version);
        var unit = reach.chargedUnit(person, kept, said.unit());
        use(kept, said);
        var next = steps.take(kept, new GiveEvidence(person.id(), unit), What.EVIDENCE_GIVEN, said.text(),
                Map.of("unit", unit, "kind", kind.name(), "files", said.files().size()));
        parts.bring(id, unit, kind, said.text(), said.files().size(), clock.instant(), person.name());
        if (next.state() == Name.STANDING) {
            // Both charged units brought some: each speaks against the other's.
            parts.close(id, Outcome.REBUTTED);
        }
    }

    /** Speaks against evidence, for another unit on the way or for those above. */
    @Transactional
    public void rebut(UUID id, int version, Said said) {
        var person = By.person();
        var kept = locked(id, version);
        var unit = reach.otherSide(person, kept, said.unit());
        use(kept, said);
        steps.take(kept, new Rebut(person.id(), unit), What.REBUTTED, said.text(),
                Map.of("unit", unit, "files", said.files().size()));
        parts.close(id, Outcome.REBUTTED);
    }

    /** Appeals for a charged unit, once. */
    @Transactional
    public void appeal(UUID id, int version, Said said) {
        var person = By.person();
        var kept = locked(id, version);
        var unit = reach.chargedUnit(person, kept, said.unit());
        use(kept, said);
        var tier = places.tier(kept);
        steps.take(kept, new Appeal(person.id(), unit, tier), What.APPEALED, said.text(),
                Map.of("unit", unit, "tier", tier.name(), "files", said.files().size()));
    }

    /** What an arbitrator decides; the names are part of the API. */
    enum Decision {
        UPHOLD,
        MOVE,
        LIFT
    }

    /** Arbitrates. */
    @Transactional
    public void arbitrate(UUID id, int version, Decision decision, List<NamedShare> shares, String text) {
        var person = By.person();
        var kept = locked(id, version);
        var tier = reach.arbiter(person, kept);
        Award award = switch (decision) {
            case UPHOLD -> new Award.Uphold();
            case LIFT -> new Award.Lift();
            case MOVE -> new Award.Move(named(shares));
        };
        steps.take(kept, new Arbitrate(person.id(), person.unitCode(), tier, award), What.ARBITRATED, text,
                Map.of("decision", decision.name(), "tier", tier.name()));
    }

    private List<Share> named(List<NamedShare> shares) {
        if (shares.isEmpty() || shares.size() > MOST_UNITS) {
            throw Refusal.invalid("shares", shares.size(), "LENGTH", "Name 1 to %d units.".formatted(MOST_UNITS));
        }
        var named = new ArrayList<Share>();
        for (int i = 0; i < shares.size(); i++) {
            var field = "shares[%d]".formatted(i);
            var code = shares.get(i).unit();
            var unit = network.unit(code == null ? "" : code).filter(Unit::active).orElseThrow(
                    () -> Refusal.invalid(field + ".unit", code, "UNKNOWN", "There is no such unit at work."));
            var perMille = shares.get(i).perMille();
            if (perMille == null || perMille < 1 || perMille > Shares.WHOLE) {
                throw Refusal.invalid(field + ".perMille", perMille, "RANGE", "From 1 to %d.".formatted(Shares.WHOLE));
            }
            named.add(new Share(unit.code(), LiableParty.NAMED, Duty.UNIT, perMille));
        }
        if (!Shares.whole(named)) {
            throw Refusal.invalid("shares", named.stream().mapToInt(Share::perMille).sum(), "SUM",
                    "Each unit once, and %d together.".formatted(Shares.WHOLE));
        }
        return named;
    }

    private void use(KeptCharge kept, Said said) {
        attachments.use(new Subject(ChargeSteps.KIND, kept.id()), said.files(), said.unit() == null ? "" : said.unit());
    }

    private KeptCharge locked(UUID id, int version) {
        var kept = store.lock(id).orElseThrow(() -> Refusal.notFound("charge", id));
        if (kept.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else took a step meanwhile; read the charge again.");
        }
        return kept;
    }
}
