package io.waypost.app.conversation;

import java.util.UUID;

/** A known way of a customer, and whose it is now. */
public record Identified(UUID identity, UUID customer) {}
