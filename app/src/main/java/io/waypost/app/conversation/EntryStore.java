package io.waypost.app.conversation;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;

import io.waypost.app.kernel.Columns;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of entries. */
@Repository
class EntryStore {

    private static final String COLUMNS = "e.conversation_id, e.seq, e.author, e.author_id, e.author_name, e.kind, e.text, e.file, e.cid, e.at";

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries that carry one of the senders' numbers of those. */
    List<Entry> written(Collection<NewEntry> asked) {
        return jdbc.sql("""
                select %s from unnest(cast(:conversations as uuid[]), cast(:cids as text[])) as asked (conversation_id, cid)
                join conversation.entry e on e.conversation_id = asked.conversation_id and e.cid = asked.cid
                """.formatted(COLUMNS))
                .param("conversations", Columns.ids(asked, NewEntry::conversation))
                .param("cids", Columns.texts(asked, NewEntry::cid))
                .query((row, _) -> entry(row)).list();
    }

    void add(Collection<Entry> entries) {
        jdbc.sql("""
                insert into conversation.entry (conversation_id, seq, author, author_id, author_name, kind, text, file, cid, at)
                select conversation_id, seq, author, author_id, author_name, kind, text, file, cid,
                    timestamptz 'epoch' + at * interval '1 microsecond'
                from unnest(cast(:conversations as uuid[]), cast(:seqs as bigint[]), cast(:authors as text[]),
                    cast(:ids as uuid[]), cast(:names as text[]), cast(:kinds as text[]), cast(:texts as text[]),
                    cast(:files as uuid[]), cast(:cids as text[]), cast(:ats as bigint[]))
                    as new (conversation_id, seq, author, author_id, author_name, kind, text, file, cid, at)
                """)
                .param("conversations", Columns.ids(entries, Entry::conversation))
                .param("seqs", Columns.longs(entries, Entry::seq))
                .param("authors", Columns.texts(entries, entry -> entry.author().name()))
                .param("ids", Columns.ids(entries, Entry::authorId))
                .param("names", Columns.texts(entries, Entry::authorName))
                .param("kinds", Columns.texts(entries, entry -> entry.kind().name()))
                .param("texts", Columns.texts(entries, Entry::text))
                .param("files", Columns.ids(entries, Entry::file))
                .param("cids", Columns.texts(entries, Entry::cid))
                .param("ats", Columns.instants(entries, Entry::at))
                .update();
    }

    /** The entries at those places. */
    List<Entry> at(List<UUID> conversations, List<Long> seqs) {
        return jdbc.sql("""
                select %s from unnest(cast(:conversations as uuid[]), cast(:seqs as bigint[])) as asked (conversation_id, seq)
                join conversation.entry e on e.conversation_id = asked.conversation_id and e.seq = asked.seq
                """.formatted(COLUMNS)).param("conversations", conversations.toArray(new UUID[0]))
                .param("seqs", seqs.toArray(new Long[0])).query((row, _) -> entry(row)).list();
    }

    List<Entry> after(UUID conversation, long after, int most) {
        return jdbc.sql("""
                select %s from conversation.entry e where conversation_id = :conversation and seq > :after order by seq limit :most
                """.formatted(COLUMNS))
                .param("conversation", conversation).param("after", after).param("most", most)
                .query((row, _) -> entry(row)).list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(id(row, "conversation_id"), row.getLong("seq"), Author.valueOf(text(row, "author")),
                row.getObject("author_id", UUID.class), text(row, "author_name"), EntryKind.valueOf(text(row, "kind")),
                text(row, "text"), row.getObject("file", UUID.class), row.getString("cid"), time(row, "at"));
    }
}
