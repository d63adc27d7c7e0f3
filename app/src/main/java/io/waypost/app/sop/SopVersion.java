package io.waypost.app.sop;

import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.SopLife.Standing;
import io.waypost.core.sop.SopLife.State;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an SOP with its life (SOP 版本).
 *
 * @param effectiveFrom wished for when submitted, settled when approved; null for as soon as it is approved
 * @param refusal why it was given back or withdrawn; empty where it was not
 * @param revision grows with every change of the row
 */
record SopVersion(
        SopId id,
        State state,
        SopDraft draft,
        String note,
        String author,
        Set<UUID> editors,
        Instant createdAt,
        @Nullable Instant effectiveFrom,
        boolean runningToo,
        @Nullable Instant submittedAt,
        @Nullable String approver,
        @Nullable Instant approvedAt,
        String refusal,
        int revision) {

    Standing standing() {
        return new Standing(state, editors, effectiveFrom);
    }
}
