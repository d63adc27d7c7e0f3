package io.waypost.app.outbox;

import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.outbox.ClaimStore.Claimed;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.Suppression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the suppression list: who is not written to, sealed, and found by a blind index. */
@Repository
class SuppressionStore {

    private static final String PURPOSE = "outbox.suppression.recipient";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    SuppressionStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** An entry, as the API shows it; the recipient is masked. */
    record Entry(UUID id, Channel channel, String to, Suppression reason, @Nullable String note, String addedBy,
            Instant addedAt) {}

    /** Adds an entry, or gives one that is there the stronger of the two reasons. */
    UUID add(Channel channel, String to, Suppression reason, @Nullable String note, String by, Instant at) {
        return jdbc.sql("""
                insert into outbox.suppression as s (channel, recipient_index, recipient, recipient_shown, reason, note, added_by,
                                                     added_at, id)
                values (:channel, :index, :to, :shown, :reason, :note, :by, :at, :id)
                on conflict (channel, recipient_index) do update set
                    reason = excluded.reason, note = excluded.note, added_by = excluded.added_by, added_at = excluded.added_at
                    where excluded.reason in ('UNREACHABLE', 'BLOCKED') or s.reason in ('OPTED_OUT', 'COMPLAINED')
                returning id
                """)
                .param("channel", channel.name())
                .param("index", index(channel, to))
                .param("to", personalData.seal(PURPOSE, Recipients.plain(channel, to)))
                .param("shown", Recipients.shown(channel, to))
                .param("reason", reason.name())
                .param("note", note)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", Ids.next(at))
                .query(UUID.class).optional().or(() -> find(channel, to).map(Entry::id)).orElseThrow();
    }

    /** Takes a recipient off the list, if that is the reason they are on it. */
    boolean lift(Channel channel, String to, Suppression reason) {
        return jdbc.sql("""
                delete from outbox.suppression where channel = :channel and recipient_index = :index and reason = :reason
                """)
                .param("channel", channel.name()).param("index", index(channel, to)).param("reason", reason.name())
                .update() == 1;
    }

    /** Takes an entry off; empty where there is none. */
    Optional<Entry> lift(UUID id) {
        return jdbc.sql("""
                delete from outbox.suppression where id = :id
                returning id, channel, recipient_shown, reason, note, added_by, added_at
                """).param("id", id).query((row, _) -> entry(row)).optional();
    }

    Optional<Entry> find(Channel channel, String to) {
        return jdbc.sql("""
                select id, channel, recipient_shown, reason, note, added_by, added_at from outbox.suppression
                where channel = :channel and recipient_index = :index
                """).param("channel", channel.name()).param("index", index(channel, to))
                .query((row, _) -> entry(row)).optional();
    }

    List<Entry> list(@Nullable Instant beforeAt, @Nullable UUID beforeId, int most) {
        return jdbc.sql("""
                select id, channel, recipient_shown, reason, note, added_by, added_at from outbox.suppression
                where cast(:at as timestamptz) is null or (added_at, id) < (:at, cast(:id as uuid))
                order by added_at desc, id desc limit :most
                """)
                .param("at", beforeAt == null ? null : beforeAt.atOffset(ZoneOffset.UTC))
                .param("id", beforeId)
                .param("most", most)
                .query((row, _) -> entry(row)).list();
    }

    long count() {
        return jdbc.sql("select count(*) from outbox.suppression").query((row, _) -> row.getLong(1)).single();
    }

    /** Which of the claimed messages go to somebody on the list, and why they are on it. */
    Map<UUID, Suppression> of(Channel channel, Collection<Claimed> claimed) {
        var found = new HashMap<UUID, Suppression>();
        if (channel == Channel.WEBHOOK || claimed.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select c.id, s.reason
                from unnest(:ids::uuid[], :indexes::bytea[]) as c (id, index)
                join outbox.suppression s on s.channel = :channel and s.recipient_index = c.index
                """)
                .param("ids", Columns.ids(claimed, Claimed::id))
                .param("indexes", Columns.bytes(claimed, each -> index(channel, each.letter().to())))
                .param("channel", channel.name())
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), Suppression.valueOf(row.getString("reason")));
                });
        return found;
    }

    private byte[] index(Channel channel, String to) {
        return Objects.requireNonNull(Recipients.index(personalData, channel, to));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getObject("id", UUID.class), Channel.valueOf(row.getString("channel")),
                row.getString("recipient_shown"), Suppression.valueOf(row.getString("reason")), row.getString("note"),
                row.getString("added_by"), Objects.requireNonNull(MessageStore.instant(row, "added_at")));
    }
}
