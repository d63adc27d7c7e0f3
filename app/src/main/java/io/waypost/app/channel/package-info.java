/**
 * Channels that others carry (外部渠道): accounts of ours on them, what comes in kept raw first and taken in order, what goes out sent in
 * order, once (ADR 36). What is particular to one of them is in its own package, behind {@link io.waypost.app.channel.ChannelAdapter}.
 */
@NullMarked
@ApplicationModule(displayName = "Channels", allowedDependencies = {"audit", "live", "network", "conversation", "desk",
        "attachment"})
package io.waypost.app.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
