package io.waypost.core.settlement;

import static io.waypost.core.settlement.SettlementState.DRAFT;
import static io.waypost.core.settlement.SettlementState.OFFERED;
import static io.waypost.core.settlement.SettlementState.PAID;
import static io.waypost.core.settlement.SettlementState.PAYEE_WRONG;
import static io.waypost.core.settlement.SettlementState.PAYING;
import static io.waypost.core.settlement.SettlementState.REFUSED;
import static io.waypost.core.settlement.SettlementState.TO_APPROVE;
import static io.waypost.core.settlement.SettlementState.TO_EXAMINE;
import static io.waypost.core.settlement.SettlementState.UNDER_REVIEW;
import static io.waypost.core.settlement.SettlementState.WAITING_FOR_EVIDENCE;
import static io.waypost.core.settlement.SettlementState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.settlement.SettlementCommand.Accept;
import io.waypost.core.settlement.SettlementCommand.Appeal;
import io.waypost.core.settlement.SettlementCommand.Approve;
import io.waypost.core.settlement.SettlementCommand.ApproveQuick;
import io.waypost.core.settlement.SettlementCommand.AskEvidence;
import io.waypost.core.settlement.SettlementCommand.Bounced;
import io.waypost.core.settlement.SettlementCommand.Counter;
import io.waypost.core.settlement.SettlementCommand.GiveEvidence;
import io.waypost.core.settlement.SettlementCommand.NewPayee;
import io.waypost.core.settlement.SettlementCommand.Paid;
import io.waypost.core.settlement.SettlementCommand.Propose;
import io.waypost.core.settlement.SettlementCommand.Refuse;
import io.waypost.core.settlement.SettlementCommand.SendBack;
import io.waypost.core.settlement.SettlementCommand.Submit;
import io.waypost.core.settlement.SettlementCommand.Uphold;
import io.waypost.core.settlement.SettlementCommand.Withdraw;
import io.waypost.core.settlement.SettlementDecision.Declined;
import io.waypost.core.settlement.SettlementDecision.Done;
import io.waypost.core.settlement.SettlementDecision.Reason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L3 L4 The life of a claim")
class SettlementRulesTest {

    private static final Examiner OFFICER = new Examiner(new UUID(0, 1), 20_000);
    private static final Examiner LEAD = new Examiner(new UUID(0, 2), 100_000);
    private static final Examiner REGION = new Examiner(new UUID(0, 3), 500_000);
    private static final Settlement HANDED_IN = after(Settlement.begun(null), new Submit());

    private static Settlement after(Settlement claim, SettlementCommand... commands) {
        var now = claim;
        for (var command : commands) {
            var decision = SettlementRules.decide(now, command);
            assertThat(decision).as("%s in %s", command, now.state()).isInstanceOf(Done.class);
            now = ((Done) decision).next();
        }
        return now;
    }

    private static Reason no(Settlement claim, SettlementCommand command) {
        var decision = SettlementRules.decide(claim, command);
        assertThat(decision).as("%s in %s", command, claim.state()).isInstanceOf(Declined.class);
        return ((Declined) decision).reason();
    }

    @Test
    void aSmallOneIsPaidByOneStep() {
        var paying = after(HANDED_IN, new ApproveQuick(OFFICER, 20_000, true));
        assertThat(paying.state()).isEqualTo(PAYING);
        assertThat(paying.proposedFen()).isEqualTo(20_000);
        assertThat(after(paying, new Paid()).state()).isEqualTo(PAID);
    }

    @Test
    void aSmallOneThatIsNotOneTakesTheOrdinaryWay() {
        assertThat(no(HANDED_IN, new ApproveQuick(OFFICER, 20_000, false))).isEqualTo(Reason.NOT_QUICK);
        assertThat(no(HANDED_IN, new ApproveQuick(OFFICER, 0, true))).isEqualTo(Reason.NOTHING_TO_PAY);
        assertThat(no(HANDED_IN, new ApproveQuick(new Examiner(OFFICER.id(), 19_999), 20_000, true)))
                .isEqualTo(Reason.ABOVE_AUTHORITY);
    }

    @Test
    void whoEnteredItDoesNotDecideAlone() {
        var own = after(Settlement.begun(OFFICER.id()), new Submit());
        assertThat(no(own, new ApproveQuick(OFFICER, 100, true))).isEqualTo(Reason.SECOND_PERSON);
        var proposed = after(own, new Propose(OFFICER, 100, 0));
        assertThat(proposed.state()).isEqualTo(TO_APPROVE);
        assertThat(no(proposed, new Approve(OFFICER, 0))).isEqualTo(Reason.SECOND_PERSON);
        assertThat(after(proposed, new Approve(LEAD, 0)).state()).isEqualTo(OFFERED);
    }

    @Test
    void moreThanTheAuthorityNeedsASecondPersonWhoMay() {
        var proposed = after(HANDED_IN, new Propose(OFFICER, 150_000, 0));
        assertThat(proposed.state()).isEqualTo(TO_APPROVE);
        assertThat(no(proposed, new Approve(LEAD, 0))).isEqualTo(Reason.ABOVE_AUTHORITY);
        assertThat(after(proposed, new Approve(REGION, 0)).state()).isEqualTo(OFFERED);
        assertThat(after(proposed, new SendBack(LEAD)).state()).isEqualTo(TO_EXAMINE);
        assertThat(no(proposed, new SendBack(OFFICER))).isEqualTo(Reason.SECOND_PERSON);
    }

    @Test
    void whatWasGrantedLatelyCountsTogether() {
        assertThat(after(HANDED_IN, new Propose(LEAD, 60_000, 0)).state()).isEqualTo(OFFERED);
        assertThat(after(HANDED_IN, new Propose(LEAD, 60_000, 40_001)).state()).isEqualTo(TO_APPROVE);
        assertThat(after(HANDED_IN, new Propose(LEAD, 60_000, Long.MAX_VALUE)).state()).isEqualTo(TO_APPROVE);
    }

    @Test
    void theClaimantBargainsAFewTimes() {
        var offered = after(HANDED_IN, new Propose(LEAD, 1_000, 0));
        for (int often = 0; often < Settlement.MOST_COUNTERS; often++) {
            offered = after(offered, new Counter(), new Propose(LEAD, 1_000, 0));
        }
        assertThat(no(offered, new Counter())).isEqualTo(Reason.COUNTERED_OFTEN);
        assertThat(after(offered, new Accept()).state()).isEqualTo(PAYING);
    }

    @Test
    void aRefusalIsReviewedOnceBySomebodyElse() {
        var review = after(HANDED_IN, new Refuse(OFFICER), new Appeal());
        assertThat(review.state()).isEqualTo(UNDER_REVIEW);
        assertThat(no(review, new Uphold(OFFICER))).isEqualTo(Reason.SECOND_PERSON);
        assertThat(no(review, new Propose(OFFICER, 1, 0))).isEqualTo(Reason.SECOND_PERSON);
        var upheld = after(review, new Uphold(LEAD));
        assertThat(upheld.state()).isEqualTo(REFUSED);
        assertThat(no(upheld, new Appeal())).isEqualTo(Reason.REVIEWED_ALREADY);
        assertThat(after(review, new Propose(LEAD, 1, 0)).state()).isEqualTo(OFFERED);
    }

    @Test
    void anOfferThatIsAppealedAgainstIsLeftOrRaised() {
        var offered = after(HANDED_IN, new Propose(OFFICER, 500, 0));
        var review = after(offered, new Appeal());
        assertThat(no(review, new Uphold(OFFICER))).isEqualTo(Reason.SECOND_PERSON);
        var left = after(review, new Uphold(LEAD));
        assertThat(left.state()).isEqualTo(OFFERED);
        assertThat(left.proposedFen()).isEqualTo(500);
        assertThat(no(left, new Counter())).isEqualTo(Reason.REVIEWED_ALREADY);
    }

    @Test
    void evidenceThatWasAskedForDuringAReviewGoesBackToTheReview() {
        var waiting = after(HANDED_IN, new Refuse(OFFICER), new Appeal(), new AskEvidence());
        assertThat(waiting.state()).isEqualTo(WAITING_FOR_EVIDENCE);
        assertThat(after(waiting, new GiveEvidence()).state()).isEqualTo(UNDER_REVIEW);
        assertThat(after(HANDED_IN, new AskEvidence(), new GiveEvidence()).state()).isEqualTo(TO_EXAMINE);
    }

    @Test
    void moneyThatComesBackGoesToAnotherAccount() {
        var wrong = after(HANDED_IN, new ApproveQuick(OFFICER, 10, true), new Bounced());
        assertThat(wrong.state()).isEqualTo(PAYEE_WRONG);
        assertThat(no(wrong, new Paid())).isEqualTo(Reason.NOT_IN_THIS_STATE);
        assertThat(after(wrong, new NewPayee(), new Paid()).state()).isEqualTo(PAID);
    }

    @Test
    void afterTheMoneyNothingGoesOn() {
        var paid = after(HANDED_IN, new ApproveQuick(OFFICER, 10, true), new Paid());
        for (var command : everything(OFFICER)) {
            assertThat(no(paid, command)).isEqualTo(Reason.NOT_IN_THIS_STATE);
        }
    }

    /** Seeded walks: every state is reached, and no money leaves without somebody's authority or the claimant's word. */
    @Test
    void whateverIsDoneNobodyGoesAroundTheRules() {
        var random = new Random(7);
        var seen = EnumSet.noneOf(SettlementState.class);
        Map<SettlementState, Set<SettlementState>> ways = new EnumMap<>(SettlementState.class);
        var people = List.of(OFFICER, LEAD, REGION);
        for (int walk = 0; walk < 5_000; walk++) {
            var claim = Settlement.begun(random.nextInt(4) == 0 ? OFFICER.id() : null);
            for (int step = 0; step < 25; step++) {
                var by = people.get(random.nextInt(people.size()));
                var all = everything(by);
                var command = all.get(random.nextInt(all.size()));
                seen.add(claim.state());
                if (SettlementRules.decide(claim, command) instanceof Done(var next)) {
                    if (command instanceof Propose(var who, long fen, long exposure)
                            && next.state() == OFFERED) {
                        assertThat(fen + exposure).isLessThanOrEqualTo(who.limitFen());
                        assertThat(who.id()).isNotEqualTo(claim.enteredBy());
                    }
                    if (command instanceof Approve(var who, long exposure)) {
                        assertThat(claim.proposedFen() + exposure).isLessThanOrEqualTo(who.limitFen());
                        assertThat(who.id()).isNotIn(claim.proposedBy(), claim.enteredBy());
                    }
                    if (next.state() == PAYING) {
                        assertThat(next.proposedFen()).isPositive();
                    }
                    ways.computeIfAbsent(claim.state(), _ -> EnumSet.noneOf(SettlementState.class)).add(next.state());
                    claim = next;
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(SettlementState.values());
        assertThat(ways.keySet()).doesNotContain(PAID, WITHDRAWN);
        assertThat(ways.get(DRAFT)).containsExactlyInAnyOrder(TO_EXAMINE, WITHDRAWN);
    }

    private static List<SettlementCommand> everything(Examiner by) {
        return List.of(new Submit(), new AskEvidence(), new GiveEvidence(), new ApproveQuick(by, 20_000, true),
                new Propose(by, 90_000, 20_000), new Propose(by, 5_000, 0), new Approve(by, 0), new SendBack(by),
                new Accept(), new Counter(), new Refuse(by), new Appeal(), new Uphold(by), new Withdraw(), new Paid(),
                new Bounced(), new NewPayee());
    }
}
