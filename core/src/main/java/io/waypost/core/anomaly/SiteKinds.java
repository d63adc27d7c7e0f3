package io.waypost.core.anomaly;

import io.waypost.core.network.UnitKind;
import org.jspecify.annotations.Nullable;

/** What sort of place a site is. */
@FunctionalInterface
public interface SiteKinds {

    /** Its kind; null where the tree does not know it. */
    @Nullable
    UnitKind kind(String site);

    /** Whether it is a hub. */
    default boolean hub(String site) {
        return kind(site) == UnitKind.HUB;
    }
}
