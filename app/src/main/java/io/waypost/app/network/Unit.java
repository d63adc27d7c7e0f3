package io.waypost.app.network;

import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitKind;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation (机构).
 *
 * @param path the codes from the headquarters down to this unit, such as {@code /HQ/R05/P44/}
 * @param division the administrative division it lies in (GB/T 2260)
 * @param opens when it opens, Beijing time; null together with {@code closes} = always open
 * @param active false once it has ceased to work; it stays for the history
 */
public record Unit(
        String code,
        String name,
        UnitKind kind,
        @Nullable String parentCode,
        String path,
        @Nullable String division,
        @Nullable String address,
        @Nullable String phone,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable String serviceArea,
        boolean active,
        int version) {

    /** The short form for lists and histories. */
    public UnitRef ref() {
        return new UnitRef(code, name, kind);
    }

    /** The unit as the rules of the tree take it. */
    UnitDraft draft() {
        return new UnitDraft(code, name, kind, parentCode, division, address, phone, opens, closes, serviceArea,
                active);
    }
}
