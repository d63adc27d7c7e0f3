package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.app.desk.ContactViews.LinkView;
import io.waypost.app.desk.ContactViews.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what happened to contacts, and of what they are about. */
@Repository
class StepStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID contact, Instant at, StepKind what, @Nullable DeskPerson by, @Nullable String text,
            Map<String, ?> data) {
        jdbc.sql("""
                insert into desk.step (contact_id, at, what, by_id, by_name, text, data)
                values (:contact, :at, :what, :byId, :byName, :text, cast(:data as jsonb))
                """)
                .param("contact", contact).param("at", utc(at)).param("what", what.name())
                .param("byId", by == null ? null : by.id()).param("byName", by == null ? null : by.name())
                .param("text", text).param("data", json.writeValueAsString(data)).update();
    }

    List<StepView> of(UUID contact) {
        return jdbc.sql("select * from desk.step where contact_id = :contact order by seq").param("contact", contact)
                .query((row, _) -> {
                    var by = idOrNull(row, "by_id");
                    return new StepView(time(row, "at"), StepKind.valueOf(text(row, "what")),
                            by == null ? null : new DeskPerson(by, text(row, "by_name")), row.getString("text"),
                            json.readValue(text(row, "data"), new TypeReference<Map<String, Object>>() {
                            }));
                }).list();
    }

    /** Links it; false where it is linked already. */
    boolean link(UUID contact, LinkKind kind, String ref, Instant at) {
        return jdbc.sql("""
                insert into desk.link (contact_id, kind, ref, at) values (:contact, :kind, :ref, :at) on conflict do nothing
                """).param("contact", contact).param("kind", kind.name()).param("ref", ref).param("at", utc(at))
                .update() == 1;
    }

    List<LinkView> links(UUID contact) {
        return jdbc.sql("select kind, ref, at from desk.link where contact_id = :contact order by at, kind, ref")
                .param("contact", contact)
                .query((row, _) -> new LinkView(LinkKind.valueOf(text(row, "kind")), text(row, "ref"), time(row, "at")))
                .list();
    }

    /** The conversations in which that was linked to a contact. */
    List<UUID> conversations(LinkKind kind, String ref) {
        return jdbc.sql("""
                select distinct c.conversation_id from desk.link l join desk.contact c on c.id = l.contact_id
                where l.kind = :kind and l.ref = :ref
                """).param("kind", kind.name()).param("ref", ref).query((row, _) -> id(row, "conversation_id")).list();
    }
}
