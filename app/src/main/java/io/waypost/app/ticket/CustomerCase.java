package io.waypost.app.ticket;

import io.waypost.core.ticket.CaseProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case (工单) as its customer sees it: nothing of the inside of the network, and nobody's name.
 *
 * @param kindZh what it is about, on Chinese pages
 * @param kindEn what it is about, on English pages
 * @param doing what is done now, by its SOP's own words; null where it has none
 * @param nextBy by when the next step comes, or until when is waited; null where no time runs
 * @param result what came out, as far as the customer may know; null while there is nothing
 * @param into the number under which it goes on; null where it was not merged
 * @param disputeUntil the last instant at which the result may be disputed; null while it is not over, or where that time is
 */
public record CustomerCase(
        String number,
        String kindZh,
        String kindEn,
        Instant openedAt,
        @Nullable Instant endedAt,
        List<CaseProgress.Line> steps,
        @Nullable String doing,
        @Nullable Instant nextBy,
        boolean waitsForYou,
        @Nullable Result result,
        @Nullable String into,
        May may,
        @Nullable Instant disputeUntil,
        List<Said> messages,
        @Nullable Stars rating) {

    /** What came out; the names are part of the API. */
    public enum Result {
        /** There is a result, and the customer is asked whether it is right. */
        ANSWERED,
        /** Found and on its way again. */
        FOUND,
        /** The parcel moved, and that was the matter. */
        MOVED,
        SETTLED,
        CONFIRMED,
        UNREACHABLE,
        WITHDRAWN,
        APPEAL_ENDED,
        NOT_JUSTIFIED,
        NOT_OURS,
        NO_EVIDENCE,
        TOO_LATE,
        INVALID,
        MERGED
    }

    /** What the customer may do with it now. */
    public record May(boolean message, boolean urge, boolean withdraw, boolean confirm, boolean dispute,
            boolean rate) {}

    /** A message, and how many photos it brought; who of the company wrote it is not said. */
    public record Said(Instant at, boolean fromYou, String text, int photos) {}

    /** How content the customer said they are. */
    public record Stars(int stars, @Nullable String words, Instant at) {}
}
