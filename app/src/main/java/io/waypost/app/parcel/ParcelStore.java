package io.waypost.app.parcel;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.ScanType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which parcels are read, and notes written. Row-level security keeps each reader to their part of the network. */
@Repository
class ParcelStore {

    private static final String COLUMNS = """
            select waybill, status, last_type, last_at, last_site, signed_at, promised_at, product, weight_grams, origin_site,
                   destination_site, sender_division, recipient_division, sender_name, sender_phone, sender_address, recipient_name,
                   recipient_phone, recipient_address, delivery_wish
            from parcel.parcel
            """;

    /** A parcel's row with its personal data as it is kept: sealed. */
    record Stored(
            String waybill,
            ParcelStatus status,
            @Nullable ScanType lastType,
            @Nullable Instant lastAt,
            @Nullable String lastSite,
            @Nullable Instant signedAt,
            @Nullable Instant promisedAt,
            @Nullable String product,
            @Nullable Integer weightGrams,
            @Nullable String originSite,
            @Nullable String destinationSite,
            @Nullable String senderDivision,
            @Nullable String recipientDivision,
            Sealed sender,
            Sealed recipient,
            @Nullable DeliveryMode deliveryWish) {}

    /** Sealed name, phone and address of one end. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte @Nullable [] name, byte @Nullable [] phone, byte @Nullable [] address) {}

    private final JdbcClient jdbc;

    ParcelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> find(String waybill) {
        return jdbc.sql(COLUMNS + " where waybill = :waybill").param("waybill", waybill).query((row, _) -> stored(row))
                .optional();
    }

    Map<String, Instant> lastScans(Set<String> waybills) {
        var last = new HashMap<String, Instant>();
        jdbc.sql("select waybill, last_at from parcel.parcel where waybill = any (:waybills) and last_at is not null")
                .param("waybills", waybills.toArray(String[]::new))
                .query(row -> {
                    last.put(row.getString("waybill"), row.getObject("last_at", OffsetDateTime.class).toInstant());
                });
        return last;
    }

    List<Stored> findByPhone(byte[] index, int limit) {
        return jdbc.sql(COLUMNS + """
                 where recipient_phone_index = :index or sender_phone_index = :index
                 order by last_at desc nulls first, waybill limit :limit
                """).param("index", index).param("limit", limit).query((row, _) -> stored(row)).list();
    }

    boolean lock(String waybill) {
        return jdbc.sql("select 1 from parcel.parcel where waybill = :waybill for update")
                .param("waybill", waybill).query(Integer.class).optional().isPresent();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update parcel.parcel
                set unit_paths = array(select case when starts_with(path, :old) then :new || substr(path, length(:old) + 1) else path end
                                       from unnest(unit_paths) path)
                where exists (select 1 from unnest(unit_paths) path where starts_with(path, :old))
                """).param("old", oldPrefix).param("new", newPrefix).update();
    }

    void addNote(UUID id, String waybill, Instant at, @Nullable UUID personId, String personName, String text) {
        jdbc.sql("""
                insert into parcel.note (id, waybill, at, person_id, person_name, text)
                values (:id, :waybill, :at, :personId, :personName, :text)
                """)
                .param("id", id)
                .param("waybill", waybill)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("personId", personId)
                .param("personName", personName)
                .param("text", text)
                .update();
    }

    List<ParcelView.NoteView> notes(String waybill) {
        return jdbc.sql(
                "select id, at, person_id, person_name, text from parcel.note where waybill = :waybill order by at, id")
                .param("waybill", waybill)
                .query((row, _) -> new ParcelView.NoteView(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(ProgressStore.instant(row, "at")),
                        new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")),
                        row.getString("text")))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var lastType = row.getString("last_type");
        var wish = row.getString("delivery_wish");
        return new Stored(
                row.getString("waybill"),
                ParcelStatus.valueOf(row.getString("status")),
                lastType == null ? null : ScanType.valueOf(lastType),
                ProgressStore.instant(row, "last_at"),
                row.getString("last_site"),
                ProgressStore.instant(row, "signed_at"),
                ProgressStore.instant(row, "promised_at"),
                row.getString("product"),
                row.getObject("weight_grams", Integer.class),
                row.getString("origin_site"),
                row.getString("destination_site"),
                row.getString("sender_division"),
                row.getString("recipient_division"),
                new Sealed(row.getBytes("sender_name"), row.getBytes("sender_phone"), row.getBytes("sender_address")),
                new Sealed(row.getBytes("recipient_name"), row.getBytes("recipient_phone"),
                        row.getBytes("recipient_address")),
                wish == null ? null : DeliveryMode.valueOf(wish));
    }
}
