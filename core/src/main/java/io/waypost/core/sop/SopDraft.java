package io.waypost.core.sop;

import io.waypost.core.sop.SopFlaw.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** An SOP as its owner writes it, right or wrong (SOP 草稿). {@link #flaws} says what is wrong. */
public record SopDraft(
        List<SopStage> stages,
        Duration longestWait,
        Duration reopenWindow,
        Duration repeatWindow,
        int handOvers) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<Party> ANY_UNIT = EnumSet.of(Party.OUTLET, Party.HUB, Party.REGION, Party.HEADQUARTERS,
            Party.FINANCE);
    private static final Map<Stage, Set<Party>> PARTIES = Map.of(
            Stage.TRIAGE, EnumSet.of(Party.DESK, Party.REGION, Party.HEADQUARTERS),
            Stage.RESPONSE, ANY_UNIT,
            Stage.SOLUTION, ANY_UNIT,
            Stage.VERIFICATION, EnumSet.allOf(Party.class),
            Stage.CHECK, EnumSet.of(Party.DESK, Party.REGION, Party.HEADQUARTERS),
            Stage.CALL_BACK, EnumSet.of(Party.DESK, Party.REGION, Party.HEADQUARTERS));

    public SopDraft {
        stages = List.copyOf(stages);
    }

    /** The SOP of that version; only for a draft without flaws. */
    public Sop as(SopId id) {
        return new Sop(id, stages, longestWait, reopenWindow, repeatWindow, handOvers);
    }

    /** Everything that is wrong; empty where it may be approved. */
    public List<SopFlaw> flaws(Predicate<String> calendarKnown) {
        var flaws = new ArrayList<SopFlaw>();
        if (stages.stream().noneMatch(one -> one.stage() == Stage.RESPONSE)) {
            flaws.add(new SopFlaw("stages", "", Reason.NO_RESPONSE));
        }
        if (stages.stream().noneMatch(one -> one.stage() == Stage.VERIFICATION)) {
            flaws.add(new SopFlaw("stages", "", Reason.NO_VERIFICATION));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var field = "stages[%d]".formatted(i);
            if (i > 0 && stage.stage().compareTo(stages.get(i - 1).stage()) < 0) {
                flaws.add(new SopFlaw(field, stage.stage().name(), Reason.ORDER));
            }
            if (!seen.add(stage.stage() + " " + stage.party())) {
                flaws.add(new SopFlaw(field, stage.stage().name(), Reason.TWICE));
            }
            check(field, stage, calendarKnown, flaws);
        }
        duration("longestWait", longestWait, flaws);
        duration("reopenWindow", reopenWindow, flaws);
        duration("repeatWindow", repeatWindow, flaws);
        if (handOvers < 1 || handOvers > 20) {
            flaws.add(new SopFlaw("handOvers", String.valueOf(handOvers), Reason.HAND_OVERS));
        }
        return List.copyOf(flaws);
    }

    private static void check(String field, SopStage stage, Predicate<String> calendarKnown, List<SopFlaw> flaws) {
        if (!PARTIES.getOrDefault(stage.stage(), Set.of()).contains(stage.party())) {
            flaws.add(new SopFlaw(field + ".party", stage.party().name(), Reason.PARTY));
        }
        duration(field + ".normal", stage.normal(), flaws);
        duration(field + ".urgent", stage.urgent(), flaws);
        if (stage.urgent().compareTo(stage.normal()) > 0) {
            flaws.add(new SopFlaw(field + ".urgent", stage.urgent().toString(), Reason.URGENT_LONGER));
        }
        if (!stage.calendar().equals(SopStage.OF_UNIT) && !calendarKnown.test(stage.calendar())) {
            flaws.add(new SopFlaw(field + ".calendar", stage.calendar(), Reason.CALENDAR_UNKNOWN));
        }
        if (stage.customerText().length() > 200) {
            flaws.add(new SopFlaw(field + ".customerText", stage.customerText(), Reason.TEXT_LENGTH));
        }
    }

    private static void duration(String field, Duration duration, List<SopFlaw> flaws) {
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            flaws.add(new SopFlaw(field, duration.toString(), Reason.DURATION));
        }
    }
}
