package io.waypost.core.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.appeal.AppealCommand.AskEvidence;
import io.waypost.core.appeal.AppealCommand.Assign;
import io.waypost.core.appeal.AppealCommand.Check;
import io.waypost.core.appeal.AppealCommand.Close;
import io.waypost.core.appeal.AppealCommand.Draft;
import io.waypost.core.appeal.AppealCommand.GiveEvidence;
import io.waypost.core.appeal.AppealCommand.Investigate;
import io.waypost.core.appeal.AppealCommand.Receive;
import io.waypost.core.appeal.AppealCommand.RefuseIntake;
import io.waypost.core.appeal.AppealCommand.Reopen;
import io.waypost.core.appeal.AppealCommand.Reply;
import io.waypost.core.appeal.AppealCommand.Send;
import io.waypost.core.appeal.AppealCommand.SendBack;
import io.waypost.core.appeal.AppealCommand.StopWaiting;
import io.waypost.core.appeal.AppealCommand.Withdraw;
import io.waypost.core.appeal.AppealDecision.Accepted;
import io.waypost.core.appeal.AppealDecision.Declined;
import io.waypost.core.appeal.AppealDecision.Refusal;
import io.waypost.core.appeal.AppealState.Closed;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.AppealState.Name;
import io.waypost.core.appeal.AppealState.ReplyChecked;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("T5 an appeal goes its way to the authority, and no other")
class AppealRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final UUID LI = new UUID(0, 1);
    private static final UUID WANG = new UUID(0, 2);
    private static final Reply PROVED = new Reply(Liability.LIABLE, 1, true);

    @Test
    void fromIntakeToTheAuthoritysEndAndASecondRound() {
        var appeal = after(new Receive(), new Assign(LI), new Investigate(), new AskEvidence(2),
                new GiveEvidence(true), new GiveEvidence(false), new Draft(LI, PROVED), new Check(WANG), new Send());
        assertThat(appeal.state().name()).isEqualTo(Name.REPLIED);
        appeal = after(appeal, new Close(Finding.LIABLE), new Reopen());
        assertThat(appeal).extracting(Appeal::round, each -> each.state().name())
                .containsExactly(2, Name.REOPENED_BY_AUTHORITY);
        appeal = after(appeal, new Investigate(), new Draft(LI, PROVED), new Check(WANG), new Send());
        assertThat(refused(appeal, new Reopen())).isEqualTo(Refusal.NO_THIRD_ROUND);
        assertThat(after(appeal, new Close(Finding.NOT_LIABLE)).state().owesAnswer()).isFalse();
    }

    @Test
    void aReplyNeedsEvidenceTheTimelineAndASecondPerson() {
        var appeal = after(new Receive(), new Assign(LI), new Investigate());
        assertThat(refused(appeal, new Draft(LI, new Reply(Liability.NOT_LIABLE, 0, true))))
                .isEqualTo(Refusal.NO_EVIDENCE);
        assertThat(refused(appeal, new Draft(LI, new Reply(Liability.NOT_LIABLE, 3, false))))
                .isEqualTo(Refusal.NO_TIMELINE);
        var drafted = after(appeal, new Draft(LI, PROVED));
        assertThat(refused(drafted, new Check(LI))).isEqualTo(Refusal.SAME_PERSON);
        assertThat(refused(drafted, new Send())).isEqualTo(Refusal.NOT_CHECKED);
        assertThat(refused(after(drafted, new Draft(WANG, PROVED)), new Check(WANG))).isEqualTo(Refusal.SAME_PERSON);
    }

    @ParameterizedTest
    @EnumSource
    void anAppealIsSentBackWithAReasonOnlyBeforeWorkBegins(RefusalOfIntake reason) {
        var received = after(new Receive());
        assertThat(after(received, new RefuseIntake(reason)).state().name()).isEqualTo(Name.REFUSED_INTAKE);
        var begun = after(received, new Assign(LI), new Investigate());
        assertThat(refused(begun, new RefuseIntake(reason))).isEqualTo(Refusal.WORK_BEGUN);
        assertThat(refused(after(received, new RefuseIntake(reason)), new Assign(LI)))
                .isEqualTo(Refusal.INTAKE_REFUSED);
    }

    @Test
    void everyWayIsTakenAndNoOther() {
        var taken = new HashSet<AppealTransition>();
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var appeal = Appeal.fresh();
            for (int step = 0; step < 80; step++) {
                var command = command(random);
                if (AppealRules.decide(appeal, command, NOW) instanceof Accepted(var next)) {
                    taken.add(new AppealTransition(appeal.state().getClass(), command.getClass(),
                            next.state().getClass()));
                    holds(next, seed);
                    appeal = next;
                }
            }
        }
        assertThat(taken).isEqualTo(Set.copyOf(AppealTransition.declared()));
    }

    /** What must be true whatever happened before. */
    private static void holds(Appeal appeal, long seed) {
        assertThat(appeal.round()).as("seed %d", seed).isBetween(1, Appeal.ROUNDS);
        if (appeal.state() instanceof ReplyChecked at) {
            assertThat(at.checker()).as("seed %d", seed).isNotEqualTo(at.author());
        }
        if (appeal.state() instanceof Closed) {
            assertThat(appeal.state().owesAnswer()).isFalse();
        }
    }

    private static AppealCommand command(Random random) {
        var people = List.of(LI, WANG);
        return switch (random.nextInt(15)) {
            case 0, 14 -> new Receive();
            case 1 -> random.nextInt(6) == 0 ? new RefuseIntake(RefusalOfIntake.NOT_OURS) : new Receive();
            case 2 -> new Assign(people.get(random.nextInt(2)));
            case 3 -> new Investigate();
            case 4 -> new AskEvidence(random.nextInt(3));
            case 5 -> new GiveEvidence(random.nextBoolean());
            case 6 -> new StopWaiting();
            case 7, 8 -> new Draft(people.get(random.nextInt(2)),
                    new Reply(Liability.PARTLY, random.nextInt(3), random.nextInt(4) > 0));
            case 9 -> new SendBack();
            case 10 -> new Check(people.get(random.nextInt(2)));
            case 11 -> new Send();
            case 12 -> random.nextBoolean() ? new Reopen() : new Close(Finding.PARTLY);
            default -> random.nextInt(4) == 0 ? new Withdraw() : new Send();
        };
    }

    private static Appeal after(AppealCommand... commands) {
        return after(Appeal.fresh(), commands);
    }

    private static Appeal after(Appeal appeal, AppealCommand... commands) {
        var now = appeal;
        for (var command : commands) {
            now = switch (AppealRules.decide(now, command, NOW)) {
                case Accepted(var next) -> next;
                case Declined(var reason) -> throw new AssertionError("%s was refused: %s".formatted(command, reason));
            };
        }
        return now;
    }

    private static Refusal refused(Appeal appeal, AppealCommand command) {
        return switch (AppealRules.decide(appeal, command, NOW)) {
            case Accepted(var next) -> throw new AssertionError("%s led to %s".formatted(command, next));
            case Declined(var reason) -> reason;
        };
    }
}
