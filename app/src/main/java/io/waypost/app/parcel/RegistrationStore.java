package io.waypost.app.parcel;

import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.PersonalData;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which waybills are registered; names, phones and addresses are sealed here. */
@Repository
class RegistrationStore {

    /** A registration with what we know of its sites. */
    record Placed(Registration registration, @Nullable String recipientDivision, List<String> paths) {}

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    RegistrationStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** Inserts or completes; what is not said again stays. Gives back how many rows were new. */
    int upsert(List<Placed> rows, Instant arrival) {
        return (int) jdbc.sql("""
                insert into parcel.parcel as p (waybill, status, product, promised_at, origin_site, destination_site, weight_grams,
                       declared_value_fen, sender_division, recipient_division, sender_name, sender_phone, sender_phone_index,
                       sender_address, recipient_name, recipient_phone, recipient_phone_index, recipient_address, delivery_wish,
                       unit_paths, first_arrived_at)
                select waybill, 'CREATED', product, parcel.instant(promised_at), origin_site, destination_site, weight_grams,
                       declared_value_fen, sender_division, recipient_division, sender_name, sender_phone, sender_phone_index,
                       sender_address, recipient_name, recipient_phone, recipient_phone_index, recipient_address, delivery_wish,
                       string_to_array(paths, ' '), parcel.instant(:arrival)
                from unnest(:waybills::text[], :products::text[], :promisedAts::int8[], :origins::text[], :destinations::text[],
                            :weights::int4[], :values::int8[], :senderDivisions::text[], :recipientDivisions::text[],
                            :senderNames::bytea[], :senderPhones::bytea[], :senderIndexes::bytea[], :senderAddresses::bytea[],
                            :recipientNames::bytea[], :recipientPhones::bytea[], :recipientIndexes::bytea[],
                            :recipientAddresses::bytea[], :wishes::text[], :paths::text[])
                     as n (waybill, product, promised_at, origin_site, destination_site, weight_grams, declared_value_fen,
                           sender_division, recipient_division, sender_name, sender_phone, sender_phone_index, sender_address,
                           recipient_name, recipient_phone, recipient_phone_index, recipient_address, delivery_wish, paths)
                order by waybill
                on conflict (waybill) do update set
                    product = coalesce(excluded.product, p.product),
                    promised_at = coalesce(excluded.promised_at, p.promised_at),
                    origin_site = coalesce(excluded.origin_site, p.origin_site),
                    destination_site = coalesce(excluded.destination_site, p.destination_site),
                    weight_grams = coalesce(excluded.weight_grams, p.weight_grams),
                    declared_value_fen = coalesce(excluded.declared_value_fen, p.declared_value_fen),
                    sender_division = coalesce(excluded.sender_division, p.sender_division),
                    recipient_division = coalesce(excluded.recipient_division, p.recipient_division),
                    sender_name = coalesce(excluded.sender_name, p.sender_name),
                    sender_phone = coalesce(excluded.sender_phone, p.sender_phone),
                    sender_phone_index = coalesce(excluded.sender_phone_index, p.sender_phone_index),
                    sender_address = coalesce(excluded.sender_address, p.sender_address),
                    recipient_name = coalesce(excluded.recipient_name, p.recipient_name),
                    recipient_phone = coalesce(excluded.recipient_phone, p.recipient_phone),
                    recipient_phone_index = coalesce(excluded.recipient_phone_index, p.recipient_phone_index),
                    recipient_address = coalesce(excluded.recipient_address, p.recipient_address),
                    delivery_wish = coalesce(excluded.delivery_wish, p.delivery_wish),
                    unit_paths = array(select distinct path from unnest(p.unit_paths || excluded.unit_paths) path)
                returning (xmax = 0)::int
                """)
                .param("arrival", arrival.getEpochSecond() * 1_000_000 + arrival.getNano() / 1_000)
                .params(Map.ofEntries(
                        Map.entry("waybills", Columns.texts(rows, row -> row.registration().waybill())),
                        Map.entry("products", Columns.texts(rows, row -> row.registration().product())),
                        Map.entry("promisedAts", Columns.instants(rows, row -> row.registration().promisedAt())),
                        Map.entry("origins", Columns.texts(rows, row -> row.registration().originSite())),
                        Map.entry("destinations", Columns.texts(rows, row -> row.registration().destinationSite())),
                        Map.entry("weights", Columns.ints(rows, row -> row.registration().weightGrams())),
                        Map.entry("values", Columns.longs(rows, row -> row.registration().declaredValueFen())),
                        Map.entry("senderDivisions",
                                Columns.texts(rows, row -> row.registration().sender().divisionCode())),
                        Map.entry("recipientDivisions", Columns.texts(rows, Placed::recipientDivision)),
                        Map.entry("wishes", Columns.texts(rows, row -> name(row.registration().deliveryWish()))),
                        Map.entry("paths", Columns.texts(rows, row -> String.join(" ", row.paths())))))
                .params(party("sender", rows, Registration::sender))
                .params(party("recipient", rows, Registration::recipient))
                .query(Integer.class)
                .list()
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** A parcel that is registered, and the sites of its ends that are known. */
    record Ends(String waybill, List<String> sites) {}

    /** The ends of those that are registered. */
    List<Ends> ends(Collection<String> waybills) {
        return jdbc.sql("""
                select waybill, array_to_string(array[origin_site, destination_site], ' ') as sites from parcel.parcel
                where waybill = any (:waybills) and (origin_site is not null or destination_site is not null)
                """)
                .param("waybills", waybills.toArray(String[]::new))
                .query((row, _) -> new Ends(row.getString("waybill"), List.of(row.getString("sites").split(" "))))
                .list();
    }

    private static @Nullable String name(@Nullable DeliveryMode mode) {
        return mode == null ? null : mode.name();
    }

    private Map<String, SqlTypeValue> party(String end, List<Placed> rows, Function<Registration, Party> of) {
        return Map.of(
                end + "Names", sealed(end + ".name", rows, of, Party::name),
                end + "Phones", sealed(end + ".phone", rows, of, Party::phone),
                end + "Addresses", sealed(end + ".address", rows, of, Party::address),
                end + "Indexes",
                Columns.bytes(rows, row -> personalData.phoneIndex(of.apply(row.registration()).phone())));
    }

    private SqlTypeValue sealed(String field, List<Placed> rows, Function<Registration, Party> of,
            Function<Party, @Nullable String> value) {
        return Columns.bytes(rows,
                row -> personalData.seal("parcel." + field, value.apply(of.apply(row.registration()))));
    }
}
