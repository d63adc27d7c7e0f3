package io.waypost.app.claim;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.money.Payee;
import io.waypost.core.claim.Assessment;
import io.waypost.core.settlement.Settlement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is kept (理赔案件), without the personal data in it.
 *
 * @param what what was said of the case
 * @param assessment what the standard made of it last; null for a draft
 * @param bookVersion of the rules that it was assessed by; null for a draft
 */
record KeptClaim(UUID id, String number, String waybill, Claimant claimant, String goods, CaseFacts what,
        @Nullable Assessment assessment, @Nullable Integer bookVersion, Settlement settlement, Talk talk, Money money,
        Place place, Times times, int version) {

    /** Through whom it came. */
    enum ClaimChannel {
        /** They did it themselves, on the phone. */
        CUSTOMER,
        STAFF
    }

    /** Whose claim it is. */
    record Claimant(ClaimChannel channel, boolean isSender) {}

    /**
     * What the two sides said last.
     *
     * @param answer what the claimant was told with the amount or the refusal
     * @param counterFen what they want instead
     */
    record Talk(@Nullable String answer, @Nullable Long counterFen) {}

    /**
     * How it is paid.
     *
     * @param payee which way, the account itself is sealed; null where none is named
     * @param payouts how many payouts were ordered
     * @param isQuick whether it went the quick way
     */
    record Money(Payee.@Nullable Way payee, int payouts, boolean isQuick) {}

    /**
     * Who deals with it.
     *
     * @param unitPaths who sees it: the unit, and departments that work for it
     */
    record Place(String unitCode, String unitPath, Set<String> unitPaths, @Nullable PersonRef handler) {

        Place {
            unitPaths = Set.copyOf(unitPaths);
        }
    }

    /** When things happened, business time. {@code dueAt} is null where nobody of us has to act. */
    record Times(Instant since, @Nullable Instant appliedAt, @Nullable Instant agreedAt, @Nullable Instant paidAt,
            @Nullable Instant endedAt, @Nullable Instant statutoryAt, @Nullable Instant dueAt, boolean overdue) {}

    /** What is owed by the standard; 0 where that is not known. */
    long owedFen() {
        return assessment == null ? 0 : assessment.amountFen();
    }

    KeptClaim with(CaseFacts next, String nextGoods) {
        return new KeptClaim(id, number, waybill, claimant, nextGoods, next, assessment, bookVersion, settlement, talk,
                money, place, times, version);
    }

    KeptClaim assessed(Assessment next, int book) {
        return new KeptClaim(id, number, waybill, claimant, goods, what, next, book, settlement, talk, money, place,
                times, version);
    }

    KeptClaim with(Settlement next) {
        return new KeptClaim(id, number, waybill, claimant, goods, what, assessment, bookVersion, next, talk, money,
                place, times, version);
    }

    KeptClaim with(Talk next) {
        return new KeptClaim(id, number, waybill, claimant, goods, what, assessment, bookVersion, settlement, next,
                money, place, times, version);
    }

    KeptClaim with(Money next) {
        return new KeptClaim(id, number, waybill, claimant, goods, what, assessment, bookVersion, settlement, talk,
                next, place, times, version);
    }

    KeptClaim with(Place next) {
        return new KeptClaim(id, number, waybill, claimant, goods, what, assessment, bookVersion, settlement, talk,
                money, next, times, version);
    }

    KeptClaim with(Times next) {
        return new KeptClaim(id, number, waybill, claimant, goods, what, assessment, bookVersion, settlement, talk,
                money, place, next, version);
    }
}
