package io.waypost.app.liability;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.liability.KeptCharge.Link;
import io.waypost.app.liability.KeptCharge.Paper;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.Judgement;
import io.waypost.core.liability.Liability;
import io.waypost.core.liability.LiabilityState;
import io.waypost.core.liability.LiabilityState.Answered;
import io.waypost.core.liability.LiabilityState.Arbitration;
import io.waypost.core.liability.LiabilityState.Ending;
import io.waypost.core.liability.LiabilityState.Final;
import io.waypost.core.liability.LiabilityState.Judged;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.liability.LiabilityState.Standing;
import io.waypost.core.liability.LiabilityState.Undecided;
import io.waypost.core.liability.LiabilityState.Unjudged;
import io.waypost.core.liability.LiabilityTerms;
import io.waypost.core.liability.Share;
import io.waypost.core.liability.TakenPart;
import io.waypost.core.liability.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of charges, read and written. */
@Component
class ChargeColumns {

    static final String ALL = """
            id, claim, claim_number, waybill, kind, fen, paid_at, judged_at, state, ending, tier, evidence_until, rebut_until,
            appeal_until, ended_at, evidence_hours, rebuttal_hours, appeal_hours, judgement, chain, shares, round, booked, unit_paths,
            version""";

    private static final TypeReference<List<Link>> CHAIN = new TypeReference<>() {
    };
    private static final TypeReference<List<Share>> SHARES = new TypeReference<>() {
    };

    private final JsonMapper json;

    ChargeColumns(JsonMapper json) {
        this.json = json;
    }

    KeptCharge kept(ResultSet row, List<TakenPart> parts) throws SQLException {
        var judgement = row.getString("judgement");
        var terms = new LiabilityTerms(Duration.ofHours(row.getInt("evidence_hours")),
                Duration.ofHours(row.getInt("rebuttal_hours")), Duration.ofHours(row.getInt("appeal_hours")));
        return new KeptCharge(id(row, "id"),
                new Paper(id(row, "claim"), text(row, "claim_number"), text(row, "waybill"),
                        ClaimKind.valueOf(text(row, "kind")), row.getLong("fen"), time(row, "paid_at")),
                new Liability(state(row), json.readValue(text(row, "shares"), SHARES), terms, parts),
                timeOrNull(row, "judged_at"), judgement == null ? null : json.readValue(judgement, Judgement.class),
                json.readValue(text(row, "chain"), CHAIN), row.getInt("round"), idOrNull(row, "booked"),
                Set.of((String[]) row.getArray("unit_paths").getArray()), timeOrNull(row, "ended_at"),
                row.getInt("version"));
    }

    private static LiabilityState state(ResultSet row) throws SQLException {
        return switch (Name.valueOf(text(row, "state"))) {
            case UNJUDGED -> new Unjudged();
            case UNDECIDED -> new Undecided();
            case JUDGED -> new Judged(time(row, "evidence_until"));
            case ANSWERED -> new Answered(time(row, "evidence_until"), time(row, "rebut_until"));
            case STANDING -> new Standing(time(row, "appeal_until"));
            case ARBITRATION -> new Arbitration(Tier.valueOf(text(row, "tier")));
            case FINAL -> new Final(Ending.valueOf(text(row, "ending")));
        };
    }

    /** What changes with a step, as parameters. */
    Map<String, @Nullable Object> changing(KeptCharge kept) {
        var state = kept.liability().state();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", kept.id());
        columns.put("state", state.name().name());
        columns.put("ending", state instanceof Final(var ending) ? ending.name() : null);
        columns.put("tier", state instanceof Arbitration(var tier) ? tier.name() : null);
        columns.put("evidenceUntil", utc(evidenceUntil(state)));
        columns.put("rebutUntil", utc(state instanceof Answered at ? at.rebutUntil() : null));
        columns.put("appealUntil", utc(state instanceof Standing(var until) ? until : null));
        columns.put("endedAt", utc(kept.endedAt()));
        columns.put("judgedAt", utc(kept.judgedAt()));
        columns.put("dueAt", utc(state.due().orElse(null)));
        columns.put("judgement", kept.judgement() == null ? null : json.writeValueAsString(kept.judgement()));
        columns.put("chain", json.writeValueAsString(kept.chain()));
        columns.put("shares", json.writeValueAsString(kept.liability().shares()));
        columns.put("round", kept.round());
        columns.put("booked", kept.booked());
        columns.put("paths", kept.unitPaths().toArray(String[]::new));
        return columns;
    }

    private static @Nullable Instant evidenceUntil(LiabilityState state) {
        return switch (state) {
            case Judged(var until) -> until;
            case Answered at -> at.evidenceUntil();
            case Unjudged(),Undecided(),Standing _,Arbitration _,Final _ -> null;
        };
    }
}
