package io.waypost.core.network;

import java.util.Set;

/** What a unit of the organisation (机构) is. */
public enum UnitKind {
    /** The headquarters (总部): the root, exactly one. */
    HEADQUARTERS,
    /** A region (大区) of several provinces. */
    REGION,
    /** A province company (省公司). */
    PROVINCE,
    /** A city company (城市分公司). */
    CITY,
    /** A sorting hub (转运中心). */
    HUB,
    /** An outlet (网点), or a branch of one. */
    OUTLET,
    /** A department (部门) of any unit: call centre, claims, quality. */
    DEPARTMENT,
    /** A place that scans name and the tree does not have. Never a row of the tree. */
    UNKNOWN;

    /** The kinds that a unit of this kind may stand below; empty where it stands below nothing. */
    public Set<UnitKind> parents() {
        return switch (this) {
            case HEADQUARTERS, UNKNOWN -> Set.of();
            case REGION -> Set.of(HEADQUARTERS);
            case PROVINCE -> Set.of(HEADQUARTERS, REGION);
            case CITY -> Set.of(HEADQUARTERS, REGION, PROVINCE);
            case HUB -> Set.of(HEADQUARTERS, REGION, PROVINCE, CITY);
            case OUTLET -> Set.of(REGION, PROVINCE, CITY, HUB, OUTLET);
            case DEPARTMENT -> Set.of(HEADQUARTERS, REGION, PROVINCE, CITY, HUB, OUTLET, DEPARTMENT);
        };
    }
}
