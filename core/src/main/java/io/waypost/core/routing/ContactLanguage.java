package io.waypost.core.routing;

/**
 * A language of customers that not everybody speaks (语种), by one version of the policy. Immutable.
 *
 * @param share how many of a hundred letters must be of its writing
 * @param wanted the level of the skill that suits it, 1 to 5
 * @param least the level without which nobody gets it; 0 as of a {@link ContactMatter}
 */
public record ContactLanguage(String code, Writing writing, int share, String skill, int wanted, int least) {

    public ContactLanguage {
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException(
                    "The share of letters of %s (%d) must be 1 to 100.".formatted(code, share));
        }
        Need.requireLevels(skill, wanted, least);
    }

    /** What a contact in it needs. */
    Need need() {
        return Need.of(skill, wanted, least, least == 0);
    }

    /** How it is written (文字); the names are part of the API. */
    public enum Writing {
        LATIN(Character.UnicodeScript.LATIN),
        CYRILLIC(Character.UnicodeScript.CYRILLIC),
        ARABIC(Character.UnicodeScript.ARABIC),
        HANGUL(Character.UnicodeScript.HANGUL),
        /** Japanese is known by its kana, among which there is Han. */
        KANA(Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA),
        THAI(Character.UnicodeScript.THAI),
        TIBETAN(Character.UnicodeScript.TIBETAN),
        MONGOLIAN(Character.UnicodeScript.MONGOLIAN),
        DEVANAGARI(Character.UnicodeScript.DEVANAGARI);

        private final Character.UnicodeScript script;
        private final Character.UnicodeScript other;

        Writing(Character.UnicodeScript script) {
            this(script, script);
        }

        Writing(Character.UnicodeScript script, Character.UnicodeScript other) {
            this.script = script;
            this.other = other;
        }

        boolean has(int letter) {
            var its = Character.UnicodeScript.of(letter);
            return its == script || its == other;
        }
    }
}
