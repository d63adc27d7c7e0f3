package io.waypost.core.sop;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a draft says otherwise than another version (SOP 版本对比). Empty exactly where both say the same. */
public record SopComparison(List<Change> changes) {

    public SopComparison {
        changes = List.copyOf(changes);
    }

    /**
     * One difference. Values are as a program reads them: times in minutes, sets as names in order, separated by commas.
     *
     * @param stage which stage; null for what concerns the whole SOP
     * @param party whose; null together with {@code stage}
     * @param before empty where it is new
     * @param after empty where it is gone
     */
    public record Change(Kind kind, @Nullable Stage stage, @Nullable Party party, @Nullable Field field, String before,
            String after) {}

    /** What sort of difference; the names are part of the API. */
    public enum Kind {
        STAGE_ADDED,
        STAGE_REMOVED,
        FIELD_CHANGED
    }

    /** What differs; the names are part of the API. */
    public enum Field {
        NORMAL,
        URGENT,
        CALENDAR,
        WARNINGS,
        REPEAT,
        PAUSES,
        REQUIRES,
        SKIPPERS,
        CUSTOMER_TEXT,
        /** The order of the stages. */
        ORDER,
        LONGEST_WAIT,
        REOPEN_WINDOW,
        REPEAT_WINDOW,
        HAND_OVERS
    }

    private record Key(Stage stage, Party party, int occurrence) {}

    /** The differences of the second from the first, in the order of the second, what is gone at the end. */
    public static SopComparison of(SopDraft before, SopDraft after) {
        var changes = new ArrayList<Change>();
        whole(changes, Field.LONGEST_WAIT, minutes(before.longestWait()), minutes(after.longestWait()));
        whole(changes, Field.REOPEN_WINDOW, minutes(before.reopenWindow()), minutes(after.reopenWindow()));
        whole(changes, Field.REPEAT_WINDOW, minutes(before.repeatWindow()), minutes(after.repeatWindow()));
        whole(changes, Field.HAND_OVERS, String.valueOf(before.handOvers()), String.valueOf(after.handOvers()));
        var old = keyed(before);
        var now = keyed(after);
        now.forEach((key, stage) -> {
            var was = old.get(key);
            if (was == null) {
                changes.add(new Change(Kind.STAGE_ADDED, key.stage(), key.party(), null, "", limits(stage)));
            } else {
                fields(changes, was, stage);
            }
        });
        old.forEach((key, stage) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change(Kind.STAGE_REMOVED, key.stage(), key.party(), null, limits(stage), ""));
            }
        });
        var common = new HashSet<>(old.keySet());
        common.retainAll(now.keySet());
        whole(changes, Field.ORDER, order(old.keySet(), common), order(now.keySet(), common));
        return new SopComparison(changes);
    }

    private static void whole(List<Change> changes, Field field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(Kind.FIELD_CHANGED, null, null, field, before, after));
        }
    }

    private static Map<Key, SopStage> keyed(SopDraft draft) {
        var keyed = new LinkedHashMap<Key, SopStage>();
        for (var stage : draft.stages()) {
            int occurrence = 1;
            while (keyed.putIfAbsent(new Key(stage.stage(), stage.party(), occurrence), stage) != null) {
                occurrence++;
            }
        }
        return keyed;
    }

    private static void fields(List<Change> changes, SopStage before, SopStage after) {
        field(changes, Field.NORMAL, before, after, stage -> minutes(stage.normal()));
        field(changes, Field.URGENT, before, after, stage -> minutes(stage.urgent()));
        field(changes, Field.CALENDAR, before, after, SopStage::calendar);
        field(changes, Field.WARNINGS, before, after, stage -> warnings(stage.alarms()));
        field(changes, Field.REPEAT, before, after, stage -> repeat(stage.alarms()));
        field(changes, Field.PAUSES, before, after, stage -> names(stage.pauses()));
        field(changes, Field.REQUIRES, before, after, stage -> names(stage.requires()));
        field(changes, Field.SKIPPERS, before, after, stage -> names(stage.skippers()));
        field(changes, Field.CUSTOMER_TEXT, before, after, SopStage::customerText);
    }

    private static void field(List<Change> changes, Field field, SopStage before, SopStage after,
            Function<SopStage, String> value) {
        var was = value.apply(before);
        var is = value.apply(after);
        if (!was.equals(is)) {
            changes.add(new Change(Kind.FIELD_CHANGED, after.stage(), after.party(), field, was, is));
        }
    }

    private static String limits(SopStage stage) {
        return minutes(stage.normal()) + "," + minutes(stage.urgent());
    }

    private static String order(Collection<Key> keys, Set<Key> common) {
        return keys.stream().filter(common::contains).map(key -> key.stage() + ":" + key.party())
                .collect(Collectors.joining(","));
    }

    /** Such as {@code 30m} left or {@code 80%} used, in their order. */
    private static String warnings(AlarmPlan alarms) {
        return alarms.warnings().stream().map(warning -> switch (warning) {
            case Warning.Before(var left) -> minutes(left) + "m";
            case Warning.Share(var percent) -> percent + "%";
        }).collect(Collectors.joining(","));
    }

    /** Such as {@code 240x3}: every so many minutes, so many times. */
    private static String repeat(AlarmPlan alarms) {
        return minutes(alarms.repeat().every()) + "x" + alarms.repeat().atMost();
    }

    private static <E extends Enum<E>> String names(Set<E> values) {
        return values.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Exact, so that no difference is lost. */
    private static String minutes(Duration duration) {
        return duration.equals(Duration.ofMinutes(duration.toMinutes()))
                ? String.valueOf(duration.toMinutes())
                : duration.toString();
    }
}
