package io.waypost.app.channel;

import java.time.Duration;

/** What became of something that was handed over. Codes are the other side's or ours, in capitals; the console has words for ours. */
public sealed interface SendResult {

    /** Taken; the other side calls it by that id. */
    record Sent(String extId) implements SendResult {}

    /** Certainly not sent; may be tried again after that time at the earliest. */
    record Later(String code, Duration after) implements SendResult {}

    /** Certainly not sent, and never will be. */
    record Never(String code) implements SendResult {}

    /** Sent or not: nobody knows. It is not sent again by itself. */
    record Unknown(String code) implements SendResult {}
}
