package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.core.contact.Guest;
import io.waypost.core.contact.GuestEnd;
import io.waypost.core.contact.GuestRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of guests. Whoever writes has locked the contact. */
@Repository
class GuestStore {

    private static final String NOW = """
            select g.*, s.person_name from desk.guest g join desk.seat s on s.person_id = g.person_id where g.ended_at is null
            """;

    private final JdbcClient jdbc;

    GuestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who is a guest and not at the desk any more. */
    record Vanished(UUID contact, UUID person) {}

    void add(KeptGuest guest) {
        jdbc.sql("""
                insert into desk.guest (id, contact_id, person_id, asked_by, asked_by_name, note, role, asked_at)
                values (:id, :contact, :person, :by, :byName, :note, :role, :at)
                """)
                .param("id", guest.id()).param("contact", guest.contact()).param("person", guest.guest().person())
                .param("by", guest.by().id()).param("byName", guest.by().name()).param("note", guest.note())
                .param("role", guest.guest().role().name()).param("at", utc(guest.askedAt())).update();
    }

    /** The guests that a contact has now, as they were asked. */
    List<KeptGuest> of(UUID contact) {
        return of(List.of(contact)).getOrDefault(contact, List.of());
    }

    Map<UUID, List<KeptGuest>> of(Collection<UUID> contacts) {
        var found = new HashMap<UUID, List<KeptGuest>>();
        if (!contacts.isEmpty()) {
            jdbc.sql(NOW + " and g.contact_id = any(cast(:ids as uuid[])) order by g.asked_at, g.id")
                    .param("ids", contacts.toArray(new UUID[0])).query((row, _) -> guest(row)).list()
                    .forEach(guest -> found.computeIfAbsent(guest.contact(), _ -> new ArrayList<>()).add(guest));
        }
        return found;
    }

    /** They have come, or may do more. */
    void update(UUID id, Guest guest, Instant now) {
        jdbc.sql("""
                update desk.guest set role = :role, come_at = case when :here then coalesce(come_at, :now) end where id = :id
                """).param("role", guest.role().name()).param("here", guest.here()).param("now", utc(now))
                .param("id", id).update();
    }

    void end(UUID id, GuestEnd end, Instant now) {
        jdbc.sql("update desk.guest set ended_at = :now, end_kind = :end where id = :id").param("now", utc(now))
                .param("end", end.name()).param("id", id).update();
    }

    List<Vanished> vanished() {
        return jdbc.sql("""
                select g.contact_id, g.person_id from desk.guest g join desk.seat s on s.person_id = g.person_id
                where g.ended_at is null and s.state = 'OFFLINE' limit 100
                """).query((row, _) -> new Vanished(id(row, "contact_id"), id(row, "person_id"))).list();
    }

    private static KeptGuest guest(ResultSet row) throws SQLException {
        return new KeptGuest(id(row, "id"), id(row, "contact_id"),
                new Guest(id(row, "person_id"), GuestRole.valueOf(text(row, "role")), row.getObject("come_at") != null),
                text(row, "person_name"), new DeskPerson(id(row, "asked_by"), text(row, "asked_by_name")),
                text(row, "note"), time(row, "asked_at"));
    }
}
