package io.waypost.app.sop;

import io.waypost.app.kernel.Refusal;

/** What the shape of an SOP's JSON cannot say by itself. */
final class SopBodies {

    private SopBodies() {}

    /** Refuses a warning that names both a time and a share, or neither. */
    static void requireWhole(SopBody body) {
        for (int i = 0; i < body.stages().size(); i++) {
            var warnings = body.stages().get(i).warnings();
            for (int j = 0; j < warnings.size(); j++) {
                var warning = warnings.get(j);
                if ((warning.minutesLeft() == null) == (warning.percentUsed() == null)) {
                    throw Refusal.invalid("body.stages[%d].warnings[%d]".formatted(i, j), warning, "ONE_OF_TWO",
                            "Give either minutesLeft or percentUsed.");
                }
            }
        }
    }
}
