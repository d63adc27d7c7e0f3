package io.waypost.app.chat;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of devices, and of answers that they may have to be told of. */
@Repository
class ChatDeviceStore {

    private static final String DEVICE = "chat.device";

    private final JdbcClient jdbc;
    private final PersonalData personal;

    ChatDeviceStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** An answer that nobody may have seen. */
    record Wake(UUID conversation, UUID identity, long seq) {}

    /** Keeps a device for somebody, and for nobody else: a telephone that changes hands is not told of its last owner's answers. */
    void put(UUID identity, String device, Instant now) {
        var index = personal.textIndex(DEVICE, device);
        jdbc.sql("delete from chat.device where device_index = :index and identity_id <> :identity")
                .param("index", index).param("identity", identity).update();
        jdbc.sql("""
                insert into chat.device (identity_id, device_index, device, at) values (:identity, :index, :device, :now)
                on conflict (identity_id, device_index) do update set at = excluded.at
                """).param("identity", identity).param("index", index)
                .param("device", personal.seal(DEVICE, device)).param("now", utc(now)).update();
    }

    void remove(UUID identity, String device) {
        jdbc.sql("delete from chat.device where identity_id = :identity and device_index = :index")
                .param("identity", identity).param("index", personal.textIndex(DEVICE, device)).update();
    }

    List<String> of(UUID identity) {
        return jdbc.sql("select device from chat.device where identity_id = :identity order by at desc limit 5")
                .param("identity", identity)
                .query((row, _) -> opened(row)).list();
    }

    private String opened(ResultSet row) throws SQLException {
        return Objects.requireNonNull(personal.open(DEVICE, row.getBytes("device")));
    }

    /** Those of them who have a device. */
    Set<UUID> withDevice(Collection<UUID> identities) {
        return new HashSet<>(jdbc.sql(
                "select distinct identity_id from chat.device where identity_id = any(cast(:ids as uuid[]))")
                .param("ids", Columns.ids(identities, each -> each)).query((row, _) -> id(row, "identity_id")).list());
    }

    void wake(Wake wake, Instant due) {
        jdbc.sql("""
                insert into chat.wake (conversation_id, identity_id, seq, due_at) values (:conversation, :identity, :seq, :due)
                on conflict (conversation_id) do update set seq = excluded.seq
                """).param("conversation", wake.conversation()).param("identity", wake.identity())
                .param("seq", wake.seq()).param("due", utc(due)).update();
    }

    /** Takes those that are due; joins the running transaction. */
    List<Wake> takeDue(Instant now) {
        return jdbc.sql("""
                delete from chat.wake where conversation_id in (
                    select conversation_id from chat.wake where due_at <= :now order by due_at limit 200 for update skip locked)
                returning conversation_id, identity_id, seq
                """).param("now", utc(now))
                .query((row, _) -> new Wake(id(row, "conversation_id"), id(row, "identity_id"), row.getLong("seq")))
                .list();
    }
}
