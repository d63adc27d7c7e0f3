package io.waypost.chat.edge;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets of those who post over HTTP, where no connection keeps one. */
final class Buckets {

    private static final int MANY = 10_000;

    private final ChatLimits limits;
    private final ConcurrentHashMap<UUID, Bucket> ofPrincipals = new ConcurrentHashMap<>();

    Buckets(ChatLimits limits) {
        this.limits = limits;
    }

    /** Takes one and answers 0, or answers after how many milliseconds there will be one. */
    long take(UUID principal, long now) {
        if (ofPrincipals.size() > MANY) {
            ofPrincipals.values().removeIf(bucket -> bucket.isFull(now));
        }
        var wait = new long[1];
        ofPrincipals.compute(principal, (_, before) -> {
            var bucket = before == null ? new Bucket(limits.posts(), limits.postsAtOnce(), now) : before;
            wait[0] = bucket.take(now);
            return bucket;
        });
        return wait[0];
    }
}
