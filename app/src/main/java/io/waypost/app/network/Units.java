package io.waypost.app.network;

import io.waypost.app.kernel.ImportReport;
import io.waypost.core.network.UnitDraft;
import java.util.List;

/** Writes units into the tree, for features that build one. Thread-safe. */
public interface Units {

    /**
     * Adds, changes and moves units so that each is as wanted; all or none, in any order, within the current actor's scope.
     *
     * @return what was done, or everything that is wrong; rows are counted from 1
     */
    ImportReport put(List<UnitDraft> units);
}
