package io.waypost.app.sop;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an SOP says, as JSON, in the API and in the database. All times are whole minutes; those of stages are working time. */
record SopBody(
        @NotNull @Size(max = 40) List<@Valid StageBody> stages,
        @Min(-MOST) @Max(MOST) long longestWaitMinutes,
        @Min(-MOST) @Max(MOST) long reopenWindowMinutes,
        @Min(-MOST) @Max(MOST) long repeatWindowMinutes,
        int handOvers) {

    /** More minutes than any rule allows, and few enough for arithmetic. */
    static final long MOST = 10_000_000;

    /** A warning: when so many minutes are left, or when so much of the limit is used; one of them. */
    record WarningBody(@Nullable @Min(1) @Max(MOST) Long minutesLeft, @Nullable @Min(1) @Max(99) Integer percentUsed) {

        Warning warning() {
            if (minutesLeft != null) {
                return new Warning.Before(Duration.ofMinutes(minutesLeft));
            }
            return new Warning.Share(percentUsed == null ? 0 : percentUsed);
        }

        static WarningBody of(Warning warning) {
            return switch (warning) {
                case Warning.Before(var left) -> new WarningBody(minutes(left), null);
                case Warning.Share(var percent) -> new WarningBody(null, percent);
            };
        }
    }

    /** One stage for one party. */
    record StageBody(
            @NotNull Stage stage,
            @NotNull Party party,
            @Min(-MOST) @Max(MOST) long normalMinutes,
            @Min(-MOST) @Max(MOST) long urgentMinutes,
            @NotNull @Size(max = 64) String calendar,
            @NotNull @Size(max = 10) List<@Valid WarningBody> warnings,
            @Min(1) @Max(MOST) long repeatEveryMinutes,
            @Min(0) @Max(100) int repeatAtMost,
            @NotNull Set<PauseReason> pauses,
            @NotNull Set<Requirement> requires,
            @NotNull Set<Role> skippers,
            @NotNull @Size(max = 2_000) String customerText) {

        SopStage stageOf() {
            var alarms = new AlarmPlan(warnings.stream().map(WarningBody::warning).toList(),
                    new Repeat(Duration.ofMinutes(repeatEveryMinutes), repeatAtMost));
            return new SopStage(stage, party, Duration.ofMinutes(normalMinutes), Duration.ofMinutes(urgentMinutes),
                    calendar, alarms, pauses, requires, skippers, customerText);
        }

        static StageBody of(SopStage stage) {
            var repeat = stage.alarms().repeat();
            return new StageBody(stage.stage(), stage.party(), minutes(stage.normal()), minutes(stage.urgent()),
                    stage.calendar(), stage.alarms().warnings().stream().map(WarningBody::of).toList(),
                    minutes(repeat.every()), repeat.atMost(), ordered(PauseReason.class, stage.pauses()),
                    ordered(Requirement.class, stage.requires()), ordered(Role.class, stage.skippers()),
                    stage.customerText());
        }

        /** In the order of their declaration, so that equal stages are equal texts. */
        private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> values) {
            var ordered = EnumSet.noneOf(type);
            ordered.addAll(values);
            return ordered;
        }
    }

    static SopBody of(SopDraft draft) {
        return new SopBody(draft.stages().stream().map(StageBody::of).toList(), minutes(draft.longestWait()),
                minutes(draft.reopenWindow()), minutes(draft.repeatWindow()), draft.handOvers());
    }

    static SopBody of(Sop sop) {
        return of(new SopDraft(sop.stages(), sop.longestWait(), sop.reopenWindow(), sop.repeatWindow(),
                sop.handOvers()));
    }

    SopDraft draft() {
        return new SopDraft(stages.stream().map(StageBody::stageOf).toList(), Duration.ofMinutes(longestWaitMinutes),
                Duration.ofMinutes(reopenWindowMinutes), Duration.ofMinutes(repeatWindowMinutes), handOvers);
    }

    private static long minutes(Duration duration) {
        if (!duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            throw new IllegalArgumentException("The time (%s) of an SOP must be whole minutes.".formatted(duration));
        }
        return duration.toMinutes();
    }
}
