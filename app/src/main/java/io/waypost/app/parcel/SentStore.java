package io.waypost.app.parcel;

import static io.waypost.app.kernel.Rows.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what somebody sent. */
@Repository
class SentStore implements SentParcels {

    private final JdbcClient jdbc;

    SentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SentParcel> sentBy(byte[] phoneIndex, Instant from, Instant until, int most) {
        return jdbc.sql("""
                select product, declared_value_fen from parcel.parcel
                where sender_phone_index = :index and first_arrived_at >= :from and first_arrived_at < :until
                order by first_arrived_at limit :most
                """).param("index", phoneIndex).param("from", utc(from)).param("until", utc(until)).param("most", most)
                .query((row, _) -> new SentParcel(row.getString("product"),
                        row.getObject("declared_value_fen", Long.class)))
                .list();
    }
}
