package io.waypost.app.money;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;

/** The books are one for the whole network: only those who reach all of it see and settle them. */
final class Headquarters {

    private Headquarters() {}

    static void only() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY",
                    "The books are kept by the headquarters for the whole network.");
        }
    }
}
