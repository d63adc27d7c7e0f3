package io.waypost.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The answer to a posting. */
public sealed interface PostAnswer {

    /** It is committed. A repetition of the same {@code cid} gets the same answer. */
    record Accepted(UUID conversation, long seq, Instant at) implements PostAnswer {}

    /** It never will be; repeating it is of no use. */
    record Refused(String code, String text) implements PostAnswer {}

    /** Not now; the client keeps it and asks again after so long. */
    record Busy(Duration after) implements PostAnswer {}
}
