package io.waypost.app.bot;

import io.waypost.app.bot.BotSession.EndKind;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Intent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as lists show it: without where its dialogue is. */
record BotSessionRow(UUID id, UUID conversation, ContactChannel channel, String unitPath, Instant openedAt,
        long firstSeq,
        long answeredSeq, @Nullable Intent intent, boolean helped, @Nullable Instant endedAt, @Nullable EndKind end,
        @Nullable Reason reason) {}
