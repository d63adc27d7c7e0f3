package io.waypost.app.money;

import io.waypost.core.ledger.PayoutAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever moves the money (打款通道). Called outside of any transaction, by many threads; a call ends within a minute. A key is paid once,
 * however often it is sent.
 */
interface PayoutGateway {

    /** A name that never changes: payouts remember it. */
    String name();

    /** Hands it over. */
    PayoutAnswer send(Transfer transfer);

    /** Asks what became of it. */
    PayoutAnswer ask(Transfer transfer);

    /** What was paid on a day of Shanghai (对账单); empty while there is no statement yet. */
    Optional<List<StatementLine>> statement(LocalDate day);

    /**
     * What is to be paid.
     *
     * @param id the payout, from which its key is made
     * @param fen above zero
     */
    record Transfer(UUID id, long fen, Payee payee, String remark) {

        /** Under what name the gateway knows it: 32 letters and digits. */
        String key() {
            return PayoutKey.of(id);
        }
    }

    /**
     * A payment of a statement.
     *
     * @param key what the gateway knows it by
     */
    record StatementLine(String key, long fen) {}
}
