package io.waypost.app.desk;

import io.waypost.core.contact.Contact;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Admission;
import io.waypost.core.routing.ContractTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is kept.
 *
 * @param agentPath the unit of whoever it is offered to or has it
 * @param wantedUntil until when it is kept for the one person it was passed on to
 * @param contract under which it came, with its terms as they were then; null for retail customers
 * @param repeats contacts of the same customer in the same matter within a day before
 * @param lastAgent who had the customer's last contact
 * @param customerAt when the customer last wrote
 * @param agentAt when the agent last wrote
 * @param score of the customer's satisfaction, 1 to 5
 */
record KeptContact(UUID id, UUID conversation, UUID customer, ContactChannel channel, String matter,
        @Nullable String language, @Nullable KeptContract contract, String unitCode, String unitPath,
        @Nullable String agentPath, Contact contact, @Nullable Instant wantedUntil, int repeats,
        @Nullable UUID lastAgent, @Nullable Instant lastAgentAt, Instant openedAt, @Nullable Instant takenAt,
        @Nullable Instant firstReplyAt, Instant customerAt, @Nullable Instant agentAt, @Nullable Instant closedAt,
        int passes, @Nullable String disposition, @Nullable String note, @Nullable Integer score, long firstSeq,
        long version) {

    /** What the customer's contract asks for. */
    @Nullable
    ContractTerms asked() {
        return contract == null ? null : contract.routed().terms().routing(contract.routed().served());
    }

    /** What the router knows of it. */
    Admission.Facts facts() {
        return new Admission.Facts(id, channel, matter, language, asked(), repeats, contact.level(), unitPath,
                contact.since(), lastAgent, lastAgentAt);
    }
}
