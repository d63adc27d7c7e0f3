package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Rows;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.NotReadyReason;
import io.waypost.core.presence.Presence;
import io.waypost.core.presence.PresenceChange;
import io.waypost.core.presence.PresenceRules;
import io.waypost.core.presence.PresenceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of seats and of the history of presence. */
@Repository
class DeskSeatStore {

    static final PresenceRules RULES = PresenceRules.defaults();

    private static final String SELECT = "select * from desk.seat ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeskSeatStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a seat; nothing happens where somebody else added it meanwhile. */
    void add(KeptSeat seat) {
        jdbc.sql("""
                insert into desk.seat (person_id, person_name, unit_code, unit_path, skills, channels, state, since, idle_since, shift_since)
                values (:person, :name, :unitCode, :unitPath, cast(:skills as jsonb), :channels, :state, :since, :since, :since)
                on conflict (person_id) do nothing
                """)
                .param("person", seat.person()).param("name", seat.name()).param("unitCode", seat.unitCode())
                .param("unitPath", seat.unitPath()).param("skills", json.writeValueAsString(seat.skills()))
                .param("channels", names(seat)).param("state", seat.presence().state().name())
                .param("since", utc(seat.presence().since())).update();
    }

    Optional<KeptSeat> find(UUID person) {
        return jdbc.sql(SELECT + "where person_id = :person").param("person", person)
                .query((row, _) -> seat(row)).optional();
    }

    Optional<KeptSeat> lock(UUID person) {
        return jdbc.sql(SELECT + "where person_id = :person for update").param("person", person)
                .query((row, _) -> seat(row)).optional();
    }

    /** All who are there, with room or without. */
    List<KeptSeat> there() {
        return jdbc.sql(SELECT + "where state <> 'OFFLINE' order by person_id").query((row, _) -> seat(row)).list();
    }

    /** The same, and nobody else may change them meanwhile. */
    List<KeptSeat> lockThere() {
        return jdbc.sql(SELECT + "where state <> 'OFFLINE' order by person_id for update")
                .query((row, _) -> seat(row)).list();
    }

    /** Everybody who has a seat within reach. */
    List<KeptSeat> all(int most) {
        return jdbc.sql(SELECT + "order by state = 'OFFLINE', person_name, person_id limit :most").param("most", most)
                .query((row, _) -> seat(row)).list();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select person_id, person_name from desk.seat where person_id = any(cast(:ids as uuid[]))")
                    .param("ids", ids.toArray(new UUID[0])).query(row -> {
                        names.put(id(row, "person_id"), text(row, "person_name"));
                    });
        }
        return names;
    }

    void update(KeptSeat seat) {
        var presence = seat.presence();
        jdbc.sql("""
                update desk.seat
                set person_name = :name, unit_code = :unitCode, unit_path = :unitPath, skills = cast(:skills as jsonb),
                    channels = :channels, taken = :taken, state = :state, reason = :reason, since = :since, forced = :forced,
                    until = :until, after_wrap_up = :then, leases = cast(:leases as jsonb), lease_until = :leaseUntil,
                    wake_at = :wakeAt, idle_since = :idleSince, shift_since = :shiftSince, busy_seconds = :busy,
                    busy_since = :busySince, version = version + 1
                where person_id = :person
                """)
                .param("person", seat.person()).param("name", seat.name()).param("unitCode", seat.unitCode())
                .param("unitPath", seat.unitPath()).param("skills", json.writeValueAsString(seat.skills()))
                .param("channels", names(seat)).param("taken", seat.taken()).param("state", presence.state().name())
                .param("reason", name(presence.reason())).param("since", utc(presence.since()))
                .param("forced", presence.forced()).param("until", utc(presence.until()))
                .param("then", name(presence.then())).param("leases", leases(presence))
                .param("leaseUntil",
                        utc(presence.leases().values().stream().max(Comparator.naturalOrder()).orElse(null)))
                .param("wakeAt", utc(RULES.next(presence).orElse(null))).param("idleSince", utc(seat.idleSince()))
                .param("shiftSince", utc(seat.shiftSince())).param("busy", seat.busySeconds())
                .param("busySince", utc(seat.busySince())).update();
    }

    void log(UUID person, List<PresenceChange> changes) {
        for (var change : changes) {
            jdbc.sql("""
                    insert into desk.presence (person_id, from_at, until_at, state, reason, ended_by)
                    values (:person, :from, :until, :state, :reason, :by)
                    """)
                    .param("person", person).param("from", utc(change.from())).param("until", utc(change.until()))
                    .param("state", change.state().name()).param("reason", name(change.reason()))
                    .param("by", change.endedBy()).update();
        }
    }

    List<PresenceChange> history(UUID person) {
        return jdbc.sql("select * from desk.presence where person_id = :person order by from_at")
                .param("person", person)
                .query((row, _) -> new PresenceChange(PresenceState.valueOf(text(row, "state")), reason(row, "reason"),
                        time(row, "from_at"), time(row, "until_at"), Rows.idOrNull(row, "ended_by")))
                .list();
    }

    /** Those for whom something happens by itself by now. */
    List<UUID> due(Instant now) {
        return jdbc.sql("select person_id from desk.seat where wake_at <= :now order by wake_at limit 100")
                .param("now", utc(now)).query((row, _) -> id(row, "person_id")).list();
    }

    private static String[] names(KeptSeat seat) {
        return seat.channels().stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private String leases(Presence presence) {
        return json.writeValueAsString(presence.leases().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, lease -> lease.getValue().toString())));
    }

    private static @Nullable String name(@Nullable NotReadyReason reason) {
        return reason == null ? null : reason.name();
    }

    private static @Nullable NotReadyReason reason(ResultSet row, String column) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : NotReadyReason.valueOf(name);
    }

    private KeptSeat seat(ResultSet row) throws SQLException {
        var skills = json.readValue(text(row, "skills"), new TypeReference<Map<String, Integer>>() {
        });
        var leases = new HashMap<String, Instant>();
        json.readValue(text(row, "leases"), new TypeReference<Map<String, String>>() {
        })
                .forEach((tab, until) -> leases.put(tab, Instant.parse(until)));
        var channels = Arrays.stream((String[]) row.getArray("channels").getArray()).map(ContactChannel::valueOf)
                .collect(Collectors.toSet());
        var presence = new Presence(PresenceState.valueOf(text(row, "state")), reason(row, "reason"),
                time(row, "since"),
                row.getBoolean("forced"), timeOrNull(row, "until"), reason(row, "after_wrap_up"), leases);
        return new KeptSeat(id(row, "person_id"), text(row, "person_name"), text(row, "unit_code"),
                text(row, "unit_path"), skills, channels, row.getInt("taken"), presence, time(row, "idle_since"),
                time(row, "shift_since"), row.getDouble("busy_seconds"), timeOrNull(row, "busy_since"));
    }
}
