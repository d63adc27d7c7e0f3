package io.waypost.simulator.care;

import io.waypost.simulator.chance.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the people around a customer's matter do with it next, and when; a rule without a clock. */
public final class Care {

    private static final double NEVER = 0.06;
    private static final double LATE = 0.15;
    private static final double REJECTED = 0.04;
    private static final double SENT_BACK = 0.08;
    private static final double UNREACHED = 0.08;
    private static final double DISPUTED = 0.1;
    private static final double UNHAPPY = 0.06;

    private Care() {}

    /** Where a matter stands. */
    public record Standing(String kind, String state, boolean urgent, int limitMinutes) {}

    /**
     * One step over the API.
     *
     * @param after how long it takes from when the matter came to stand so
     * @param name the last part of the step's address
     */
    public record Step(Duration after, String name, Map<String, Object> body) {}

    /** Whether the matter is answered in words here, and not by where the parcel is. */
    public static boolean handles(String kind) {
        return Topic.of(kind).filter(topic -> !topic.answers().isEmpty()).isPresent();
    }

    /**
     * The next step of a matter; empty where nobody ever takes one.
     *
     * @param place code of the unit that has the parcel; null where nobody knows
     */
    public static Optional<Step> next(Standing standing, @Nullable String place, Dice dice) {
        Topic topic = Topic.of(standing.kind()).orElse(null);
        if (topic == null || topic.answers().isEmpty()) {
            return Optional.empty();
        }
        return switch (standing.state()) {
            case "NEW", "TRIAGED" -> sorted(place, standing.urgent(), dice);
            case "DISPATCHED", "ESCALATED", "ACCEPTED", "IN_PROGRESS", "REOPENED" ->
                answered(standing, topic, dice);
            case "REPLIED" -> Optional.of(new Step(minutes(dice, 5, 60), "apply-close",
                    Map.of("note", dice.pick(List.of("已处理完毕，客户知晓。", "问题已解决，申请完结。", "已与客户沟通好，请核实。")))));
            case "CLOSE_APPLIED" -> Optional.of(checked(topic, dice));
            case "CHECKED" -> Optional.of(called(dice));
            case "CALLED_BACK" -> Optional.of(new Step(minutes(dice, 2, 20), "close",
                    Map.of("reason", "SETTLED", "note", "回访确认，结案。")));
            default -> Optional.empty();
        };
    }

    private static Optional<Step> sorted(@Nullable String place, boolean urgent, Dice dice) {
        Duration after = urgent ? minutes(dice, 1, 12) : minutes(dice, 5, 100);
        if (!urgent && dice.chance(REJECTED)) {
            return Optional.of(new Step(after, "reject",
                    Map.of("reason", "NOT_JUSTIFIED", "note", "核对轨迹，仍在承诺时效内，已向客户说明。")));
        }
        return place == null
                ? Optional.empty()
                : Optional.of(new Step(after, "dispatch", Map.of("to", place, "note", "请核实后回复客户")));
    }

    /** Most in time, some late, some never: then it climbs. */
    private static Optional<Step> answered(Standing standing, Topic topic, Dice dice) {
        if (dice.chance(NEVER)) {
            return Optional.empty();
        }
        double share = dice.chance(LATE) ? dice.between(1.02, 1.6) : dice.between(0.08, 0.9);
        Duration after = Duration.ofSeconds((long) (standing.limitMinutes() * 60L * share));
        return Optional.of(new Step(after, "answer",
                Map.of("kind", "EXPLAINED", "remark", dice.pick(topic.answers()))));
    }

    private static Step checked(Topic topic, Dice dice) {
        Duration after = minutes(dice, 10, 150);
        if (dice.chance(SENT_BACK)) {
            return new Step(after, "check", Map.of("passed", false, "note", "没有联系客户的记录，请补充后再报。"));
        }
        String liability = dice.pick(List.of("LIABLE", "LIABLE", "LIABLE", "PARTLY", "NOT_LIABLE"));
        return new Step(after, "check",
                Map.of("passed", true, "liability", liability, "causeCode", dice.pick(topic.causes())));
    }

    private static Step called(Dice dice) {
        double luck = dice.uniform();
        String verdict = luck < UNREACHED
                ? "NO_ANSWER"
                : luck < UNREACHED + DISPUTED
                        ? dice.pick(List.of("NOT_SETTLED", "REPLY_UNTRUE", "NOT_CONTACTED"))
                        : luck < UNREACHED + DISPUTED + UNHAPPY ? "SETTLED_UNHAPPY" : "SETTLED";
        return new Step(minutes(dice, 15, 240), "call-back", Map.of("verdict", verdict));
    }

    private static Duration minutes(Dice dice, int least, int most) {
        return Duration.ofSeconds((long) (60 * dice.between(least, most)));
    }
}
