package io.waypost.app.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What whoever writes on a channel should know (渠道限制).
 *
 * @param until until when one may write; null where there is no such time
 * @param left how many messages one may still write until then; null for any number
 * @param mostBytes of UTF-8 in one message; what is longer goes in several
 * @param files whether pictures and files can be sent
 * @param closed why nothing can be sent now, a code; null where it can
 */
public record ChannelLimits(@Nullable Instant until, @Nullable Integer left, int mostBytes, boolean files,
        @Nullable String closed) {}
