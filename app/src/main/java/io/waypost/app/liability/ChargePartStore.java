package io.waypost.app.liability;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.liability.ChargeView.Brought;
import io.waypost.app.liability.ChargeView.Happened;
import io.waypost.app.liability.ChargeView.What;
import io.waypost.app.network.Network;
import io.waypost.core.liability.LiabilityEvidence;
import io.waypost.core.liability.LiabilityState.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what hangs on a charge: evidence and history. */
@Repository
class ChargePartStore {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Network network;

    ChargePartStore(JdbcClient jdbc, JsonMapper json, Network network) {
        this.jdbc = jdbc;
        this.json = json;
        this.network = network;
    }

    void bring(UUID charge, String unit, LiabilityEvidence.Kind kind, String text, int files, Instant at, String by) {
        jdbc.sql("""
                insert into liability.evidence (charge_id, unit_code, kind, text, files, at, by_name)
                values (:id, :unit, :kind, :text, :files, :at, :by)
                """).param("id", charge).param("unit", unit).param("kind", kind.name()).param("text", text)
                .param("files", files).param("at", utc(at)).param("by", by).update();
    }

    /** Says what became of all evidence that nobody had decided about. */
    void close(UUID charge, Outcome outcome) {
        jdbc.sql("update liability.evidence set outcome = :outcome where charge_id = :id and outcome is null")
                .param("outcome", outcome.name()).param("id", charge).update();
    }

    /** What became of evidence; the names are part of the API. */
    enum Outcome {
        ACCEPTED,
        REBUTTED
    }

    List<Brought> evidence(UUID charge) {
        return jdbc.sql("select * from liability.evidence where charge_id = :id order by number").param("id", charge)
                .query((row, _) -> {
                    var outcome = row.getString("outcome");
                    return new Brought(network.ref(text(row, "unit_code")),
                            LiabilityEvidence.Kind.valueOf(text(row, "kind")), text(row, "text"), row.getInt("files"),
                            time(row, "at"), text(row, "by_name"),
                            outcome == null ? null : Outcome.valueOf(outcome));
                }).list();
    }

    void log(UUID charge, Instant at, By by, What what, Name state, @Nullable String text, Map<String, ?> data) {
        jdbc.sql("""
                insert into liability.history (charge_id, at, by_id, by_name, unit_code, what, state, text, data)
                values (:id, :at, :byId, :byName, :unit, :what, :state, :text, cast(:data as jsonb))
                """).param("id", charge).param("at", utc(at)).param("byId", by.id()).param("byName", by.name())
                .param("unit", by.unit()).param("what", what.name()).param("state", state.name()).param("text", text)
                .param("data", json.writeValueAsString(data)).update();
    }

    List<Happened> history(UUID charge) {
        return jdbc.sql("select * from liability.history where charge_id = :id order by number").param("id", charge)
                .query((row, _) -> {
                    var unit = row.getString("unit_code");
                    return new Happened(time(row, "at"), text(row, "by_name"),
                            unit == null ? null : network.ref(unit), What.valueOf(text(row, "what")),
                            Name.valueOf(text(row, "state")), row.getString("text"),
                            json.readValue(text(row, "data"), DATA));
                }).list();
    }
}
