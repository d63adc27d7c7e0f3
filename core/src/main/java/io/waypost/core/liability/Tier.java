package io.waypost.core.liability;

import java.util.Collection;
import java.util.HashSet;

/** Who arbitrates (仲裁层级); the names are part of the API. */
public enum Tier {
    /** The region that all units of the case belong to. */
    REGION,
    HEADQUARTERS;

    /** Which tier a case needs whose units belong to these regions; headquarters where one belongs to none, written as an empty text. */
    public static Tier of(Collection<String> regions) {
        var different = new HashSet<>(regions);
        return different.size() == 1 && !different.contains("") ? REGION : HEADQUARTERS;
    }
}
