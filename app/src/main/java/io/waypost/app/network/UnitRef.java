package io.waypost.app.network;

import io.waypost.core.network.UnitKind;

/** A unit as it is named in lists and histories; of kind UNKNOWN, named by its code, where the tree does not have it. */
public record UnitRef(String code, String name, UnitKind kind) {}
