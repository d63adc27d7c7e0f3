package io.waypost.app.knowledge;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Those who keep an article must be told about it. Published inside the transaction that found it; to be listened to in it.
 *
 * @param to those who wrote in what is in force, and who put it into force
 * @param unitCode whose the article is; its people are told where nobody of the others is there any more
 */
public record ArticleNews(UUID article, long number, String title, Kind kind, Set<UUID> to, String unitCode,
        Instant until, Instant at) {

    public ArticleNews {
        to = Set.copyOf(to);
    }

    /** What they are told; the names are part of the API. */
    public enum Kind {
        /** Its last day comes. */
        ENDS_SOON,
        /** Its last day has passed, and nothing answers in its place. */
        EXPIRED
    }
}
