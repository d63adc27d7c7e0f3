package io.waypost.core.liability;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.scan.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a claim that was paid.
 *
 * @param scans all scans of the parcel in any order, repeated ones included; their times are those that count
 * @param promisedAt by when it was to be delivered; null where nothing was promised
 * @param exemptions what a person found that takes the blame from every unit
 * @param evidence what units brought and was accepted
 */
public record CaseFacts(ClaimKind kind, List<Scan> scans, @Nullable Instant promisedAt, Set<Exemption> exemptions,
        List<LiabilityEvidence> evidence) {

    public CaseFacts {
        scans = List.copyOf(scans);
        exemptions = Set.copyOf(exemptions);
        evidence = List.copyOf(evidence);
    }

    /** Nothing but the scans. */
    public static CaseFacts of(ClaimKind kind, List<Scan> scans, @Nullable Instant promisedAt) {
        return new CaseFacts(kind, scans, promisedAt, Set.of(), List.of());
    }

    /** The same with more evidence. */
    public CaseFacts with(List<LiabilityEvidence> more) {
        return new CaseFacts(kind, scans, promisedAt, exemptions, more);
    }

    boolean shows(LiabilityEvidence.Kind what, @Nullable String unit) {
        return unit != null && evidence.contains(new LiabilityEvidence(what, unit));
    }
}
