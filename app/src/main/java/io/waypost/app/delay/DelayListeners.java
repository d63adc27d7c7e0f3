package io.waypost.app.delay;

import io.waypost.app.network.UnitsMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the paths of warnings true when units move. */
@Component
class DelayListeners {

    private final WarningStore warnings;

    DelayListeners(WarningStore warnings) {
        this.warnings = warnings;
    }

    @EventListener
    void on(UnitsMoved moved) {
        warnings.moveUnits(moved.oldPrefix(), moved.newPrefix());
    }
}
