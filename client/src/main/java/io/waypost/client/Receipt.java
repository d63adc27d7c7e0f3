package io.waypost.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server made of a batch of lines.
 *
 * @param accepted lines that were new and are durable
 * @param duplicates lines that it knew already
 * @param rejected lines that it refuses, each with a reason
 */
public record Receipt(long accepted, long duplicates, List<Rejection> rejected) {

    /** Nothing sent, nothing answered. */
    public static final Receipt NONE = new Receipt(0, 0, List.of());

    public Receipt {
        rejected = List.copyOf(rejected);
    }

    /**
     * A refused line.
     *
     * @param line 1-based, within what was handed to the call
     */
    public record Rejection(long line, @Nullable String field, String code, @Nullable String message) {}

    /** This receipt and one of lines that follow it after {@code offset} lines. */
    Receipt plus(Receipt next, long offset) {
        List<Rejection> all = new ArrayList<>(rejected);
        next.rejected
                .forEach(one -> all.add(new Rejection(one.line() + offset, one.field(), one.code(), one.message())));
        return new Receipt(accepted + next.accepted, duplicates + next.duplicates, all);
    }
}
