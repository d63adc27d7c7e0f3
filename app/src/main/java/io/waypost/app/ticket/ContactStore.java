package io.waypost.app.ticket;

import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.TicketCounter.Contact;
import io.waypost.core.sop.TicketKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who came with a matter: sealed, and found again by a blind index of the phone. */
@Repository
class ContactStore {

    private static final String NAME = "ticket.contact.name";
    private static final String PHONE = "ticket.contact.phone";

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final TicketRulebook rulebook;
    private final Sops sops;

    ContactStore(JdbcClient jdbc, PersonalData personalData, TicketRulebook rulebook, Sops sops) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.rulebook = rulebook;
        this.sops = sops;
    }

    /** As pages show it. */
    record Shown(@Nullable String name, @Nullable String phone) {}

    /** Keeps who came with the ticket; what is known already stays where nothing new is said. */
    void keep(UUID ticketId, Contact contact) {
        jdbc.sql("""
                insert into ticket.contact (ticket_id, name, name_shown, phone, phone_shown, phone_index)
                values (:id, :name, :nameShown, :phone, :phoneShown, :index)
                on conflict (ticket_id) do update set
                    name = coalesce(excluded.name, contact.name), name_shown = coalesce(excluded.name_shown, contact.name_shown),
                    phone = coalesce(excluded.phone, contact.phone), phone_shown = coalesce(excluded.phone_shown, contact.phone_shown),
                    phone_index = coalesce(excluded.phone_index, contact.phone_index)
                """)
                .param("id", ticketId)
                .param("name", personalData.seal(NAME, contact.name()))
                .param("nameShown", contact.name() == null ? null : Masked.name(contact.name()))
                .param("phone", personalData.seal(PHONE, contact.phone()))
                .param("phoneShown", contact.phone() == null ? null : Masked.phone(contact.phone()))
                .param("index", personalData.phoneIndex(contact.phone()))
                .update();
    }

    Optional<Shown> shown(UUID ticketId) {
        return jdbc.sql("select name_shown, phone_shown from ticket.contact where ticket_id = :id")
                .param("id", ticketId)
                .query((row, _) -> new Shown(row.getString("name_shown"), row.getString("phone_shown"))).optional();
    }

    /** The phone in clear, to send a message to or to call; never to be logged. */
    Optional<String> phone(UUID ticketId) {
        return jdbc.sql("select phone from ticket.contact where ticket_id = :id and phone is not null")
                .param("id", ticketId)
                .query((row, _) -> personalData.open(PHONE, row.getBytes("phone"))).optional();
    }

    /** The how manieth matter of the same sort this is of the same customer within the window of its SOP, from 1. */
    int repeatNumber(Contact contact, TicketKind kind, @Nullable String waybill, Instant at) {
        var index = personalData.phoneIndex(contact.phone());
        if (index == null) {
            return 1;
        }
        return 1 + jdbc.sql("""
                select count(*) from ticket.contact c join ticket.ticket t on t.id = c.ticket_id
                where c.phone_index = :index and t.matter = :matter and t.opened_at > :since
                  and (cast(:waybill as text) is null or t.waybill is null or t.waybill = :waybill)
                """)
                .param("index", index)
                .param("matter", rulebook.matter(kind))
                .param("since", TicketStore.utc(at.minus(sops.inForce(kind, at).repeatWindow())))
                .param("waybill", waybill)
                .query((row, _) -> row.getInt(1)).single();
    }
}
