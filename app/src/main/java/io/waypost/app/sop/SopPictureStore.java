package io.waypost.app.sop;

import io.waypost.app.sop.SopPicture.InForce;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.KindCatalogue;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.Matter;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL by which a node reads kinds and approved SOPs into its memory, knows that something changed, and is filled at first. */
@Repository
@DependsOnDatabaseInitialization
class SopPictureStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SopPictureStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number that grows with every change. */
    long revision() {
        return jdbc.sql("select number from sop.revision").query(Long.class).single();
    }

    /** Takes the one lock under which kinds and SOPs are changed. */
    void lock() {
        jdbc.sql("select number from sop.revision for update").query(Long.class).single();
    }

    void nextRevision() {
        jdbc.sql("update sop.revision set number = number + 1").update();
    }

    /** Everything, as the transaction sees it. */
    SopPicture picture() {
        return new SopPicture(revision(), kinds(), jdbc.sql("""
                select kind, version, effective_from, body from sop.version where state = 'APPROVED' order by kind, version
                """).query((row, _) -> inForce(row)).list());
    }

    /** The catalogue in the order of the first levels, each followed by its second levels. */
    private KindCatalogue kinds() {
        return new KindCatalogue(jdbc.sql("""
                select k.code, k.name_zh, k.name_en, k.biz_type, k.matter, k.about_parcel, k.ends_with_move, k.for_people, k.active
                from sop.kind k join sop.kind m on m.code = k.main
                order by m.position, m.code, k.code <> k.main, k.position, k.code
                """).query((row, _) -> entry(row)).list());
    }

    /** Adds a kind; 0 where there is one of that code already, which stays as it is. */
    int addKind(KindEntry entry, int position) {
        return jdbc.sql("""
                insert into sop.kind (code, name_zh, name_en, biz_type, matter, about_parcel, ends_with_move, for_people, active,
                                      position)
                values (:code, :nameZh, :nameEn, :bizType, :matter, :aboutParcel, :endsWithMove, :forPeople, :active, :position)
                on conflict do nothing
                """)
                .param("code", entry.kind().code())
                .param("nameZh", entry.nameZh())
                .param("nameEn", entry.nameEn())
                .param("bizType", entry.bizType().name())
                .param("matter", entry.matter().name())
                .param("aboutParcel", entry.aboutParcel())
                .param("endsWithMove", entry.endsWithMove())
                .param("forPeople", entry.forPeople())
                .param("active", entry.active())
                .param("position", position)
                .update();
    }

    /** Adds a version that the software brings along, in force from the instant; 0 where it is there already. */
    int addPackaged(SopId id, SopDraft draft, Instant from) {
        return jdbc.sql("""
                insert into sop.version (kind, version, state, body, note, author, created_at, effective_from, approver, approved_at,
                                         announced)
                values (:kind, :version, 'APPROVED', :body::jsonb, '', 'Waypost', :from, :from, 'Waypost', :from, true)
                on conflict do nothing
                """)
                .param("kind", id.kind().code())
                .param("version", id.version())
                .param("body", json.writeValueAsString(SopBody.of(draft)))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
    }

    private InForce inForce(ResultSet row) throws SQLException {
        return new InForce(new SopId(new TicketKind(row.getString("kind")), row.getInt("version")),
                json.readValue(row.getString("body"), SopBody.class).draft(),
                row.getObject("effective_from", OffsetDateTime.class).toInstant());
    }

    static KindEntry entry(ResultSet row) throws SQLException {
        return new KindEntry(new TicketKind(row.getString("code")), row.getString("name_zh"), row.getString("name_en"),
                BizType.valueOf(row.getString("biz_type")), Matter.valueOf(row.getString("matter")),
                row.getBoolean("about_parcel"), row.getBoolean("ends_with_move"), row.getBoolean("for_people"),
                row.getBoolean("active"));
    }
}
