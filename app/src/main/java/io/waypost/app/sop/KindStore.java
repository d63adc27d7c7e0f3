package io.waypost.app.sop;

import io.waypost.core.sop.TicketKind;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which people change kinds. */
@Repository
class KindStore {

    private final JdbcClient jdbc;

    KindStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextPosition() {
        return jdbc.sql("select max(position) + 10 from sop.kind").query((row, _) -> row.getInt(1)).single();
    }

    /** The revision of every kind's row. */
    Map<TicketKind, Integer> revisions() {
        var revisions = new HashMap<TicketKind, Integer>();
        jdbc.sql("select code, revision from sop.kind").query(row -> {
            revisions.put(new TicketKind(row.getString("code")), row.getInt("revision"));
        });
        return revisions;
    }

    /** False where somebody else was faster. */
    boolean change(TicketKind kind, int revision, String nameZh, String nameEn, boolean active) {
        return jdbc.sql("""
                update sop.kind set name_zh = :nameZh, name_en = :nameEn, active = :active, revision = revision + 1
                where code = :code and revision = :revision
                """)
                .param("code", kind.code())
                .param("revision", revision)
                .param("nameZh", nameZh)
                .param("nameEn", nameEn)
                .param("active", active)
                .update() == 1;
    }
}
