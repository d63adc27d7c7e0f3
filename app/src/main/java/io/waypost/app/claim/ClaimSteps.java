package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.core.settlement.SettlementState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What every step of a claim leaves behind: the history, the audit trail, a hint to open pages. Inside the caller's transaction. */
@Component
class ClaimSteps {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final Clock clock;

    ClaimSteps(JdbcClient jdbc, JsonMapper json, AuditTrail audit, LiveFeed live, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** What happened; the names are part of the API. */
    enum Did {
        APPLIED,
        ENTERED,
        TAKEN,
        FACTS_CHANGED,
        EVIDENCE_ASKED,
        EVIDENCE_GIVEN,
        PROPOSED,
        QUICK_APPROVED,
        APPROVED,
        SENT_BACK,
        OFFERED,
        ACCEPTED,
        COUNTERED,
        REFUSED,
        APPEALED,
        UPHELD,
        WITHDRAWN,
        PAYEE_NAMED,
        PAYOUT_ORDERED,
        PAYOUT_FAILED,
        PAID,
        OVERDUE
    }

    /** A step as it is shown; {@code person} is "customer" or "waypost" where none of us did it. */
    record ClaimStep(Instant at, Did what, SettlementState state, String person, @Nullable String words,
            Map<String, Object> data) {}

    void log(KeptClaim claim, Did what, @Nullable String words, Map<String, ?> data) {
        var now = clock.instant();
        var actor = Acting.current();
        var person = actor instanceof Actor.Internal internal
                ? internal.forCustomer() ? "customer" : "waypost"
                : actor.name();
        jdbc.sql("""
                insert into claim.step (id, claim_id, at, what, state, person_id, person, words, data)
                values (:id, :claim, :at, :what, :state, :personId, :person, :words, cast(:data as jsonb))
                """).param("id", Ids.next(now)).param("claim", claim.id()).param("at", utc(now))
                .param("what", what.name()).param("state", claim.settlement().state().name())
                .param("personId", Acting.hand()).param("person", person).param("words", words)
                .param("data", json.writeValueAsString(data)).update();
        audit.record("CLAIM_" + what, "CLAIM", claim.number(), claim.place().unitPath(), data);
        claim.place().unitPaths().forEach(path -> live.tell("claim", path, Map.of("id", claim.id().toString())));
    }

    @SuppressWarnings("unchecked") // an object of JSON
    List<ClaimStep> of(UUID claim) {
        return jdbc.sql("select * from claim.step where claim_id = :claim order by id").param("claim", claim)
                .query((row, _) -> new ClaimStep(time(row, "at"), Did.valueOf(text(row, "what")),
                        SettlementState.valueOf(text(row, "state")), text(row, "person"), row.getString("words"),
                        json.readValue(text(row, "data"), Map.class)))
                .list();
    }
}
