package io.waypost.app.parcel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts parcels by where they came from. */
@Repository
class PickUpStore implements PickUps {

    private final JdbcClient jdbc;

    PickUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> bySite(Instant from, Instant until) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                select coalesce(origin_site, '') as site, count(*) as parcels from parcel.parcel
                where first_arrived_at >= :from and first_arrived_at < :until group by 1
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(Objects.requireNonNull(row.getString("site")), row.getLong("parcels"));
                });
        return counts;
    }
}
