package io.waypost.app.liability;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.AccountStatements;
import io.waypost.app.money.AccountStatements.AccountStatement;
import io.waypost.app.money.Ledger;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The statement of a unit's accounts (网点对账单): what is held from it and what it owes, out of the ledger itself. */
@Component
class UnitStatements {

    private static final int MOST = 5_000;

    private final AccountStatements statements;
    private final Ledger ledger;
    private final Network network;

    UnitStatements(AccountStatements statements, Ledger ledger, Network network) {
        this.statements = statements;
        this.ledger = ledger;
        this.network = network;
    }

    /**
     * What a unit's two accounts hold.
     *
     * @param provisionalFen held while it may still object (暂扣)
     * @param receivableFen owed for good (应收)
     */
    record Holdings(long provisionalFen, long receivableFen) {}

    /**
     * A line.
     *
     * @param claimNumber of the charge; null for what has nothing to do with a claim
     * @param fen above zero what the unit is charged
     */
    record StatementLine(Instant at, AccountKind account, String reference, String note, @Nullable String claimNumber,
            long fen) {}

    /**
     * The statement.
     *
     * @param now what the ledger says that the accounts hold now, however long ago the period was
     */
    record UnitStatement(UnitRef unit, LocalDate from, LocalDate to, Holdings opening, List<StatementLine> lines,
            Holdings closing, Holdings now) {}

    @Transactional(readOnly = true)
    public UnitStatement of(@Nullable String unitCode, Days days) {
        var unit = network.reached(unitCode);
        var held = read(AccountKind.UNIT_PROVISIONAL, unit.code(), days);
        var owed = read(AccountKind.UNIT_RECEIVABLE, unit.code(), days);
        var lines = new ArrayList<StatementLine>();
        lines(held, lines);
        lines(owed, lines);
        lines.sort(Comparator.comparing(StatementLine::at));
        return new UnitStatement(unit.ref(), days.from(), days.to(),
                new Holdings(held.openingFen(), owed.openingFen()), lines,
                new Holdings(held.closingFen(), owed.closingFen()),
                new Holdings(ledger.balance(held.account()), ledger.balance(owed.account())));
    }

    private AccountStatement read(AccountKind kind, String unit, Days days) {
        try {
            return statements.of(Account.of(kind, unit), days.start(), days.end(), MOST);
        } catch (IllegalArgumentException tooMany) {
            throw Refusal.invalid("to", days.to(), "TOO_MANY",
                    "More than %d lines; ask for fewer days.".formatted(MOST));
        }
    }

    private static void lines(AccountStatement statement, List<StatementLine> lines) {
        statement.lines().forEach(line -> lines.add(new StatementLine(line.at(), statement.account().kind(),
                line.reference(), line.note(), claim(line.reference()), line.fen())));
    }

    /** References of charges read liability/NUMBER/what. */
    private static @Nullable String claim(String reference) {
        var parts = reference.split("/", -1);
        return parts.length == 3 && parts[0].equals("liability") ? parts[1] : null;
    }
}
