package io.waypost.app.watch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the list of parcels under way. */
@Repository
class UnderWayStore {

    private final JdbcClient jdbc;

    UnderWayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which parcels to list.
     *
     * @param unitPath of the units at or below that path
     * @param places of exactly these units; null means any
     * @param seenBefore only those not seen since, not silent yet and not resting for a reason; null means all
     */
    record Filter(String unitPath, @Nullable Collection<String> places, @Nullable Instant seenBefore) {}

    /** A parcel with the path of the place where it is expected. */
    record Listed(String waybill, Instant lastAt, String unitPath) {}

    /** Those not seen for longest, after the given one. */
    List<Listed> list(Filter filter, @Nullable Instant afterAt, @Nullable String afterWaybill, int limit) {
        var query = new StringBuilder("""
                select waybill, last_at, unit_path from watch.state
                where (due is not null or finding_id is not null) and last_at is not null
                """);
        if (!filter.unitPath().equals("/")) {
            query.append(" and unit_path collate \"C\" >= :low and unit_path collate \"C\" < :high");
        }
        if (filter.places() != null) {
            query.append(" and unit_path = any(:places)");
        }
        if (filter.seenBefore() != null) {
            query.append("""
                     and finding_id is null and last_at < :seenBefore
                     and (pauses is null or jsonb_array_length(pauses) = 0)
                    """);
        }
        if (afterAt != null) {
            query.append(" and (last_at, waybill) > (:afterAt, :afterWaybill)");
        }
        return jdbc.sql(query + " order by last_at, waybill limit :limit")
                .param("low", filter.unitPath())
                .param("high", filter.unitPath() + "~")
                .param("places", filter.places() == null ? null : filter.places().toArray(String[]::new))
                .param("seenBefore", filter.seenBefore() == null ? null : filter.seenBefore().atOffset(ZoneOffset.UTC))
                .param("afterAt", afterAt == null ? null : afterAt.atOffset(ZoneOffset.UTC))
                .param("afterWaybill", afterWaybill)
                .param("limit", limit)
                .query((row, _) -> new Listed(row.getString("waybill"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getString("unit_path")))
                .list();
    }
}
