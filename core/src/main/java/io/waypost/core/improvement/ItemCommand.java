package io.waypost.core.improvement;

import java.time.Instant;

/** What may be done to an improvement item (改进项操作). */
public sealed interface ItemCommand {

    record Accept() implements ItemCommand {}

    record Start() implements ItemCommand {}

    record Finish(Instant at) implements ItemCommand {}

    record Drop() implements ItemCommand {}

    /** The platform compared; nobody else can. */
    record Measure(Comparison comparison) implements ItemCommand {}
}
