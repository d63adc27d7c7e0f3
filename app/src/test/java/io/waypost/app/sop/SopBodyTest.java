package io.waypost.app.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.DefaultKinds;
import io.waypost.core.sop.DefaultSops;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("T1 an SOP that was saved and read back says the same")
class SopBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SopDraft again(SopDraft draft) {
        return JSON.readValue(JSON.writeValueAsString(SopBody.of(draft)), SopBody.class).draft();
    }

    @Test
    void thePackagedOnesDo() {
        DefaultKinds.catalogue().all().forEach(entry -> assertThat(again(DefaultSops.draft(entry)))
                .isEqualTo(DefaultSops.draft(entry)));
    }

    @Test
    void anyDoes() {
        for (int seed = 0; seed < 1_000; seed++) {
            var draft = draft(new Random(seed));
            assertThat(again(draft)).isEqualTo(draft);
        }
    }

    private static SopDraft draft(Random random) {
        return new SopDraft(IntStream.range(0, random.nextInt(8)).mapToObj(_ -> stage(random)).toList(),
                minutes(random), minutes(random), minutes(random), random.nextInt(30) - 5);
    }

    private static SopStage stage(Random random) {
        var warnings = IntStream.range(0, random.nextInt(4)).<Warning>mapToObj(_ -> random.nextBoolean()
                ? new Warning.Before(Duration.ofMinutes(1 + random.nextInt(5_000)))
                : new Warning.Share(1 + random.nextInt(99))).toList();
        return new SopStage(List.of(Stage.values()).get(random.nextInt(6)),
                List.of(Party.values()).get(random.nextInt(6)), minutes(random),
                minutes(random), random.nextBoolean() ? "office" : SopStage.OF_UNIT,
                new AlarmPlan(warnings, new Repeat(Duration.ofMinutes(1 + random.nextInt(999)), random.nextInt(9))),
                some(random, PauseReason.class), some(random, Requirement.class), some(random, Role.class),
                "文字 \" \\ \n" + random.nextInt());
    }

    private static Duration minutes(Random random) {
        return Duration.ofMinutes(random.nextInt(200_000) - 1_000L);
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        var set = EnumSet.allOf(type);
        set.removeIf(_ -> random.nextBoolean());
        return set;
    }
}
