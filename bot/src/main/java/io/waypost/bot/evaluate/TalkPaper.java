package io.waypost.bot.evaluate;

import io.waypost.bot.Packaged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A whole talk of an examination: what the customer writes turn by turn, and what has to come of it.
 *
 * @param wanted such as {@code status}, {@code case DAMAGE}, {@code person ASKED}, {@code nothing}
 */
record TalkPaper(String name, List<String> turns, List<String> wanted) {

    static final String WAYBILL = "YT8800000000017";
    static final String OTHER = "YT8800000000033";
    private static final String UNKNOWN = "YT8800000000099";

    TalkPaper {
        turns = List.copyOf(turns);
        wanted = List.copyOf(wanted);
    }

    /** Reads a file of talks. */
    static List<TalkPaper> read(String file) {
        var talks = new ArrayList<TalkPaper>();
        var name = "";
        var turns = new ArrayList<String>();
        for (var line : Packaged.lines(file)) {
            switch (line.charAt(0)) {
                case '@' -> {
                    name = line.substring(1).strip();
                    turns.clear();
                }
                case 'c' -> turns.add(line.substring(2).strip().replace("{W}", WAYBILL).replace("{V}", OTHER)
                        .replace("{X}", UNKNOWN));
                case '=' -> talks.add(new TalkPaper(name, turns,
                        Arrays.stream(line.substring(1).split(" AND ", -1)).map(String::strip).toList()));
                default -> throw new IllegalArgumentException(
                        "A line of a talk (%s) must begin with @, c: or =.".formatted(line));
            }
        }
        return talks;
    }
}
