package io.waypost.core.dialogue;

import io.waypost.core.dialogue.End.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** When a person must go on, before anything else is looked at (转人工条件), and how a mood goes on from message to message. Pure. */
final class Alarms {

    /** Above this sum, in fen, a person decides what is said. */
    private static final long MUCH = 1_000_00;
    private static final Set<Intent> CLAIMED = EnumSet.of(Intent.CLAIM, Intent.LOST, Intent.DAMAGED, Intent.SHORTAGE);
    private static final Pattern CHILD = Pattern
            .compile(
                    "(?:我|才|今年|刚)(?:才|今年|刚|满|是|只有)*(?:[3-9]|1[0-3]|[三四五六七八九十]|十[一二三])岁|我(?:是|还是)?(?:个)?(?:小学生|小朋友|未成年)");

    private Alarms() {}

    /** Why a person must go on; empty where the bot may. */
    static Optional<Reason> reason(DialogueState state, Understanding words) {
        if (words.harm()) {
            return Optional.of(Reason.HARM);
        }
        if (words.wantsPerson()) {
            return Optional.of(Reason.ASKED);
        }
        if (words.threat()) {
            return Optional.of(Reason.REGULATOR);
        }
        if (words.mood() == Mood.SEVERE) {
            return Optional.of(Reason.SEVERE);
        }
        if (words.mood() == Mood.ANGRY && state.mood().atLeast(Mood.DISSATISFIED)) {
            return Optional.of(Reason.ANGRY);
        }
        if (CHILD.matcher(words.plain()).find()) {
            return Optional.of(Reason.CHILD);
        }
        var money = words.slots().moneyFen();
        boolean claims = CLAIMED.contains(words.intent())
                || (state.matter() != null && CLAIMED.contains(state.matter()));
        return claims && money != null && money >= MUCH ? Optional.of(Reason.MUCH_MONEY) : Optional.empty();
    }

    /** The worse of what was said now and of what went before, a level milder. */
    static Mood feeling(Mood before, Mood now) {
        var milder = before == Mood.ANGRY || before == Mood.SEVERE ? Mood.DISSATISFIED : Mood.CALM;
        return now.worse(milder);
    }
}
