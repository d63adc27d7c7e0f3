package io.waypost.core.sop;

import static io.waypost.core.deadline.PauseReason.AUTHORITY;
import static io.waypost.core.deadline.PauseReason.CUSTOMER;
import static io.waypost.core.deadline.PauseReason.EVIDENCE;
import static io.waypost.core.deadline.PauseReason.OTHER_OUTLET;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The SOPs that an installation begins with (默认 SOP), version 1 of each kind. The two hours of 加急, the 24 and 48 hours of an
 * outlet and the dispatch desk's 8:00 to 18:00 are the business's own targets; the rest are working values that owners change.
 */
public final class DefaultSops {

    /** The dispatch desk's hours: 8:00 to 18:00 every day. */
    public static final String DISPATCH_DESK = "dispatch-desk";

    private static final Set<PauseReason> ALL_PAUSES = Set.of(CUSTOMER, EVIDENCE, OTHER_OUTLET, AUTHORITY);
    private static final Set<Role> LEADS = Set.of(Role.TEAM_LEAD, Role.DISPATCHER, Role.REGION_MANAGER,
            Role.HEADQUARTERS_MANAGER);
    private static final AlarmPlan HALF_HOUR_BEFORE = new AlarmPlan(List.of(new Warning.Before(Duration.ofMinutes(30))),
            Repeat.NEVER);
    private static final AlarmPlan BY_SHARE = new AlarmPlan(List.of(new Warning.Share(50), new Warning.Share(80)),
            new Repeat(Duration.ofHours(4), 3));

    private DefaultSops() {}

    /** The SOP of that kind or, where it has none of its own, of its first level. */
    public static Sop of(KindEntry entry) {
        return draft(entry).as(new SopId(entry.kind(), 1));
    }

    /** The same as a draft. */
    public static SopDraft draft(KindEntry entry) {
        if (entry.kind().main().equals(TicketKind.QUERY)) {
            return about(quick(hours(24), hours(2), hours(8), hours(2), hours(8), hours(4)));
        }
        if (entry.endsWithMove()) {
            return about(quick(hours(2), hours(1), hours(2), hours(1), hours(4), hours(2)));
        }
        return switch (entry.bizType()) {
            case COMPLAINT -> about(complaint());
            case CONSULT, TRACE, URGE, PROBLEM -> about(request());
        };
    }

    private static SopDraft about(List<SopStage> stages) {
        return new SopDraft(stages, Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(30), 3);
    }

    /** A parcel is looked for at once, round the clock; the next scan ends it. */
    private static List<SopStage> quick(Duration outlet, Duration outletUrgent, Duration region, Duration regionUrgent,
            Duration headquarters, Duration headquartersUrgent) {
        return List.of(
                stage(Stage.RESPONSE, Party.OUTLET, outlet, outletUrgent, SopStage.ALWAYS, HALF_HOUR_BEFORE,
                        "我们正在联系包裹所在的站点。"),
                stage(Stage.RESPONSE, Party.REGION, region, regionUrgent, SopStage.ALWAYS, HALF_HOUR_BEFORE, ""),
                stage(Stage.RESPONSE, Party.HEADQUARTERS, headquarters, headquartersUrgent, SopStage.ALWAYS,
                        HALF_HOUR_BEFORE, ""),
                stage(Stage.VERIFICATION, Party.OUTLET, hours(12), hours(12), SopStage.ALWAYS,
                        AlarmPlan.ESCALATION_ONLY,
                        "包裹已经找到并发出，我们会盯到它有新的记录。"));
    }

    /** A complaint goes through every stage, and the customer is called at the end. */
    private static List<SopStage> complaint() {
        return List.of(
                stage(Stage.TRIAGE, Party.DESK, hours(2), minutes(15), DISPATCH_DESK, HALF_HOUR_BEFORE,
                        "我们正在安排人核实。"),
                stage(Stage.RESPONSE, Party.OUTLET, hours(24), hours(2), SopStage.ALWAYS, BY_SHARE, "我们正在核实情况。"),
                stage(Stage.RESPONSE, Party.REGION, hours(8), hours(2), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.RESPONSE, Party.HEADQUARTERS, hours(8), hours(2), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.SOLUTION, Party.OUTLET, hours(48), hours(24), SopStage.ALWAYS, BY_SHARE, "问题正在处理中。"),
                stage(Stage.SOLUTION, Party.REGION, hours(24), hours(12), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.SOLUTION, Party.HEADQUARTERS, hours(24), hours(12), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.VERIFICATION, Party.DESK, hours(8), hours(2), DISPATCH_DESK, HALF_HOUR_BEFORE, ""),
                needing(stage(Stage.CHECK, Party.DESK, hours(8), hours(2), DISPATCH_DESK, HALF_HOUR_BEFORE,
                        "处理结果正在复核。"), Set.of(Requirement.LIABILITY, Requirement.ROOT_CAUSE)),
                needing(stage(Stage.CALL_BACK, Party.DESK, hours(24), hours(4), DISPATCH_DESK, HALF_HOUR_BEFORE,
                        "我们会再联系您，确认结果是否满意。"), Set.of(Requirement.CALL_BACK_VERDICT)));
    }

    /** A request or a report is handled and checked. */
    private static List<SopStage> request() {
        return List.of(
                stage(Stage.RESPONSE, Party.OUTLET, hours(24), hours(2), SopStage.ALWAYS, BY_SHARE, "我们正在为您处理。"),
                stage(Stage.RESPONSE, Party.REGION, hours(8), hours(2), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.RESPONSE, Party.HEADQUARTERS, hours(8), hours(2), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.SOLUTION, Party.OUTLET, hours(48), hours(24), SopStage.ALWAYS, BY_SHARE, ""),
                stage(Stage.VERIFICATION, Party.DESK, hours(24), hours(4), DISPATCH_DESK, HALF_HOUR_BEFORE, ""));
    }

    private static SopStage stage(Stage stage, Party party, Duration normal, Duration urgent, String calendar,
            AlarmPlan alarms, String customerText) {
        return new SopStage(stage, party, normal, urgent, calendar, alarms, ALL_PAUSES, Set.of(), LEADS, customerText);
    }

    private static SopStage needing(SopStage stage, Set<Requirement> requires) {
        return new SopStage(stage.stage(), stage.party(), stage.normal(), stage.urgent(), stage.calendar(),
                stage.alarms(), stage.pauses(), requires, stage.skippers(), stage.customerText());
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
