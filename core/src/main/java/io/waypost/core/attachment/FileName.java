package io.waypost.core.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name under which a file is shown and saved (附件名称): what the sender called it, without what could do harm. */
public final class FileName {

    /** The longest name, without its ending. */
    public static final int LONGEST = 80;

    private static final Pattern HARMFUL = Pattern
            .compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*%;]");
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{Alnum}]{1,5}$");
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4",
            "LPT1", "LPT2", "LPT3");

    private FileName() {}

    /**
     * Cleans a name. The ending is always that of the type, so that no program is fooled into opening it as something else;
     * characters that turn the direction of text, and so hide an ending, are gone.
     */
    public static String clean(String typed, FileType type) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = HARMFUL.matcher(name).replaceAll("");
        name = ENDING.matcher(name).replaceFirst("");
        // A second ending would be the one that is seen where endings are hidden.
        name = name.replace('.', '_').strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
        }
        if (name.replace("_", "").isBlank() || DEVICES.contains(name.toUpperCase(Locale.ROOT))) {
            name = "file";
        }
        return name + "." + type.extension();
    }

    /** The name as it may be shown in an answer about a file that was not taken: without control characters, not too long. */
    public static String shown(String typed) {
        var name = HARMFUL.matcher(typed).replaceAll("");
        return name.codePointCount(0, name.length()) > LONGEST
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST))
                : name;
    }
}
