package io.waypost.app.partner;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.partner.PartnerMessage.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on what partners and the platform said about a ticket. Sealed: a message may say anything about anybody. */
@Repository
class PartnerMessageStore {

    private static final String TEXT = "partner.message.text";
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    PartnerMessageStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    void add(UUID keyId, UUID ticketId, PartnerMessage message) {
        jdbc.sql("""
                insert into partner.message (id, key_id, ticket_id, at, side, text)
                values (:id, :key, :ticket, :at, :side, :text)
                """)
                .param("id", message.id())
                .param("key", keyId)
                .param("ticket", ticketId)
                .param("at", message.at().atOffset(ZoneOffset.UTC))
                .param("side", message.side().name())
                .param("text", personalData.seal(TEXT, message.text()))
                .update();
    }

    /** The messages of the partner's ticket, oldest first. */
    List<PartnerMessage> list(UUID keyId, UUID ticketId) {
        return jdbc.sql("""
                select id, side, at, text from partner.message where key_id = :key and ticket_id = :ticket
                order by seq limit :most
                """).param("key", keyId).param("ticket", ticketId).param("most", MOST)
                .query((row, _) -> message(row)).list();
    }

    private PartnerMessage message(ResultSet row) throws SQLException {
        return new PartnerMessage(row.getObject("id", UUID.class), Side.valueOf(row.getString("side")),
                CredentialStore.instant(row, "at"),
                Objects.requireNonNull(personalData.open(TEXT, row.getBytes("text"))));
    }
}
