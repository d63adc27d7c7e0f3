package io.waypost.app.parcel;

import io.waypost.app.kernel.Columns;
import io.waypost.core.consent.Consent;
import io.waypost.core.consent.ConsentChannel;
import io.waypost.core.consent.DeliveryMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on what recipients agreed to. */
@Repository
class ConsentStore {

    /** A consent and the parcel that it is about. */
    record Given(String waybill, Consent consent) {}

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps them beside those from before; the same one said again changes only how it was given. */
    void add(Collection<Given> consents) {
        jdbc.sql("""
                insert into parcel.consent (waybill, mode, at, channel)
                select waybill, mode, parcel.instant(at), channel
                from unnest(:waybills::text[], :modes::text[], :ats::int8[], :channels::text[]) as n (waybill, mode, at, channel)
                order by waybill, mode, at
                on conflict (waybill, mode, at) do update set channel = excluded.channel
                """)
                .param("waybills", Columns.texts(consents, Given::waybill))
                .param("modes", Columns.texts(consents, given -> given.consent().mode().name()))
                .param("ats", Columns.instants(consents, given -> given.consent().at()))
                .param("channels", Columns.texts(consents, given -> given.consent().channel().name()))
                .update();
    }

    /** What was agreed to about a parcel, oldest first. */
    List<Consent> of(String waybill) {
        return jdbc.sql("select mode, at, channel from parcel.consent where waybill = :waybill order by at, mode")
                .param("waybill", waybill)
                .query((row, _) -> new Consent(DeliveryMode.valueOf(row.getString("mode")),
                        Objects.requireNonNull(ProgressStore.instant(row, "at")),
                        ConsentChannel.valueOf(row.getString("channel"))))
                .list();
    }
}
