package io.waypost.core.deadline;

import java.time.Duration;
import java.util.List;

/**
 * Who is reminded when (提醒与升级方案): warnings before the limit, the escalation at the limit, and steps that follow it. All of
 * its times are working time. A value without a clock of its own; what is sent to whom is not its matter.
 *
 * @param warnings before the limit; one that would lie at the start or before it warns nobody
 * @param repeat steps after the limit
 */
public record AlarmPlan(List<Warning> warnings, Repeat repeat) {

    /** Only the escalation at the limit. */
    public static final AlarmPlan ESCALATION_ONLY = new AlarmPlan(List.of(), Repeat.NEVER);

    public AlarmPlan {
        warnings = List.copyOf(warnings);
    }

    /** When the holder is told that time runs out (预警). */
    public sealed interface Warning {

        /** The working time used at which it is given under that limit. */
        Duration threshold(Duration limit);

        /**
         * When so much is left.
         *
         * @param left working time
         */
        record Before(Duration left) implements Warning {

            public Before {
                if (!left.isPositive()) {
                    throw new IllegalArgumentException(
                            "The warning's time left (%s) must be positive.".formatted(left));
                }
            }

            @Override
            public Duration threshold(Duration limit) {
                return limit.minus(left);
            }
        }

        /** When that share of the limit is used. */
        record Share(int percent) implements Warning {

            public Share {
                if (percent < 1 || percent > 99) {
                    throw new IllegalArgumentException(
                            "The warning's share (%d %%) must be 1 to 99 %%.".formatted(percent));
                }
            }

            @Override
            public Duration threshold(Duration limit) {
                return limit.multipliedBy(percent).dividedBy(100);
            }
        }
    }

    /**
     * Steps after the limit (逾期后逐级升级).
     *
     * @param every working time from the limit to the first step, and from each to the next
     * @param atMost how many there are
     */
    public record Repeat(Duration every, int atMost) {

        /** No step. */
        public static final Repeat NEVER = new Repeat(Duration.ofHours(1), 0);

        public Repeat {
            if (!every.isPositive()) {
                throw new IllegalArgumentException("The time between steps (%s) must be positive.".formatted(every));
            }
            if (atMost < 0 || atMost > 100) {
                throw new IllegalArgumentException("The number of steps (%d) must be 0 to 100.".formatted(atMost));
            }
        }
    }
}
