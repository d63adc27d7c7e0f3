package io.waypost.app.knowledge;

import java.util.UUID;

/** A version came to nothing. Published inside the transaction that dropped it. */
record DraftDropped(UUID article, int version) {}
