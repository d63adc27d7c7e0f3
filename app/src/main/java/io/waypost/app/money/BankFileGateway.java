package io.waypost.app.money;

import io.waypost.core.ledger.PayoutAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bank that takes files (银企批量代发文件). Sending puts a payout among those that wait for the next batch; what became of it the bank says in
 * a file that finance staff bring back, and what it paid in a statement that they bring too.
 */
final class BankFileGateway implements PayoutGateway {

    static final String NAME = "bank-file";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PayoutAnswer send(Transfer transfer) {
        return new PayoutAnswer.Taken();
    }

    @Override
    public PayoutAnswer ask(Transfer transfer) {
        return new PayoutAnswer.Taken();
    }

    @Override
    public Optional<List<StatementLine>> statement(LocalDate day) {
        return Optional.empty();
    }
}
