package io.waypost.app.appeal;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the tickets of a parcel. The one place that looks into another feature's schema: tickets do not tell yet which there were
 * about a parcel; once they do, this asks them.
 */
@Component
class TicketCases implements EarlierCases {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    TicketCases(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    @Override
    public List<Case> of(String waybill) {
        return Acting.as(new Actor.Internal("appeals"), () -> apart.execute(_ -> jdbc.sql("""
                select id, number, opened_at, closed_at from ticket.ticket
                where waybill = :waybill and kind <> 'SILENT_PARCEL' order by opened_at desc limit :most
                """).param("waybill", waybill).param("most", MOST)
                .query((row, _) -> new Case(row.getObject("id", UUID.class), row.getString("number"),
                        AppealColumns.instant(row, "opened_at"), AppealColumns.instantOrNull(row, "closed_at")))
                .list()));
    }
}
