package io.waypost.app.ticket;

import io.waypost.app.ticket.TicketView.PhotoView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of photos; the pictures themselves are files. */
@Repository
class PhotoStore {

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Photo(UUID id, UUID ticketId, String file, int width, int height, int bytes, Instant at, UUID by) {}

    void add(Photo photo) {
        jdbc.sql("""
                insert into ticket.photo (id, ticket_id, file, width, height, bytes, uploaded_at, uploaded_by)
                values (:id, :ticketId, :file, :width, :height, :bytes, :at, :by)
                """)
                .param("id", photo.id())
                .param("ticketId", photo.ticketId())
                .param("file", photo.file())
                .param("width", photo.width())
                .param("height", photo.height())
                .param("bytes", photo.bytes())
                .param("at", TicketStore.utc(photo.at()))
                .param("by", photo.by())
                .update();
    }

    /** How many photos of the ticket nobody has used in an answer yet. */
    int unused(UUID ticketId) {
        return jdbc.sql("select count(*) from ticket.photo where ticket_id = :ticketId and answer_id is null")
                .param("ticketId", ticketId).query((row, _) -> row.getInt(1)).single();
    }

    /** Whether an answer to the ticket shows a photo. */
    boolean any(UUID ticketId) {
        return jdbc
                .sql("select exists (select 1 from ticket.photo where ticket_id = :ticketId and answer_id is not null)")
                .param("ticketId", ticketId).query((row, _) -> row.getBoolean(1)).single();
    }

    /** Gives the photos that this person uploaded to the ticket to the answer. */
    int use(UUID ticketId, UUID answerId, UUID by, Collection<UUID> photos) {
        if (photos.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                update ticket.photo set answer_id = :answerId
                where id = any (:photos) and ticket_id = :ticketId and uploaded_by = :by and answer_id is null
                """)
                .param("answerId", answerId)
                .param("photos", photos.toArray(UUID[]::new))
                .param("ticketId", ticketId)
                .param("by", by)
                .update();
    }

    Optional<String> file(UUID id) {
        return jdbc.sql("select file from ticket.photo where id = :id").param("id", id)
                .query((row, _) -> Objects.requireNonNull(row.getString(1))).optional();
    }

    Map<UUID, List<PhotoView>> byAnswer(UUID ticketId) {
        return jdbc.sql("""
                select answer_id, id, width, height from ticket.photo
                where ticket_id = :ticketId and answer_id is not null order by uploaded_at, id
                """)
                .param("ticketId", ticketId)
                .query((row, _) -> new Used(row.getObject("answer_id", UUID.class),
                        new PhotoView(row.getObject("id", UUID.class), row.getInt("width"), row.getInt("height"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Used::answer, Collectors.mapping(Used::photo, Collectors.toList())));
    }

    /** Forgets photos that were uploaded before then and never used; gives back their files. */
    List<String> forgetUnused(Instant before) {
        return jdbc.sql("""
                delete from ticket.photo where answer_id is null and uploaded_at < :before returning file
                """)
                .param("before", TicketStore.utc(before))
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private record Used(UUID answer, PhotoView photo) {}
}
