package io.waypost.app.identity;

import java.util.UUID;

/** A person as they are named in lists and histories. */
public record PersonRef(UUID id, String name) {}
