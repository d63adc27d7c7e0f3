package io.waypost.app.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Contacts with a part of them changed. */
final class ContactEdits {

    private ContactEdits() {}

    static KeptContact disposed(KeptContact kept, String disposition, @Nullable String note) {
        return new KeptContact(kept.id(), kept.conversation(), kept.customer(), kept.channel(), kept.matter(),
                kept.language(), kept.contract(), kept.unitCode(), kept.unitPath(), kept.agentPath(), kept.contact(),
                kept.wantedUntil(), kept.repeats(), kept.lastAgent(), kept.lastAgentAt(), kept.openedAt(),
                kept.takenAt(), kept.firstReplyAt(), kept.customerAt(), kept.agentAt(), kept.closedAt(), kept.passes(),
                disposition, note, kept.score(), kept.firstSeq(), kept.version());
    }

    /** What it is about has become known. */
    static KeptContact known(KeptContact kept, String matter, @Nullable String language, int repeats) {
        return new KeptContact(kept.id(), kept.conversation(), kept.customer(), kept.channel(), matter, language,
                kept.contract(), kept.unitCode(), kept.unitPath(), kept.agentPath(), kept.contact(),
                kept.wantedUntil(), repeats, kept.lastAgent(), kept.lastAgentAt(), kept.openedAt(), kept.takenAt(),
                kept.firstReplyAt(), kept.customerAt(), kept.agentAt(), kept.closedAt(), kept.passes(),
                kept.disposition(), kept.note(), kept.score(), kept.firstSeq(), kept.version());
    }

    /** The customer wrote. */
    static KeptContact customerWrote(KeptContact kept, Instant at) {
        return wrote(kept, kept.firstReplyAt(), at, kept.agentAt());
    }

    /** The agent wrote. */
    static KeptContact agentWrote(KeptContact kept, Instant at) {
        return wrote(kept, kept.firstReplyAt() == null ? at : kept.firstReplyAt(), kept.customerAt(), at);
    }

    private static KeptContact wrote(KeptContact kept, @Nullable Instant firstReplyAt, Instant customerAt,
            @Nullable Instant agentAt) {
        return new KeptContact(kept.id(), kept.conversation(), kept.customer(), kept.channel(), kept.matter(),
                kept.language(), kept.contract(), kept.unitCode(), kept.unitPath(), kept.agentPath(), kept.contact(),
                kept.wantedUntil(), kept.repeats(), kept.lastAgent(), kept.lastAgentAt(), kept.openedAt(),
                kept.takenAt(), firstReplyAt, customerAt, agentAt, kept.closedAt(), kept.passes(), kept.disposition(),
                kept.note(), kept.score(), kept.firstSeq(), kept.version());
    }
}
