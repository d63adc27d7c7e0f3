package io.waypost.app.liability;

import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.liability.ChargeView.ChargeRow;
import io.waypost.app.network.Network;
import io.waypost.core.liability.LiabilityState.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of charges, the newest first. Every condition is a fixed text with parameters. */
@Repository
class ChargeLists {

    private final JdbcClient jdbc;
    private final ChargeStore store;
    private final ChargeViews views;
    private final Network network;

    ChargeLists(JdbcClient jdbc, ChargeStore store, ChargeViews views, Network network) {
        this.jdbc = jdbc;
        this.store = store;
        this.views = views;
        this.network = network;
    }

    /**
     * What a list is narrowed to.
     *
     * @param unit charged units there and below
     * @param text a claim's number or a waybill
     */
    record Asked(@Nullable String unit, @Nullable Name state, @Nullable String text) {}

    @Transactional(readOnly = true)
    public Page<ChargeRow> list(Asked asked, @Nullable String cursor, @Nullable Integer limit) {
        int size = Page.limit(limit);
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, @Nullable Object>();
        conditions.add("true");
        if (asked.unit() != null && !asked.unit().isBlank()) {
            conditions.add("exists (select 1 from liability.burden b where b.charge_id = charge.id"
                    + " and starts_with(b.unit_path, :unit))");
            parameters.put("unit", network.reached(asked.unit()).path());
        }
        if (asked.state() != null) {
            conditions.add("state = :state");
            parameters.put("state", asked.state().name());
        }
        if (asked.text() != null && !asked.text().isBlank()) {
            conditions.add("(claim_number = :text or waybill = :text)");
            parameters.put("text", asked.text().strip().toUpperCase(Locale.ROOT));
        }
        var last = Cursor.read(cursor, 2);
        if (!last.isEmpty()) {
            conditions.add("(paid_at, id) < (:lastAt, :lastId)");
            parameters.put("lastAt", utc(Cursor.value(last.getFirst(), Instant::parse, cursor)));
            parameters.put("lastId", Cursor.value(last.getLast(), UUID::fromString, cursor));
        }
        var found = jdbc.sql("select %s from liability.charge where %s order by paid_at desc, id desc limit :limit"
                .formatted(ChargeColumns.ALL, String.join(" and ", conditions)))
                .params(parameters).param("limit", size + 1).query(store::kept).list();
        var page = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(page.stream().map(views::row).toList(), found.size() > size
                ? Cursor.of(page.getLast().paper().paidAt(), page.getLast().id())
                : null, null);
    }
}
