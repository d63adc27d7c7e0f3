package io.waypost.core.routing;

import java.util.List;

/**
 * What contacts are about (来访事项), by one version of the policy. Immutable.
 *
 * @param code the name in the API and in the database
 * @param skill what whoever answers it should know
 * @param wanted the level that suits it, 1 to 5
 * @param least the level without which nobody gets it; 0 where anybody with the general skill may once levels are let go, and at once
 *     while nobody there has the skill
 * @param words by which it is known in a customer's first words: plain words, no patterns
 */
public record ContactMatter(String code, String nameZh, String nameEn, String skill, int wanted, int least,
        List<String> words) {

    /** What is not known, or known and nothing special: whoever has the general skill. */
    public static final ContactMatter GENERAL = new ContactMatter(Need.GENERAL, "通用", "General", Need.GENERAL, 2, 1,
            List.of());

    private static final int EXPERT = 4;
    private static final int RAISED_AT_MOST = 2;

    public ContactMatter {
        words = List.copyOf(words);
        Need.requireLevels(skill, wanted, least);
    }

    /**
     * What a contact about it needs.
     *
     * @param repeats contacts of the same customer in the matter before: answered by somebody better each time
     * @param level of support it was passed on to: who was passed on to experts is not put back to beginners because those are free
     */
    Need need(int repeats, int level) {
        int asked = level == 1 ? least : Math.max(least, Math.min(Need.HIGHEST, EXPERT - 2 + level - 1));
        int better = Math.min(Need.HIGHEST, wanted + Math.min(repeats, RAISED_AT_MOST));
        return Need.of(skill, Math.max(better, asked), asked, least == 0);
    }
}
