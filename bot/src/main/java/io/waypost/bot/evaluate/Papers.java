package io.waypost.bot.evaluate;

import io.waypost.bot.Packaged;
import java.util.List;

/**
 * The files of an examination: {@code development}, by which rules may be mended, and {@code heldout}, of which nobody looks at more than the
 * figures.
 */
record Papers(String part) {

    private static final int CELLS = 2;

    /** The lines of a file, cut at their tabulator. */
    List<String[]> lines(String file) {
        return Packaged.lines("examination/" + part + "/" + file).stream().map(Papers::cells).toList();
    }

    private static String[] cells(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("A line of an examination (%s) must have two columns.".formatted(line));
        }
        return cells;
    }
}
