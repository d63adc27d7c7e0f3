package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.text;

import io.waypost.app.parcel.Consignments;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.settlement.PhotoPrint;
import io.waypost.core.settlement.RiskSignal;
import io.waypost.core.settlement.RiskSignals;
import io.waypost.core.settlement.RiskSignals.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what the signals of risk rest on, across the whole network: whoever claims twice does so in two regions. */
@Component
class ClaimRisks {

    private final JdbcClient jdbc;
    private final ClaimantStore claimants;
    private final Consignments consignments;
    private final Parcels parcels;
    private final Clock clock;

    ClaimRisks(JdbcClient jdbc, ClaimantStore claimants, Consignments consignments, Parcels parcels, Clock clock) {
        this.jdbc = jdbc;
        this.claimants = claimants;
        this.consignments = consignments;
        this.parcels = parcels;
        this.clock = clock;
    }

    /** In a transaction; parcels as far as the actor sees them. */
    List<RiskSignal> of(KeptClaim claim) {
        var parcel = consignments.find(claim.waybill()).orElse(null);
        var scans = parcels.timeline(claim.waybill());
        var weights = scans.stream().map(TimelineScan::weightGrams).filter(Objects::nonNull).toList();
        var applied = claim.times().appliedAt();
        Instant at = applied == null ? clock.instant() : applied;
        var claimed = claim.what().worth().claimedFen();
        return RiskSignals.of(new Known(claim.what().kind(),
                claimants.claimsOfPerson(claim.id(), at.minus(Duration.ofDays(RiskSignals.DAYS))),
                samePhoto(claim.id()),
                sameParcel(claim.id()), claimants.othersWithAccount(claim.id()), claimed == null ? 0 : claimed,
                parcel == null ? null : parcel.declaredValueFen(), parcel == null ? null : parcel.signedAt(),
                scans.stream().anyMatch(scan -> scan.type() == ScanType.SIGNED), at,
                weights.isEmpty() ? null : weights.getFirst(), weights.size() < 2 ? null : weights.getLast()));
    }

    /** Keeps what a photo looks like. */
    void print(UUID claim, UUID file, long print) {
        jdbc.sql("""
                insert into claim.print (file_id, claim_id, print, first, second, third, fourth)
                values (:file, :claim, :print, :first, :second, :third, :fourth) on conflict do nothing
                """).param("file", file).param("claim", claim).param("print", print)
                .param("first", PhotoPrint.quarter(print, 0)).param("second", PhotoPrint.quarter(print, 1))
                .param("third", PhotoPrint.quarter(print, 2)).param("fourth", PhotoPrint.quarter(print, 3)).update();
    }

    private @Nullable String samePhoto(UUID claim) {
        record Near(String number, long mine, long other) {}
        return jdbc.sql("select number, mine, other from claim.near_prints(:claim)").param("claim", claim)
                .query((row, _) -> new Near(text(row, "number"), row.getLong("mine"), row.getLong("other"))).list()
                .stream().filter(near -> PhotoPrint.tells(near.mine()) && PhotoPrint.near(near.mine(), near.other()))
                .map(Near::number).findFirst().orElse(null);
    }

    private @Nullable String sameParcel(UUID claim) {
        return jdbc.sql("select claim.same_parcel(:claim)").param("claim", claim)
                .query((row, _) -> Optional.ofNullable(row.getString(1))).single().orElse(null);
    }
}
