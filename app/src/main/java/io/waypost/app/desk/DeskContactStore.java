package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.core.contact.Contact;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.ContactEnd;
import io.waypost.core.contact.ContactState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of contacts. */
@Repository
class DeskContactStore {

    private static final String SELECT = "select * from desk.contact ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeskContactStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a list is narrowed to; {@code last} is the last row seen, and {@code lastAt} where it had its place. */
    record Asked(@Nullable ContactState state, @Nullable String unitPath, @Nullable UUID agent,
            @Nullable Instant lastAt, @Nullable UUID last) {

        /** Of those that wait who has done so longest comes first; of all others who came last. */
        boolean longestFirst() {
            return state == ContactState.WAITING;
        }

        /** What gives a row its place in the list. */
        Instant place(KeptContact row) {
            return longestFirst() ? row.contact().since() : row.openedAt();
        }
    }

    /** Who had the customer's last contact, and when it ended. */
    record Last(@Nullable UUID agent, Instant at) {}

    void add(KeptContact contact) {
        var under = contact.contract();
        jdbc.sql("""
                insert into desk.contact (id, conversation_id, customer_id, channel, matter, language, contract, contract_id, contract_terms, unit_code,
                    unit_path, state, since, level, repeats, last_agent_id, last_agent_at, opened_at, customer_at, first_seq)
                values (:id, :conversation, :customer, :channel, :matter, :language, :contract, :contractId, cast(:contractTerms as jsonb), :unitCode,
                    :unitPath, :state, :since, :level, :repeats, :lastAgent, :lastAgentAt, :openedAt, :openedAt, :firstSeq)
                """)
                .param("id", contact.id()).param("conversation", contact.conversation())
                .param("customer", contact.customer()).param("channel", contact.channel().name())
                .param("matter", contact.matter()).param("language", contact.language())
                .param("contract", under == null ? null : under.code())
                .param("contractId", under == null ? null : under.id())
                .param("contractTerms", under == null ? null : json.writeValueAsString(under.routed()))
                .param("unitCode", contact.unitCode())
                .param("unitPath", contact.unitPath()).param("state", contact.contact().state().name())
                .param("since", utc(contact.contact().since())).param("level", contact.contact().level())
                .param("repeats", contact.repeats()).param("lastAgent", contact.lastAgent())
                .param("lastAgentAt", utc(contact.lastAgentAt())).param("openedAt", utc(contact.openedAt()))
                .param("firstSeq", contact.firstSeq()).update();
    }

    Optional<KeptContact> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query((row, _) -> contact(row)).optional();
    }

    Optional<KeptContact> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update").param("id", id).query((row, _) -> contact(row))
                .optional();
    }

    /** The open contacts of those conversations, locked, by conversation. */
    Map<UUID, KeptContact> lockOpen(Collection<UUID> conversations) {
        var open = new HashMap<UUID, KeptContact>();
        jdbc.sql(SELECT + """
                where conversation_id = any(cast(:conversations as uuid[])) and state <> 'CLOSED' order by id for update
                """).param("conversations", conversations.toArray(new UUID[0])).query((row, _) -> contact(row)).list()
                .forEach(kept -> open.put(kept.conversation(), kept));
        return open;
    }

    /** Writes down when customers and agents last wrote. */
    void wrote(Collection<KeptContact> kept) {
        jdbc.sql("""
                update desk.contact c
                set customer_at = timestamptz 'epoch' + w.customer * interval '1 microsecond',
                    agent_at = timestamptz 'epoch' + w.agent * interval '1 microsecond',
                    first_reply_at = timestamptz 'epoch' + w.reply * interval '1 microsecond', version = version + 1
                from unnest(cast(:ids as uuid[]), cast(:customers as bigint[]), cast(:agents as bigint[]), cast(:replies as bigint[]))
                    as w (id, customer, agent, reply)
                where c.id = w.id
                """)
                .param("ids", Columns.ids(kept, KeptContact::id))
                .param("customers", Columns.instants(kept, KeptContact::customerAt))
                .param("agents", Columns.instants(kept, KeptContact::agentAt))
                .param("replies", Columns.instants(kept, KeptContact::firstReplyAt)).update();
    }

    Optional<KeptContact> newest(UUID conversation) {
        return jdbc.sql(SELECT + "where conversation_id = :conversation order by opened_at desc, id desc limit 1")
                .param("conversation", conversation).query((row, _) -> contact(row)).optional();
    }

    /** Those that wait, locked; whoever is being changed by somebody else is left out, for that wakes the router again. */
    List<KeptContact> lockWaiting(int most) {
        return jdbc.sql(SELECT + "where state = 'WAITING' order by since, id limit :most for update skip locked")
                .param("most", most).query((row, _) -> contact(row)).list();
    }

    /** Those whose offer is over, locked. */
    List<KeptContact> lockExpired(Instant now) {
        return jdbc.sql(SELECT + """
                where state = 'OFFERED' and offered_until <= :now order by offered_until limit 200 for update skip locked
                """).param("now", utc(now)).query((row, _) -> contact(row)).list();
    }

    /** Those whose desk has opened, locked. */
    List<KeptContact> lockOpening(Instant now) {
        return jdbc.sql(SELECT + """
                where state = 'PARKED' and since <= :now order by since, id limit 200 for update skip locked
                """).param("now", utc(now)).query((row, _) -> contact(row)).list();
    }

    /** Those in which the agent had the last word before that. */
    List<KeptContact> silentSince(Instant before) {
        return jdbc.sql(SELECT + """
                where state = 'TALKING' and agent_at < :before and agent_at > customer_at order by agent_at limit 100
                """).param("before", utc(before)).query((row, _) -> contact(row)).list();
    }

    List<KeptContact> of(UUID agent) {
        return jdbc.sql(SELECT + "where agent_id = :agent and state in ('OFFERED', 'TALKING') order by since, id")
                .param("agent", agent).query((row, _) -> contact(row)).list();
    }

    /** Those that somebody was asked into, and in which they are still wanted. */
    List<KeptContact> askedInto(UUID person) {
        return jdbc.sql(SELECT + """
                where id in (select contact_id from desk.guest where person_id = :person and ended_at is null) order by since, id
                """).param("person", person).query((row, _) -> contact(row)).list();
    }

    List<KeptContact> ofCustomer(UUID customer, UUID but) {
        return jdbc
                .sql(SELECT + "where customer_id = :customer and id <> :but order by opened_at desc, id desc limit 20")
                .param("customer", customer).param("but", but).query((row, _) -> contact(row)).list();
    }

    List<KeptContact> list(Asked asked, int most) {
        var conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (asked.state() != null) {
            conditions.add("state = :state");
            parameters.put("state", asked.state().name());
        }
        if (asked.unitPath() != null) {
            conditions.add("starts_with(unit_path, :unitPath)");
            parameters.put("unitPath", asked.unitPath());
        }
        if (asked.agent() != null) {
            conditions.add("agent_id = :agent");
            parameters.put("agent", asked.agent());
        }
        if (asked.lastAt() != null && asked.last() != null) {
            conditions.add(
                    asked.longestFirst() ? "(since, id) > (:lastAt, :last)" : "(opened_at, id) < (:lastAt, :last)");
            parameters.put("lastAt", asked.lastAt().atOffset(java.time.ZoneOffset.UTC));
            parameters.put("last", asked.last());
        }
        return jdbc.sql(SELECT + "where %s order by %s limit :most".formatted(String.join(" and ", conditions),
                asked.longestFirst() ? "since, id" : "opened_at desc, id desc")).params(parameters).param("most", most)
                .query((row, _) -> contact(row)).list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from desk.contact where state = 'WAITING'").query(Integer.class).single();
    }

    /** Contacts about the same; who says nothing of what they come about is taken to come about the same as before. */
    int repeats(UUID customer, String matter, Instant after, UUID but) {
        return jdbc.sql("""
                select count(*) from desk.contact where customer_id = :customer and opened_at > :after
                    and (matter = :matter or 'GENERAL' in (matter, :matter)) and id <> :but
                """).param("customer", customer).param("matter", matter).param("after", utc(after))
                .param("but", but).query(Integer.class).single();
    }

    Optional<Last> last(UUID customer) {
        return jdbc.sql("""
                select agent_id, closed_at from desk.contact
                where customer_id = :customer and state = 'CLOSED' and agent_id is not null order by closed_at desc limit 1
                """).param("customer", customer)
                .query((row, _) -> new Last(idOrNull(row, "agent_id"), time(row, "closed_at"))).optional();
    }

    /** Writes what may have changed. */
    void update(KeptContact kept) {
        var contact = kept.contact();
        var end = contact.end();
        jdbc.sql("""
                update desk.contact
                set state = :state, since = :since, level = :level, agent_id = :agent, wanted_id = :wanted, agent_path = :agentPath,
                    wanted_until = :wantedUntil, offered_until = :offeredUntil, end_kind = :end, taken_at = :takenAt,
                    first_reply_at = :firstReplyAt, customer_at = :customerAt, agent_at = :agentAt, closed_at = :closedAt,
                    passes = :passes, disposition = :disposition, note = :note, version = version + 1
                where id = :id
                """)
                .param("id", kept.id()).param("state", contact.state().name()).param("since", utc(contact.since()))
                .param("level", contact.level()).param("agent", contact.agent()).param("wanted", contact.wanted())
                .param("agentPath", kept.agentPath()).param("wantedUntil", utc(kept.wantedUntil()))
                .param("offeredUntil", utc(contact.offeredUntil())).param("end", end == null ? null : end.name())
                .param("takenAt", utc(kept.takenAt())).param("firstReplyAt", utc(kept.firstReplyAt()))
                .param("customerAt", utc(kept.customerAt())).param("agentAt", utc(kept.agentAt()))
                .param("closedAt", utc(kept.closedAt())).param("passes", kept.passes())
                .param("disposition", kept.disposition()).param("note", kept.note()).update();
    }

    /** What it is about has become known while it waits. */
    void known(KeptContact kept) {
        jdbc.sql("""
                update desk.contact set matter = :matter, language = :language, repeats = :repeats, version = version + 1 where id = :id
                """).param("id", kept.id()).param("matter", kept.matter()).param("language", kept.language())
                .param("repeats", kept.repeats()).update();
    }

    /** What a customer thought of it; false where they have said so before. */
    boolean score(UUID id, int score, @Nullable String comment, Instant at) {
        return jdbc.sql("""
                update desk.contact set score = :score, score_comment = :comment, scored_at = :at
                where id = :id and score is null
                """).param("score", score).param("comment", comment).param("at", utc(at)).param("id", id).update() == 1;
    }

    KeptContact contact(ResultSet row) throws SQLException {
        var end = row.getString("end_kind");
        var contact = new Contact(ContactState.valueOf(text(row, "state")), time(row, "since"), row.getInt("level"),
                idOrNull(row, "agent_id"), idOrNull(row, "wanted_id"), timeOrNull(row, "offered_until"),
                end == null ? null : ContactEnd.valueOf(end));
        return new KeptContact(id(row, "id"), id(row, "conversation_id"), id(row, "customer_id"),
                ContactChannel.valueOf(text(row, "channel")), text(row, "matter"), row.getString("language"),
                contract(row), text(row, "unit_code"), text(row, "unit_path"), row.getString("agent_path"),
                contact, timeOrNull(row, "wanted_until"), row.getInt("repeats"), idOrNull(row, "last_agent_id"),
                timeOrNull(row, "last_agent_at"), time(row, "opened_at"), timeOrNull(row, "taken_at"),
                timeOrNull(row, "first_reply_at"), time(row, "customer_at"), timeOrNull(row, "agent_at"),
                timeOrNull(row, "closed_at"), row.getInt("passes"), row.getString("disposition"), row.getString("note"),
                row.getObject("score", Integer.class), row.getLong("first_seq"), row.getLong("version"));
    }

    private @Nullable KeptContract contract(ResultSet row) throws SQLException {
        var code = row.getString("contract");
        return code == null
                ? null
                : new KeptContract(id(row, "contract_id"), code,
                        json.readValue(text(row, "contract_terms"), KeptContract.Routed.class));
    }

    /** The waybills that contacts are linked with, by contact. */
    Map<UUID, List<String>> waybills(Collection<UUID> ids) {
        var found = new HashMap<UUID, List<String>>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select contact_id, ref from desk.link where kind = 'PARCEL' and contact_id = any(cast(:ids as uuid[])) order by at, ref
                    """).param("ids", ids.toArray(new UUID[0])).query(row -> {
                found.computeIfAbsent(id(row, "contact_id"), _ -> new ArrayList<>()).add(text(row, "ref"));
            });
        }
        return found;
    }
}
