package io.waypost.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.presence.PresenceCommand.Closed;
import io.waypost.core.presence.PresenceCommand.ContactEnded;
import io.waypost.core.presence.PresenceCommand.Force;
import io.waypost.core.presence.PresenceCommand.Lift;
import io.waypost.core.presence.PresenceCommand.Lives;
import io.waypost.core.presence.PresenceCommand.NotReady;
import io.waypost.core.presence.PresenceCommand.Ready;
import io.waypost.core.presence.PresenceCommand.TimePassed;
import io.waypost.core.presence.PresenceCommand.Unanswered;
import io.waypost.core.presence.PresenceRules.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C3 an agent's presence")
class PresenceRulesTest {

    private static final Instant START = Instant.parse("2026-11-30T01:00:00Z");
    private static final UUID LEAD = new UUID(0, 7);
    private static final List<NotReadyReason> REASONS = List.of(NotReadyReason.REST, NotReadyReason.MEAL,
            NotReadyReason.UNANSWERED);

    private final PresenceRules rules = PresenceRules.defaults();
    private final List<PresenceChange> history = new ArrayList<>();
    private Presence presence = Presence.offline(START);

    @BeforeEach
    void reset() {
        history.clear();
        presence = Presence.offline(START);
    }

    private @Nullable Refusal at(long second, PresenceCommand command) {
        var step = rules.step(presence, command, START.plusSeconds(second));
        presence = step.presence();
        history.addAll(step.changes());
        return step.refusal();
    }

    private void readyAt(long second) {
        at(second, new Lives("one"));
        at(second, new Ready());
    }

    @Test
    @DisplayName("who comes to the desk takes nothing before they say so")
    void comes() {
        assertThat(at(0, new Ready())).isEqualTo(Refusal.NOT_AT_THE_DESK);
        at(10, new Lives("one"));
        assertThat(presence.state()).isEqualTo(PresenceState.NOT_READY);
        assertThat(presence.reason()).isEqualTo(NotReadyReason.SIGNED_ON);
        at(12, new Ready());
        assertThat(presence.offerable(START.plusSeconds(12))).isTrue();
        assertThat(history).extracting(PresenceChange::state).containsExactly(PresenceState.OFFLINE,
                PresenceState.NOT_READY);
    }

    @Test
    @DisplayName("nothing is offered to a tab that fell silent, and a reload does not end the shift")
    void silentTab() {
        readyAt(0);
        assertThat(presence.offerable(START.plusSeconds(14))).isTrue();
        assertThat(presence.offerable(START.plusSeconds(15))).isFalse();
        at(50, new Lives("two"));
        assertThat(presence.state()).isEqualTo(PresenceState.READY);
        assertThat(presence.since()).isEqualTo(START);
        assertThat(presence.offerable(START.plusSeconds(50))).isTrue();
        at(200, new TimePassed());
        assertThat(presence.state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(presence.since()).as("when the last lease and the patience were over")
                .isEqualTo(START.plusSeconds(50 + 15 + 60));
    }

    @Test
    @DisplayName("the last tab that is closed takes them from the desk, any other does not")
    void tabs() {
        readyAt(0);
        at(5, new Lives("two"));
        at(6, new Closed("one"));
        assertThat(presence.state()).isEqualTo(PresenceState.READY);
        at(7, new Closed("unknown"));
        assertThat(presence.state()).isEqualTo(PresenceState.READY);
        at(8, new Closed("two"));
        assertThat(presence.state()).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    @DisplayName("who does not take what is offered gets nothing more until they say so")
    void unanswered() {
        readyAt(0);
        at(5, new Unanswered());
        assertThat(presence.reason()).isEqualTo(NotReadyReason.UNANSWERED);
        assertThat(presence.offerable(START.plusSeconds(6))).isFalse();
        at(7, new Ready());
        assertThat(presence.offerable(START.plusSeconds(8))).isTrue();
        assertThat(at(9, new NotReady(NotReadyReason.UNANSWERED))).isEqualTo(Refusal.REASON_NOT_CHOSEN);
    }

    @Test
    @DisplayName("wrap-up ends by itself, earlier if they say so, and a break asked for meanwhile follows it")
    void wrapUp() {
        readyAt(0);
        at(5, new ContactEnded(Duration.ofSeconds(20)));
        assertThat(presence.state()).isEqualTo(PresenceState.WRAP_UP);
        assertThat(rules.next(presence)).contains(START.plusSeconds(25));
        at(14, new Lives("one"));
        at(30, new TimePassed());
        assertThat(presence.state()).isEqualTo(PresenceState.READY);
        assertThat(presence.since()).isEqualTo(START.plusSeconds(25));
        at(30, new Lives("one"));
        at(31, new ContactEnded(Duration.ofSeconds(20)));
        at(35, new NotReady(NotReadyReason.MEAL));
        assertThat(presence.state()).isEqualTo(PresenceState.WRAP_UP);
        at(51, new TimePassed());
        assertThat(presence.reason()).isEqualTo(NotReadyReason.MEAL);
        at(52, new Lives("one"));
        at(53, new Ready());
        at(54, new ContactEnded(Duration.ofSeconds(20)));
        at(56, new Ready());
        assertThat(presence.state()).isEqualTo(PresenceState.READY);
    }

    @Test
    @DisplayName("what a lead has set only a lead changes, and the history says who")
    void forced() {
        readyAt(0);
        assertThat(at(1, new Lift(LEAD))).isEqualTo(Refusal.NOT_FORCED);
        at(5, new Force(NotReadyReason.COACHING, LEAD));
        assertThat(history.getLast().endedBy()).isEqualTo(LEAD);
        assertThat(at(6, new Ready())).isEqualTo(Refusal.FORCED);
        at(7, new ContactEnded(Duration.ofSeconds(20)));
        assertThat(presence.reason()).isEqualTo(NotReadyReason.COACHING);
        at(8, new Lift(LEAD));
        assertThat(at(9, new Ready())).isNull();
        assertThat(presence.state()).isEqualTo(PresenceState.READY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("whatever happens, the history has no gap, and looking at the clock more often changes nothing of it")
    void history(long seed) {
        var often = play(seed, true);
        var seldom = play(seed, false);
        assertThat(often).isEqualTo(seldom);
        for (int i = 1; i < often.size(); i++) {
            assertThat(often.get(i).from()).isEqualTo(often.get(i - 1).until());
            assertThat(often.get(i).until()).isAfter(often.get(i).from());
        }
    }

    private List<PresenceChange> play(long seed, boolean often) {
        reset();
        var random = new Random(seed);
        long second = 0;
        for (int i = 0; i < 3_000; i++) {
            long before = second;
            second += random.nextInt(random.nextInt(40) == 0 ? 300 : 8);
            for (long tick = before; often && tick < second; tick++) {
                at(tick, new TimePassed());
            }
            // Now and then a command comes from a node whose clock is behind.
            at(second - random.nextInt(2), command(random));
        }
        return List.copyOf(history);
    }

    private static PresenceCommand command(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new Closed("tab" + random.nextInt(2));
            case 1 -> new Ready();
            case 2 -> new NotReady(REASONS.get(random.nextInt(REASONS.size())));
            case 3 -> new ContactEnded(Duration.ofSeconds(random.nextInt(30)));
            case 4 -> new Unanswered();
            case 5 -> new Force(random.nextBoolean() ? null : NotReadyReason.MEETING, LEAD);
            case 6 -> new Lift(LEAD);
            default -> new Lives("tab" + random.nextInt(2));
        };
    }
}
