package io.waypost.app.anomaly;

import io.waypost.app.kernel.Columns;
import io.waypost.core.anomaly.Anomaly;
import io.waypost.core.anomaly.AnomalyEnd;
import io.waypost.core.anomaly.AnomalyKind;
import io.waypost.core.anomaly.SignatureSign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on what is kept of anomalies. */
@Repository
class AnomalyStore {

    private final JdbcClient jdbc;

    AnomalyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, List<KeptAnomaly>> ofParcels(Collection<String> waybills) {
        return jdbc.sql("select * from anomaly.finding where waybill = any (:waybills) order by since, id")
                .param("waybills", Columns.texts(waybills, waybill -> waybill)).query((row, _) -> kept(row)).stream()
                .collect(Collectors.groupingBy(KeptAnomaly::waybill));
    }

    /** Keeps them as they are now; the ticket of those that are there already stays. */
    void write(List<KeptAnomaly> rows, UnaryOperator<String> path) {
        jdbc.sql("""
                insert into anomaly.finding (id, waybill, kind, since, site, unit_path, other, caused_by, times, signs, raised_at, ended_at, ended_by)
                select id, waybill, kind, anomaly.instant(since), site, path, other, caused_by, times, signs, anomaly.instant(raised_at),
                       anomaly.instant(ended_at), ended_by
                from unnest(:ids::uuid[], :waybills::text[], :kinds::text[], :sinces::int8[], :sites::text[], :paths::text[], :others::text[],
                            :causers::text[], :times::int4[], :signs::text[], :raised::int8[], :ended::int8[], :ends::text[])
                     as n (id, waybill, kind, since, site, path, other, caused_by, times, signs, raised_at, ended_at, ended_by)
                on conflict (id) do update set site = excluded.site, unit_path = excluded.unit_path, other = excluded.other,
                    caused_by = excluded.caused_by, times = excluded.times, signs = excluded.signs, ended_at = excluded.ended_at,
                    ended_by = excluded.ended_by
                """)
                .param("ids", Columns.ids(rows, row -> row.anomaly().id()))
                .param("waybills", Columns.texts(rows, KeptAnomaly::waybill))
                .param("kinds", Columns.texts(rows, row -> row.anomaly().kind().name()))
                .param("sinces", Columns.instants(rows, row -> row.anomaly().since()))
                .param("sites", Columns.texts(rows, row -> row.anomaly().site()))
                .param("paths", Columns.texts(rows, row -> path.apply(row.anomaly().site())))
                .param("others", Columns.texts(rows, row -> row.anomaly().other()))
                .param("causers", Columns.texts(rows, row -> row.anomaly().causedBy()))
                .param("times", Columns.ints(rows, row -> row.anomaly().times()))
                .param("signs", Columns.texts(rows, row -> signs(row.anomaly())))
                .param("raised", Columns.instants(rows, KeptAnomaly::raisedAt))
                .param("ended", Columns.instants(rows, row -> row.anomaly().endedAt()))
                .param("ends", Columns.texts(rows, row -> end(row.anomaly())))
                .update();
    }

    void ticket(UUID id, UUID ticketId) {
        jdbc.sql("update anomaly.finding set ticket_id = :ticket where id = :id")
                .param("ticket", ticketId).param("id", id).update();
    }

    boolean standing(UUID ticketId) {
        return jdbc.sql("select exists (select from anomaly.finding where ticket_id = :ticket and ended_at is null)")
                .param("ticket", ticketId).query(Boolean.class).single();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update anomaly.finding set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
    }

    static KeptAnomaly kept(ResultSet row) throws SQLException {
        var signs = row.getString("signs");
        var end = row.getString("ended_by");
        return new KeptAnomaly(row.getString("waybill"), new Anomaly(row.getObject("id", UUID.class),
                AnomalyKind.valueOf(row.getString("kind")), Objects.requireNonNull(instant(row, "since")),
                row.getString("site"), row.getString("other"), row.getString("caused_by"), row.getInt("times"),
                signs.isEmpty()
                        ? Set.of()
                        : Arrays.stream(signs.split(" ")).map(SignatureSign::valueOf).collect(Collectors.toSet()),
                instant(row, "ended_at"), end == null ? null : AnomalyEnd.valueOf(end)),
                Objects.requireNonNull(instant(row, "raised_at")), row.getObject("ticket_id", UUID.class));
    }

    private static String signs(Anomaly anomaly) {
        return anomaly.signs().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static @Nullable String end(Anomaly anomaly) {
        var end = anomaly.end();
        return end == null ? null : end.name();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
