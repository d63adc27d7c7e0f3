package io.waypost.app.outbox;

import io.waypost.app.kernel.PersonalData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of short messages that came in. */
@Repository
class InboundStore {

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    InboundStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** Keeps a message; false where it is kept already. */
    boolean add(UUID id, String provider, String providerId, String from, String text, Instant at) {
        return jdbc.sql("""
                insert into outbox.inbound (id, provider, provider_id, sender, text, at)
                values (:id, :provider, :providerId, :sender, :text, :at)
                on conflict (provider, provider_id) do nothing
                """)
                .param("id", id)
                .param("provider", provider)
                .param("providerId", providerId)
                .param("sender", personalData.seal("outbox.inbound.sender", from))
                .param("text", personalData.seal("outbox.inbound.text", text))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }
}
