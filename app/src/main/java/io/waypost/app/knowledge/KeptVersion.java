package io.waypost.app.knowledge;

import io.waypost.core.knowledge.ArticleLife;
import io.waypost.core.knowledge.ArticleLife.End;
import io.waypost.core.knowledge.ArticleLife.Standing;
import io.waypost.core.knowledge.ArticleLife.State;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article as it is kept (知识版本).
 *
 * @param editors everybody who wrote in it
 * @param reason why it was given back, dropped or taken out; empty where it was not
 * @param begun whether those before it were taken out for it
 * @param told whether those who keep it were told that it ends
 * @param revision grows with every change of the row
 */
record KeptVersion(UUID article, int version, State state, ArticleBody body, String note, String author,
        Set<UUID> editors, Instant madeAt, @Nullable Instant submittedAt, String reason, @Nullable String approver,
        @Nullable UUID approverId, @Nullable Instant approvedAt, @Nullable Instant from, @Nullable Instant until,
        @Nullable Instant endedAt, @Nullable End end, boolean begun, boolean told, int revision) {

    KeptVersion {
        editors = Set.copyOf(editors);
    }

    Standing standing() {
        return new Standing(state, editors, from, until);
    }

    /** Whether its first day has come, noted or not. */
    boolean counts(Instant now) {
        return begun || (from != null && !from.isAfter(now));
    }

    /** The same once those before it were taken out for it, or those who keep it were told. */
    KeptVersion with(boolean nowBegun, boolean nowTold) {
        return new KeptVersion(article, version, state, body, note, author, editors, madeAt, submittedAt, reason,
                approver, approverId, approvedAt, from, until, endedAt, end, nowBegun, nowTold, revision);
    }

    @Nullable
    Instant nextDue() {
        return ArticleLife.nextDue(standing(), begun, told);
    }
}
