package io.waypost.core.liability;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.liability.Judgement.Outcome;
import io.waypost.core.liability.LiabilityCommand.AcceptEvidence;
import io.waypost.core.liability.LiabilityCommand.Appeal;
import io.waypost.core.liability.LiabilityCommand.Arbitrate;
import io.waypost.core.liability.LiabilityCommand.Award;
import io.waypost.core.liability.LiabilityCommand.GiveEvidence;
import io.waypost.core.liability.LiabilityCommand.Judge;
import io.waypost.core.liability.LiabilityCommand.Lapse;
import io.waypost.core.liability.LiabilityCommand.Rebut;
import io.waypost.core.liability.LiabilityCommand.Settle;
import io.waypost.core.liability.LiabilityDecision.Accepted;
import io.waypost.core.liability.LiabilityDecision.Declined;
import io.waypost.core.liability.LiabilityDecision.Movement;
import io.waypost.core.liability.LiabilityDecision.Refusal;
import io.waypost.core.liability.LiabilityState.Ending;
import io.waypost.core.liability.LiabilityState.Final;
import io.waypost.core.liability.LiabilityState.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L6 a charge is contested step by step: evidence, rebuttal, one appeal, arbitration")
class LiabilityRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final UUID LI = new UUID(0, 1);
    private static final UUID WANG = new UUID(0, 2);
    private static final UUID ZHAO = new UUID(0, 3);
    private static final UUID QIAN = new UUID(0, 4);
    private static final Judgement H1 = charged("H1");
    private static final Judgement H2 = charged("H2");
    private static final Judgement BOTH = new Judgement(Outcome.CHARGED, BrokenLink.SENT_NOT_AT_HUB_BAG,
            LiabilityBasis.LOADED,
            List.of(share("H1", 500), share("H2", 500)), Confidence.PROBABLE, null, null, List.of(), "T");
    private static final Judgement UNCLEAR = new Judgement(Outcome.UNDECIDED, null, null, List.of(), null,
            Doubt.NO_SCANS, null, List.of(), "T");
    private static final Judgement NOBODY = new Judgement(Outcome.BORNE, null, null, List.of(), null, null,
            Exemption.FORCE_MAJEURE, List.of(), "T");

    private Instant now = NOW;
    private Movement moved = Movement.NONE;

    @Test
    void nobodySaysAnythingAndTheChargeBecomesFinal() {
        var charge = after(fresh(), new Judge(H1));
        assertThat(moved).isEqualTo(Movement.BOOK);
        assertThat(charge.state().due()).contains(NOW.plus(Duration.ofDays(3)));
        now = NOW.plus(Duration.ofDays(3)).minusMillis(1);
        assertThat(refused(charge, new Lapse())).isEqualTo(Refusal.NOT_DUE);
        now = NOW.plus(Duration.ofDays(3));
        assertThat(refused(charge, new GiveEvidence(LI, "H1"))).isEqualTo(Refusal.TOO_LATE);
        charge = after(charge, new Lapse());
        assertThat(moved).isEqualTo(Movement.NONE);
        assertThat(charge.state().due()).contains(NOW.plus(Duration.ofDays(6)));
        assertThat(refused(charge, new Lapse())).isEqualTo(Refusal.NOT_DUE);
        assertThat(refused(charge, new GiveEvidence(LI, "H1"))).isEqualTo(Refusal.TOO_LATE);
        now = NOW.plus(Duration.ofDays(6));
        assertThat(refused(charge, new Appeal(LI, "H1", Tier.REGION))).isEqualTo(Refusal.TOO_LATE);
        charge = after(charge, new Lapse());
        assertThat(moved).isEqualTo(Movement.FINALISE);
        assertThat(charge.state()).isEqualTo(new Final(Ending.ACCEPTED));
        assertThat(refused(charge, new Appeal(LI, "H1", Tier.REGION))).isEqualTo(Refusal.ENDED);
    }

    @Test
    void silenceAcceptsTheEvidenceAndTheBlameMoves() {
        var charge = after(fresh(), new Judge(H1), new GiveEvidence(LI, "H1"));
        assertThat(charge.state().name()).isEqualTo(Name.ANSWERED);
        assertThat(charge.state().due()).contains(NOW.plus(Duration.ofDays(2)));
        assertThat(refused(charge, new AcceptEvidence(H2))).isEqualTo(Refusal.NOT_DUE);
        now = NOW.plus(Duration.ofDays(2));
        assertThat(refused(charge, new Rebut(WANG, "H2"))).isEqualTo(Refusal.TOO_LATE);
        assertThat(refused(charge, new Lapse())).isEqualTo(Refusal.EVIDENCE_WAITS);
        var moves = after(charge, new AcceptEvidence(H2));
        assertThat(moved).isEqualTo(Movement.REBOOK);
        assertThat(Shares.byUnit(moves.shares())).containsOnlyKeys("H2");
        assertThat(refused(moves, new Appeal(LI, "H1", Tier.REGION))).isEqualTo(Refusal.NOT_CHARGED);
        assertThat(after(moves, new Appeal(WANG, "H2", Tier.REGION)).state().name()).isEqualTo(Name.ARBITRATION);
        after(charge, new AcceptEvidence(H1));
        assertThat(moved).as("evidence that moves nothing").isEqualTo(Movement.NONE);
        var borne = after(charge, new AcceptEvidence(NOBODY));
        assertThat(moved).isEqualTo(Movement.RELEASE);
        assertThat(borne.state()).isEqualTo(new Final(Ending.BORNE));
        assertThat(borne.shares()).isEmpty();
        var unclear = after(charge, new AcceptEvidence(UNCLEAR));
        assertThat(moved).isEqualTo(Movement.RELEASE);
        assertThat(after(unclear, new Settle(ZHAO, "HQ", H2.shares())).state().name()).as("heard once")
                .isEqualTo(Name.STANDING);
    }

    @Test
    void aRebuttalKeepsTheChargeAndLeavesOneAppeal() {
        var charge = after(fresh(), new Judge(H1), new GiveEvidence(LI, "H1"));
        assertThat(refused(charge, new Rebut(LI, "H2"))).isEqualTo(Refusal.OWN_EVIDENCE);
        assertThat(refused(charge, new Rebut(WANG, "H1"))).isEqualTo(Refusal.OWN_EVIDENCE);
        charge = after(charge, new Rebut(WANG, "H2"));
        assertThat(charge.state().name()).isEqualTo(Name.STANDING);
        assertThat(Shares.byUnit(charge.shares())).containsOnlyKeys("H1");
        assertThat(refused(charge, new Rebut(ZHAO, "R01"))).isEqualTo(Refusal.HEARD);
        charge = after(charge, new Appeal(LI, "H1", Tier.REGION));
        assertThat(refused(charge, new Appeal(LI, "H1", Tier.REGION))).isEqualTo(Refusal.ALREADY_APPEALED);
        assertThat(refused(charge, new Appeal(WANG, "H2", Tier.REGION))).isEqualTo(Refusal.ALREADY_APPEALED);
        assertThat(refused(charge, new Lapse())).isEqualTo(Refusal.NOT_DUE);
        var ended = after(charge, new Arbitrate(ZHAO, "R01", Tier.REGION, new Award.Uphold()));
        assertThat(moved).isEqualTo(Movement.FINALISE);
        assertThat(ended.state()).isEqualTo(new Final(Ending.UPHELD));
        assertThat(refused(ended, new Appeal(LI, "H1", Tier.REGION))).isEqualTo(Refusal.ALREADY_APPEALED);
    }

    @Test
    void whoTookPartDoesNotArbitrateNorDoesASide() {
        var charge = after(fresh(), new Judge(H1), new GiveEvidence(LI, "H1"), new Rebut(WANG, "R01"),
                new Appeal(QIAN, "H1", Tier.HEADQUARTERS));
        for (var person : List.of(LI, WANG, QIAN)) {
            assertThat(refused(charge, arbitrate(person, "HQ", Tier.HEADQUARTERS))).isEqualTo(Refusal.TOOK_PART);
        }
        assertThat(refused(charge, arbitrate(ZHAO, "H1", Tier.HEADQUARTERS))).isEqualTo(Refusal.OWN_CASE);
        assertThat(refused(charge, arbitrate(ZHAO, "R01", Tier.REGION))).as("it rebutted").isEqualTo(Refusal.OWN_CASE);
        assertThat(refused(charge, arbitrate(ZHAO, "R02", Tier.REGION))).isEqualTo(Refusal.WRONG_TIER);
        assertThat(after(charge, arbitrate(ZHAO, "HQ", Tier.HEADQUARTERS)).state().name()).isEqualTo(Name.FINAL);
    }

    @Test
    void anAppealThatWinsReversesTheCharge() {
        var charge = after(fresh(), new Judge(H1));
        now = NOW.plus(Duration.ofDays(3));
        charge = after(charge, new Lapse(), new Appeal(LI, "H1", Tier.REGION));
        var lifted = after(charge, new Arbitrate(ZHAO, "R01", Tier.REGION, new Award.Lift()));
        assertThat(moved).isEqualTo(Movement.RELEASE);
        assertThat(lifted.shares()).isEmpty();
        assertThat(refused(charge, new Arbitrate(ZHAO, "R01", Tier.REGION, new Award.Move(List.of(share("H2", 999))))))
                .isEqualTo(Refusal.SHARES_NOT_WHOLE);
        var others = after(charge, new Arbitrate(ZHAO, "HQ", Tier.HEADQUARTERS,
                new Award.Move(List.of(share("H2", 700), share("O1", 300)))));
        assertThat(moved).isEqualTo(Movement.REBOOK_AND_FINALISE);
        assertThat(others.state()).isEqualTo(new Final(Ending.MOVED));
        assertThat(Ending.MOVED.won() && Ending.LIFTED.won()).isTrue();
        assertThat(Ending.UPHELD.won() || Ending.ACCEPTED.won() || Ending.BORNE.won()).isFalse();
    }

    @Test
    void whereBothChargedUnitsBringEvidenceEachSpeaksAgainstTheOther() {
        var charge = after(fresh(), new Judge(BOTH), new GiveEvidence(LI, "H1"));
        now = NOW.plus(Duration.ofHours(1));
        var more = after(charge, new GiveEvidence(LI, "H1"));
        assertThat(more.state().due()).as("more of the same").contains(NOW.plus(Duration.ofHours(49)));
        assertThat(after(charge, new GiveEvidence(WANG, "H2")).state().name()).isEqualTo(Name.STANDING);
        assertThat(refused(charge, new GiveEvidence(WANG, "H3"))).isEqualTo(Refusal.NOT_CHARGED);
        now = NOW.plus(Duration.ofDays(3));
        assertThat(refused(more, new GiveEvidence(LI, "H1"))).as("late").isEqualTo(Refusal.TOO_LATE);
    }

    @Test
    void whatTheScansCannotTellAPersonSettles() {
        var charge = after(fresh(), new Judge(UNCLEAR));
        assertThat(moved).isEqualTo(Movement.NONE);
        assertThat(charge.state().due()).isEmpty();
        assertThat(refused(charge, new GiveEvidence(LI, "H1"))).isEqualTo(Refusal.STILL_UNDECIDED);
        assertThat(refused(charge, new Settle(ZHAO, "HQ", List.of(share("H1", 500)))))
                .isEqualTo(Refusal.SHARES_NOT_WHOLE);
        charge = after(charge, new Settle(ZHAO, "HQ", H1.shares()));
        assertThat(moved).isEqualTo(Movement.BOOK);
        assertThat(charge.state().name()).isEqualTo(Name.JUDGED);
        assertThat(refused(charge, new Settle(ZHAO, "HQ", H2.shares()))).isEqualTo(Refusal.ALREADY_DECIDED);
        now = NOW.plus(Duration.ofHours(80));
        charge = after(charge, new Lapse(), new Appeal(LI, "H1", Tier.HEADQUARTERS));
        assertThat(refused(charge, arbitrate(ZHAO, "HQ", Tier.HEADQUARTERS))).as("who settled it")
                .isEqualTo(Refusal.TOOK_PART);
        assertThat(after(charge, arbitrate(WANG, "HQ", Tier.HEADQUARTERS)).state().name()).isEqualTo(Name.FINAL);
    }

    @Test
    void whatHeadquartersBearIsOverAtOnce() {
        var charge = after(fresh(), new Judge(NOBODY));
        assertThat(moved).isEqualTo(Movement.NONE);
        assertThat(charge.state()).isEqualTo(new Final(Ending.BORNE));
        assertThat(refused(charge, new Judge(H1))).isEqualTo(Refusal.ENDED);
        assertThat(refused(fresh(), new Lapse())).isEqualTo(Refusal.NOT_JUDGED);
    }

    @Test
    void nothingIsAskedOutOfTurn() {
        var charge = after(fresh(), new Judge(H1));
        assertThat(refused(charge, new Judge(H1))).isEqualTo(Refusal.ALREADY_JUDGED);
        assertThat(refused(charge, new Rebut(WANG, "H2"))).isEqualTo(Refusal.NO_EVIDENCE);
        assertThat(refused(charge, new AcceptEvidence(H2))).isEqualTo(Refusal.NO_EVIDENCE);
        assertThat(refused(charge, new Appeal(LI, "H1", Tier.REGION))).isEqualTo(Refusal.NOT_STANDING);
        assertThat(refused(charge, arbitrate(ZHAO, "R01", Tier.REGION))).isEqualTo(Refusal.NOT_APPEALED);
        assertThat(refused(charge, new GiveEvidence(WANG, "H2"))).isEqualTo(Refusal.NOT_CHARGED);
    }

    @Test
    void oneRegionArbitratesItsOwnAndHeadquartersTheRest() {
        assertThat(Tier.of(List.of("R01", "R01"))).isEqualTo(Tier.REGION);
        assertThat(Tier.of(List.of("R01", "R02"))).isEqualTo(Tier.HEADQUARTERS);
        assertThat(Tier.of(List.of(""))).isEqualTo(Tier.HEADQUARTERS);
        assertThat(Tier.of(List.of())).isEqualTo(Tier.HEADQUARTERS);
    }

    @Test
    void everyWayIsTakenAndNoOtherAndTheMoneyAlwaysFollowsTheShares() {
        var taken = new HashSet<LiabilityTransition>();
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var charge = fresh();
            var held = List.<Share>of();
            var owed = List.<Share>of();
            now = NOW;
            for (int step = 0; step < 40; step++) {
                now = now.plus(Duration.ofHours(random.nextInt(60)));
                var command = command(random);
                if (LiabilityRules.decide(charge, command, now) instanceof Accepted(var next, var movement)) {
                    taken.add(new LiabilityTransition(charge.state().getClass(), command.getClass(),
                            next.state().getClass()));
                    switch (movement) {
                        case NONE -> {
                            // Nothing moves.
                        }
                        case BOOK, REBOOK -> held = next.shares();
                        case RELEASE -> held = List.of();
                        case FINALISE, REBOOK_AND_FINALISE -> {
                            held = List.of();
                            owed = next.shares();
                        }
                    }
                    boolean over = next.state() instanceof Final;
                    assertThat(Shares.byUnit(over ? owed : held)).as("seed %d", seed)
                            .isEqualTo(Shares.byUnit(next.shares()));
                    assertThat(over ? held : owed).as("seed %d", seed).isEmpty();
                    charge = next;
                }
            }
        }
        assertThat(taken).isEqualTo(Set.copyOf(LiabilityTransition.declared()));
    }

    private static LiabilityCommand command(Random random) {
        var person = new UUID(0, random.nextInt(6));
        var unit = List.of("H1", "H2", "R01", "HQ").get(random.nextInt(4));
        var judgement = List.of(H1, H2, BOTH, UNCLEAR, NOBODY).get(random.nextInt(5));
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Judge(judgement);
            case 2 -> new Settle(person, unit, List.of(share(unit, random.nextInt(3) == 0 ? 900 : 1_000)));
            case 3, 4 -> new GiveEvidence(person, unit);
            case 5 -> new Rebut(person, unit);
            case 6 -> new AcceptEvidence(judgement);
            case 7 -> new Lapse();
            case 8 -> new Appeal(person, unit, random.nextBoolean() ? Tier.REGION : Tier.HEADQUARTERS);
            default -> new Arbitrate(person, unit, random.nextBoolean() ? Tier.REGION : Tier.HEADQUARTERS,
                    switch (random.nextInt(3)) {
                        case 0 -> new Award.Uphold();
                        case 1 -> new Award.Lift();
                        default -> new Award.Move(List.of(share("O1", random.nextBoolean() ? 1_000 : 10)));
                    });
        };
    }

    private static Liability fresh() {
        return Liability.fresh(LiabilityTerms.usual());
    }

    private static Arbitrate arbitrate(UUID person, String unit, Tier tier) {
        return new Arbitrate(person, unit, tier, new Award.Uphold());
    }

    private static Judgement charged(String unit) {
        return new Judgement(Outcome.CHARGED, BrokenLink.HUB_NOT_OUT, LiabilityBasis.HELD, List.of(share(unit, 1_000)),
                Confidence.CERTAIN, null, null, List.of(), "T");
    }

    private static Share share(String unit, int perMille) {
        return new Share(unit, LiableParty.HOLDER, Duty.UNIT, perMille);
    }

    private Liability after(Liability charge, LiabilityCommand... commands) {
        var at = charge;
        for (var command : commands) {
            at = switch (LiabilityRules.decide(at, command, now)) {
                case Accepted(var next, var movement) -> {
                    moved = movement;
                    yield next;
                }
                case Declined(var reason) -> throw new AssertionError("%s was refused: %s".formatted(command, reason));
            };
        }
        return at;
    }

    private Refusal refused(Liability charge, LiabilityCommand command) {
        return switch (LiabilityRules.decide(charge, command, now)) {
            case Accepted(var next, var _) -> throw new AssertionError("%s led to %s".formatted(command, next));
            case Declined(var reason) -> reason;
        };
    }
}
