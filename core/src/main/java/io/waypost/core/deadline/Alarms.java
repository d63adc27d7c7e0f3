package io.waypost.core.deadline;

import io.waypost.core.deadline.Firing.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Which alarm of a clock fires next. */
final class Alarms {

    private Alarms() {}

    static NextFiring next(ClockCount count, Collection<Firing.Key> fired, Instant now) {
        boolean overdue = count.due() instanceof Due.At(var instant) && !instant.isAfter(now);
        int ordinal = 0;
        var kind = Kind.WARNING;
        for (var key : keys(count.course())) {
            ordinal = key.kind() == kind ? ordinal + 1 : 1;
            kind = key.kind();
            if (fired.contains(key) || (overdue && kind == Kind.WARNING)) {
                continue;
            }
            var due = kind == Kind.REPEAT
                    ? count.past(key.threshold().minus(count.course().limit()))
                    : count.under(key.threshold());
            return switch (due) {
                case Due.At(var at) -> new NextFiring.Next(new Firing(kind, ordinal, key.threshold(), at));
                case Due.Beyond(var known, var notBefore) -> new NextFiring.Unknown(known, notBefore);
                case Due.Open() -> new NextFiring.None();
            };
        }
        return new NextFiring.None();
    }

    /** All that can fire under the limit in force, in the order of the time used, and so of their instants. */
    private static List<Firing.Key> keys(ClockState.Course course) {
        var limit = course.limit();
        var warnings = new HashSet<Duration>();
        course.alarms().warnings().forEach(warning -> warnings.add(warning.threshold(limit)));
        warnings.removeIf(threshold -> !threshold.isPositive());
        var keys = new ArrayList<Firing.Key>();
        warnings.stream().sorted(Comparator.naturalOrder())
                .forEach(threshold -> keys.add(new Firing.Key(Kind.WARNING, threshold)));
        keys.add(new Firing.Key(Kind.ESCALATION, limit));
        var repeat = course.alarms().repeat();
        for (int step = 1; step <= repeat.atMost(); step++) {
            keys.add(new Firing.Key(Kind.REPEAT, limit.plus(repeat.every().multipliedBy(step))));
        }
        return keys;
    }
}
