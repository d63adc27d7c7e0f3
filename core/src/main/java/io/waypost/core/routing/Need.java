package io.waypost.core.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a contact needs (技能要求).
 *
 * @param wanted the level that suits it, 1 to 5
 * @param least the level without which nobody gets it, however long it waits
 * @param instead the skill that does too, at the least level, once all wanted levels are let go or while nobody there has the other one;
 *     null where none does
 */
public record Need(String skill, int wanted, int least, @Nullable String instead) {

    /** The skill that everybody has who was given none, and that a contact needs which needs nothing special. */
    public static final String GENERAL = "GENERAL";
    /** The highest level of a skill. */
    public static final int HIGHEST = 5;

    public Need {
        if (least < 1) {
            throw new IllegalArgumentException(
                    "The least level of %s (%d) must be 1 to %d.".formatted(skill, least, HIGHEST));
        }
        requireLevels(skill, wanted, least);
    }

    /** A skill that nothing else does for. */
    public Need(String skill, int wanted, int least) {
        this(skill, wanted, least, null);
    }

    /** A need with the least level as policies write it: 0 asks for no level. */
    static Need of(String skill, int wanted, int least, boolean generalDoes) {
        return new Need(skill, wanted, Math.max(1, least), generalDoes && !skill.equals(GENERAL) ? GENERAL : null);
    }

    /** The same with at least that level wanted; the least stays, so that it gives way like every wanted one. */
    Need raised(int level) {
        return new Need(skill, Math.max(wanted, level), least, instead);
    }

    static void requireLevels(String skill, int wanted, int least) {
        if (skill.isBlank()) {
            throw new IllegalArgumentException("The skill must have a name.");
        }
        if (least < 0 || wanted < 1 || wanted < least || wanted > HIGHEST) {
            throw new IllegalArgumentException(
                    "The levels of %s (wanted %d, at least %d) must be 1 to %d, and the wanted one not below the least."
                            .formatted(skill, wanted, least, HIGHEST));
        }
    }

    /** The level that is asked for once so many levels are let go. */
    int level(int lowered) {
        return Math.max(least, wanted - lowered);
    }

    /** Whether whoever has these levels, by skill, may ever take it. */
    boolean ever(Map<String, Integer> levels) {
        return levels.getOrDefault(skill, 0) >= least
                || (instead != null && levels.getOrDefault(instead, 0) >= least);
    }

    /** Whether they may once so many levels are let go; one more than down to the least lets the other skill do. */
    boolean now(int level, int levelInstead, int lowered, boolean nobodyHasIt) {
        return level >= level(lowered)
                || (instead != null && levelInstead >= least && (nobodyHasIt || lowered > wanted - least));
    }
}
