package io.waypost.simulator.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.improvement.DefaultCauses;
import io.waypost.core.sop.DefaultKinds;
import io.waypost.core.sop.TicketKind;
import io.waypost.simulator.care.Care.Standing;
import io.waypost.simulator.care.Care.Step;
import io.waypost.simulator.chance.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CareTest {

    private static final String KIND = "DELAY.DELIVERY";
    private static final int LIMIT = 120;

    @Test
    void everyTopicNamesAKindAndCausesThatThereAre() {
        for (Topic topic : Topic.ALL) {
            assertThat(DefaultKinds.catalogue().find(new TicketKind(topic.kind()))).as(topic.kind()).isPresent();
            assertThat(topic.causes()).allMatch(code -> DefaultCauses.all().stream()
                    .anyMatch(cause -> cause.code().equals(code) && !cause.code().equals(cause.main())));
        }
    }

    @Test
    void mostAnswersComeInTimeSomeLateAndSomeNever() {
        List<Optional<Step>> steps = steps("DISPATCHED").toList();
        long never = steps.stream().filter(Optional::isEmpty).count();
        long late = steps.stream().flatMap(Optional::stream)
                .filter(step -> step.after().compareTo(Duration.ofMinutes(LIMIT)) > 0).count();
        assertThat(never).isBetween(40L, 85L);
        assertThat(late).isBetween(105L, 185L);
        assertThat(steps.stream().flatMap(Optional::stream).map(step -> step.body().get("remark")).distinct().count())
                .isEqualTo(Topic.of(KIND).orElseThrow().answers().size());
    }

    @Test
    void aMatterGoesTheWholeWay() {
        assertThat(names("NEW")).containsOnly("dispatch", "reject");
        assertThat(names("REPLIED")).containsOnly("apply-close");
        assertThat(names("CLOSE_APPLIED")).containsOnly("check");
        assertThat(names("CHECKED")).containsOnly("call-back");
        assertThat(names("CALLED_BACK")).containsOnly("close");
        assertThat(names("CLOSED")).isEmpty();
        assertThat(steps("CHECKED").flatMap(Optional::stream).map(step -> step.body().get("verdict")))
                .contains("SETTLED", "SETTLED_UNHAPPY", "NO_ANSWER", "NOT_SETTLED");
    }

    @Test
    void whereTheParcelIsAnswersForItself() {
        assertThat(Care.handles("QUERY.NOT_UPDATED")).isFalse();
        assertThat(Care.handles("SILENT_PARCEL")).isFalse();
        assertThat(Care.handles(KIND)).isTrue();
    }

    @Test
    void nobodySendsAMatterNowhere() {
        assertThat(Care.next(new Standing(KIND, "NEW", true, LIMIT), null, Dice.of(1))).isEmpty();
    }

    private static List<String> names(String state) {
        return steps(state).flatMap(Optional::stream).map(Step::name).toList();
    }

    private static Stream<Optional<Step>> steps(String state) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> Care.next(new Standing(KIND, state, false, LIMIT), "O1", Dice.of(i)));
    }
}
