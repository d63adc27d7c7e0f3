package io.waypost.core.sop;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Drafts of all sorts, right and wrong, from a seed. */
final class SopFixture {

    private SopFixture() {}

    static SopDraft draft(Random random) {
        var stages = IntStream.range(0, random.nextInt(6)).mapToObj(_ -> stage(random)).toList();
        return new SopDraft(stages, minutes(random), minutes(random), minutes(random), random.nextInt(25));
    }

    static SopStage stage(Random random) {
        var warnings = IntStream.range(0, random.nextInt(3)).mapToObj(_ -> warning(random)).toList();
        var alarms = new AlarmPlan(warnings, new Repeat(Duration.ofMinutes(1 + random.nextInt(600)),
                random.nextInt(5)));
        return new SopStage(pick(random, List.of(Stage.values())), pick(random, List.of(Party.values())),
                minutes(random),
                minutes(random), pick(random, List.of(SopStage.ALWAYS, SopStage.OF_UNIT, "office")), alarms,
                some(random, PauseReason.class), some(random, Requirement.class), some(random, Role.class),
                pick(random, List.of("", "我们正在核实情况。", "正在处理")));
    }

    private static Warning warning(Random random) {
        return random.nextBoolean()
                ? new Warning.Before(Duration.ofMinutes(1 + random.nextInt(100)))
                : new Warning.Share(1 + random.nextInt(99));
    }

    private static Duration minutes(Random random) {
        return Duration.ofMinutes(random.nextInt(3) * 60L + random.nextInt(2));
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        var set = EnumSet.allOf(type);
        set.removeIf(_ -> random.nextInt(3) > 0);
        return set;
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
