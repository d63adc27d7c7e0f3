package io.waypost.bot.evaluate;

import io.waypost.core.place.Divisions;
import io.waypost.core.slot.SlotReader;
import io.waypost.core.slot.Slots;
import io.waypost.core.slot.When;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores of slots: what is found of what is there, and what is there of what is found.
 *
 * @param right found and there
 * @param found found at all
 * @param there there at all
 */
record SlotScores(int right, int found, int there, Map<String, int[]> byName, List<String> wrong) {

    private static final Map<Integer, String> DAYS = Map.of(0, "today", 1, "tomorrow", 2, "day_after_tomorrow", -1,
            "yesterday");

    /** The harmonic mean of precision and recall. */
    double f1() {
        return 2.0 * right / (found + there);
    }

    static SlotScores of(List<String[]> lines, Function<String, Slots> read) {
        var names = new SlotReader(Divisions.china());
        int right = 0;
        int found = 0;
        int there = 0;
        var byName = new TreeMap<String, int[]>();
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var wanted = line[1].isBlank() ? Set.<String>of() : Set.of(line[1].strip().split(";", -1));
            var got = written(read.apply(line[0]), names);
            var same = new HashSet<>(got);
            same.retainAll(wanted);
            right += same.size();
            found += got.size();
            there += wanted.size();
            same.forEach(each -> count(byName, each, 0));
            got.forEach(each -> count(byName, each, 1));
            wanted.forEach(each -> count(byName, each, 2));
            if (!got.equals(wanted)) {
                wrong.add(line[0] + " | wanted " + wanted + " | got " + got);
            }
        }
        return new SlotScores(right, found, there, byName, wrong);
    }

    private static void count(Map<String, int[]> byName, String slot, int which) {
        byName.computeIfAbsent(slot.substring(0, slot.indexOf('=')), _ -> new int[3])[which]++;
    }

    private static Set<String> written(Slots slots, SlotReader names) {
        var written = new HashSet<String>();
        slots.waybills().forEach(each -> written.add("waybill=" + each));
        slots.phones().forEach(each -> written.add("phone=" + each));
        if (slots.from() != null) {
            written.add("from=" + names.fullName(slots.from()));
        }
        if (slots.to() != null) {
            written.add("to=" + names.fullName(slots.to()));
        }
        if (slots.weightGrams() != null) {
            written.add("weight=" + slots.weightGrams());
        }
        if (slots.moneyFen() != null) {
            written.add("money=" + slots.moneyFen());
        }
        addWhen(slots.when(), written);
        return written;
    }

    private static void addWhen(When when, Set<String> written) {
        if (when.days() != null) {
            written.add("date=" + DAYS.getOrDefault(when.days(), String.valueOf(when.days())));
        }
        if (when.weekday() != null) {
            written.add(
                    "date=" + when.weekday().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT));
        }
        if (when.date() != null) {
            written.add("date=" + when.date().atYear(2026));
        }
        if (when.part() != null) {
            written.add("part=" + when.part().name().toLowerCase(Locale.ROOT));
        }
        if (when.at() != null) {
            written.add("part=" + when.at());
        }
    }
}
