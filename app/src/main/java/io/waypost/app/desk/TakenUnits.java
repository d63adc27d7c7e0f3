package io.waypost.app.desk;

import io.waypost.core.routing.RoutingPolicy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What contacts take of the capacity of whoever has them. Kept with the contact, so that as much is given back as was taken, though the
 * policy may have changed between.
 */
@Repository
class TakenUnits {

    private final JdbcClient jdbc;

    TakenUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What it takes; before the policy had versions it was not kept. */
    int of(UUID contact, int otherwise) {
        return jdbc.sql("select units from desk.contact where id = :id").param("id", contact)
                .query((row, _) -> Optional.ofNullable(row.getObject("units", Integer.class))).optional()
                .flatMap(units -> units).orElse(otherwise);
    }

    /** It takes so much of a seat that has so much taken already; how much there was room for. */
    int take(UUID contact, int units, int taken) {
        int room = Math.min(units, RoutingPolicy.CAPACITY - taken);
        jdbc.sql("update desk.contact set units = :units where id = :id").param("units", room).param("id", contact)
                .update();
        return room;
    }
}
