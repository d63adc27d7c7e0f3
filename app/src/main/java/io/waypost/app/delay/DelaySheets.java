package io.waypost.app.delay;

import java.util.List;
import java.util.Locale;

/** The list of promises in danger in words, for other ways of handing it out. Within the actor's scope; no personal data in it. */
public interface DelaySheets {

    /**
     * The rows of a unit and all below it, what must be done soonest first.
     *
     * @param most how many rows at most
     */
    Sheet sheet(String unitCode, Locale locale, int most);

    /**
     * A table.
     *
     * @param more whether there are rows beyond the last
     */
    record Sheet(List<String> columns, List<List<String>> rows, boolean more) {}
}
