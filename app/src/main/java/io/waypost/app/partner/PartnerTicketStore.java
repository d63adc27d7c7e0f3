package io.waypost.app.partner;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.partner.PartnerTickets.Standing;
import io.waypost.core.partner.PartnerState;
import io.waypost.core.partner.TicketDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on partners' tickets. Each statement names the partner's key: no partner sees another's. */
@Repository
class PartnerTicketStore {

    private static final String DESCRIPTION = "partner.ticket.description";
    private static final String CONTACT = "partner.ticket.contact";
    private static final String SELECT = """
            select t.*, (select array_agg(e.external_id order by e.at, e.external_id) from partner.external_id e
                         where e.key_id = t.key_id and e.ticket_id = t.ticket_id) as external_ids
            from partner.ticket t
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final JsonMapper json;

    PartnerTicketStore(JdbcClient jdbc, PersonalData personalData, JsonMapper json) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.json = json;
    }

    /** Which tickets are wanted. */
    record Query(@Nullable PartnerState state, @Nullable String waybill, @Nullable String number,
            @Nullable Instant updatedSince) {}

    /** The last row of the page before. */
    record After(Instant updatedAt, UUID id) {}

    /** A row that a step has changed: whose it is, and how it stood before. */
    record Changed(UUID keyId, PartnerState before) {}

    boolean insert(UUID keyId, TicketDraft draft, Standing is, Instant at) {
        var contact = draft.contact().map(json::writeValueAsString).orElse(null);
        return jdbc.sql("""
                insert into partner.ticket (key_id, ticket_id, external_id, number, waybill, kind, detail, state, urgent,
                    description, contact, result, opened_at, due_at, closed_at, updated_at, version)
                values (:key, :id, :external, :number, :waybill, :kind, :detail, :state, :urgent, :description, :contact,
                    :result, :opened, :due, :closed, :at, 1)
                on conflict do nothing
                """)
                .param("key", keyId)
                .param("id", is.id())
                .param("external", draft.externalId())
                .param("number", is.number())
                .param("waybill", is.waybill())
                .param("kind", is.kind())
                .param("detail", is.detail())
                .param("state", is.state().name())
                .param("urgent", is.urgent())
                .param("description", personalData.seal(DESCRIPTION, draft.description()))
                .param("contact", personalData.seal(CONTACT, contact))
                .param("result", is.result())
                .param("opened", offset(is.openedAt()))
                .param("due", offset(is.dueAt()))
                .param("closed", offset(is.closedAt()))
                .param("at", offset(at))
                .update() == 1;
    }

    void addExternalId(UUID keyId, String externalId, UUID ticketId, Instant at) {
        jdbc.sql("insert into partner.external_id values (:key, :external, :id, :at)")
                .param("key", keyId).param("external", externalId).param("id", ticketId).param("at", offset(at))
                .update();
    }

    /** Follows the ticket; gives back for whom something changed that they see. */
    List<Changed> follow(Standing is, Instant at) {
        return jdbc.sql("""
                update partner.ticket t
                set state = :state, urgent = :urgent, due_at = :due, closed_at = :closed, result = :result, kind = :kind,
                    detail = :detail, updated_at = greatest(:at, t.updated_at), version = t.version + 1
                from (select key_id, state from partner.ticket where ticket_id = :id for update) o
                where t.ticket_id = :id and t.key_id = o.key_id
                    and (t.state, t.urgent, t.due_at, t.closed_at, t.result, t.kind, t.detail)
                        is distinct from (:state, :urgent, :due, :closed, :result, :kind, :detail)
                returning t.key_id, o.state
                """)
                .param("id", is.id())
                .param("state", is.state().name())
                .param("urgent", is.urgent())
                .param("due", offset(is.dueAt()))
                .param("closed", offset(is.closedAt()))
                .param("result", is.result())
                .param("kind", is.kind())
                .param("detail", is.detail())
                .param("at", offset(at))
                .query((row, _) -> new Changed(row.getObject(1, UUID.class), PartnerState.valueOf(row.getString(2))))
                .list();
    }

    /** Says that the partner's view of the ticket changed otherwise: a message came. */
    void touch(UUID keyId, UUID ticketId, Instant at) {
        jdbc.sql("""
                update partner.ticket set updated_at = greatest(:at, updated_at), version = version + 1
                where key_id = :key and ticket_id = :id
                """).param("at", offset(at)).param("key", keyId).param("id", ticketId).update();
    }

    /** Which of the tickets partners have. */
    Set<UUID> owned(Set<UUID> ticketIds) {
        return jdbc.sql("select ticket_id from partner.ticket where ticket_id = any (:ids)")
                .param("ids", ticketIds.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class)).set();
    }

    Optional<PartnerTicket> find(UUID keyId, UUID ticketId) {
        return jdbc.sql(SELECT + " where t.key_id = :key and t.ticket_id = :id")
                .param("key", keyId).param("id", ticketId).query((row, _) -> ticket(row)).optional();
    }

    Optional<PartnerTicket> byExternalId(UUID keyId, String externalId) {
        return jdbc.sql(SELECT + """
                 where t.key_id = :key and t.ticket_id =
                    (select e.ticket_id from partner.external_id e where e.key_id = :key and e.external_id = :external)
                """).param("key", keyId).param("external", externalId).query((row, _) -> ticket(row)).optional();
    }

    List<PartnerTicket> page(UUID keyId, Query query, @Nullable After after, int most) {
        var sql = new StringBuilder(SELECT).append(" where t.key_id = :key");
        if (query.state() != null) {
            sql.append(" and t.state = :state");
        }
        if (query.waybill() != null) {
            sql.append(" and t.waybill = :waybill");
        }
        if (query.number() != null) {
            sql.append(" and t.number = :number");
        }
        if (query.updatedSince() != null) {
            sql.append(" and t.updated_at >= :since");
        }
        if (after != null) {
            sql.append(" and (t.updated_at, t.ticket_id) > (:afterAt, :afterId)");
        }
        return jdbc.sql(sql.append(" order by t.updated_at, t.ticket_id limit :most").toString())
                .param("key", keyId)
                .param("state", query.state() == null ? null : query.state().name())
                .param("waybill", query.waybill())
                .param("number", query.number())
                .param("since", offset(query.updatedSince()))
                .param("afterAt", after == null ? null : offset(after.updatedAt()))
                .param("afterId", after == null ? null : after.id())
                .param("most", most)
                .query((row, _) -> ticket(row))
                .list();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static PartnerTicket ticket(ResultSet row) throws SQLException {
        return new PartnerTicket(
                row.getObject("ticket_id", UUID.class),
                row.getString("number"),
                row.getString("external_id"),
                Arrays.asList((String[]) row.getArray("external_ids").getArray()),
                row.getString("waybill"),
                row.getString("kind"),
                row.getString("detail"),
                PartnerState.valueOf(row.getString("state")),
                row.getBoolean("urgent"),
                CredentialStore.instant(row, "opened_at"),
                CredentialStore.instantOrNull(row, "due_at"),
                CredentialStore.instantOrNull(row, "closed_at"),
                row.getString("result"),
                CredentialStore.instant(row, "updated_at"),
                row.getInt("version"));
    }
}
