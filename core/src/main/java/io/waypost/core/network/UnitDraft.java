package io.waypost.core.network;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A unit as somebody wants it to be: all of its fields, and the code of the unit it stands below. */
public record UnitDraft(
        String code,
        String name,
        UnitKind kind,
        @Nullable String parent,
        @Nullable String division,
        @Nullable String address,
        @Nullable String phone,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable String serviceArea,
        boolean active) {}
