package io.waypost.core.routing;

/**
 * A skill that a contact needs (技能要求).
 *
 * @param wanted the level that suits it, 1 to 5
 * @param least the level without which nobody gets it, however long it waits
 */
public record Need(String skill, int wanted, int least) {

    /** The highest level of a skill. */
    public static final int HIGHEST = 5;

    public Need {
        if (skill.isBlank()) {
            throw new IllegalArgumentException("The skill must have a name.");
        }
        if (least < 1 || wanted < least || wanted > HIGHEST) {
            throw new IllegalArgumentException(
                    "The levels of %s (wanted %d, at least %d) must be 1 to %d, and the wanted one not below the least."
                            .formatted(skill, wanted, least, HIGHEST));
        }
    }

    /** The level that is asked for once so many levels are let go. */
    int level(int lowered) {
        return Math.max(least, wanted - lowered);
    }
}
