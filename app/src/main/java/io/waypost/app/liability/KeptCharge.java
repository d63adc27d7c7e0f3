package io.waypost.app.liability;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.Judgement;
import io.waypost.core.liability.Liability;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge with everything that is kept of it.
 *
 * @param paper what was paid
 * @param judgedAt when it was judged first
 * @param judgement as the engine judged last; null before
 * @param chain the scans that it judged by
 * @param round how often it was charged provisionally
 * @param booked the ledger's transaction by which it is charged provisionally now
 * @param version counts the steps
 */
record KeptCharge(UUID id, Paper paper, Liability liability, @Nullable Instant judgedAt,
        @Nullable Judgement judgement, List<Link> chain, int round, @Nullable UUID booked, Set<String> unitPaths,
        @Nullable Instant endedAt, int version) {

    KeptCharge {
        chain = List.copyOf(chain);
        unitPaths = Set.copyOf(unitPaths);
    }

    /** The claim as it was paid. */
    record Paper(UUID claim, String number, String waybill, ClaimKind kind, long fen, Instant paidAt) {}

    /** A scan of the chain; times are those that count. */
    record Link(ScanType type, Instant at, String site, @Nullable String nextSite, @Nullable String bag,
            @Nullable Integer weightGrams, @Nullable String remark) {

        Scan scan(String waybill) {
            return new Scan(waybill, type, at, site, null, nextSite, null, null, bag, weightGrams, remark, null);
        }
    }

    Name state() {
        return liability.state().name();
    }

    /** The places on the way, in the order in which the parcel came to them, and last where it was sent and never seen. */
    List<String> sites() {
        var sites = new LinkedHashSet<String>();
        chain.forEach(link -> sites.add(link.site()));
        chain.reversed().stream().filter(link -> link.type() == ScanType.DEPARTED).findFirst().map(Link::nextSite)
                .ifPresent(sites::add);
        return List.copyOf(sites);
    }

    KeptCharge with(Liability next) {
        return new KeptCharge(id, paper, next, judgedAt, judgement, chain, round, booked, unitPaths, endedAt, version);
    }

    KeptCharge judged(Judgement made, List<Link> by, Instant at) {
        return new KeptCharge(id, paper, liability, judgedAt == null ? at : judgedAt, made, by, round, booked,
                unitPaths, endedAt, version);
    }

    KeptCharge booked(int nextRound, @Nullable UUID transaction) {
        return new KeptCharge(id, paper, liability, judgedAt, judgement, chain, nextRound, transaction, unitPaths,
                endedAt, version);
    }

    KeptCharge shownTo(Set<String> paths) {
        return new KeptCharge(id, paper, liability, judgedAt, judgement, chain, round, booked, paths, endedAt,
                version);
    }

    KeptCharge ended(Instant at) {
        return new KeptCharge(id, paper, liability, judgedAt, judgement, chain, round, booked, unitPaths, at, version);
    }
}
