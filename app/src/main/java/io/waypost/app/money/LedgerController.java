package io.waypost.app.money;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.LedgerReadStore.AccountRow;
import io.waypost.app.money.LedgerReadStore.PostingRow;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as people of the headquarters see it. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    /** In the path, the owner of an account that has none. */
    static final String NOBODY = "-";

    private final LedgerReadStore store;
    private final LedgerStore ledger;
    private final ReconciliationStore reconciliation;

    LedgerController(LedgerReadStore store, LedgerStore ledger, ReconciliationStore reconciliation) {
        this.store = store;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
    }

    /** An account with a page of its lines, the newest first. */
    record AccountView(AccountRow account, Page<PostingRow> postings) {}

    /**
     * The ledger held against itself.
     *
     * @param isSound whether everything is as it must be
     * @param fen what all lines sum to; zero where it is sound
     * @param unbalanced transactions that do not balance, some of them
     * @param wronglyMarked accounts whose mark is not the sum of its lines, some of them
     * @param overpaid claims of which more was paid than was owed, some of them
     * @param inTransit gateways whose account of what is on its way is not the sum of the payouts that are
     */
    record LedgerCheck(boolean isSound, long transactions, long lines, long fen, List<UUID> unbalanced,
            List<Account> wronglyMarked, List<Account> overpaid, List<ReconciliationStore.Gap> inTransit) {}

    @GetMapping("/accounts")
    @Transactional(readOnly = true)
    Page<AccountRow> accounts(@RequestParam(required = false) @Nullable AccountKind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Headquarters.only();
        int most = Page.limit(limit);
        var parts = Cursor.read(cursor, 2);
        var after = parts.isEmpty()
                ? null
                : Cursor.value(parts.getFirst(), name -> Account.of(AccountKind.valueOf(name), parts.getLast()),
                        cursor);
        var found = store.accounts(kind, after, most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(shown.getLast().kind(), shown.getLast().owner()) : null;
        return new Page<>(shown, next, null);
    }

    @GetMapping("/accounts/{kind}/{owner}")
    @Transactional(readOnly = true)
    AccountView account(@PathVariable AccountKind kind, @PathVariable String owner,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Headquarters.only();
        var account = read(kind, owner.equals(NOBODY) ? "" : owner);
        long id = store.account(account).orElseThrow(() -> Refusal.notFound("account", kind + " " + owner));
        int most = Page.limit(limit);
        var parts = Cursor.read(cursor, 2);
        var order = parts.isEmpty() ? null : Cursor.value(parts.getFirst(), LedgerController::order, cursor);
        long number = parts.isEmpty() ? 0 : Cursor.value(parts.getLast(), Long::parseLong, cursor);
        var found = store.postings(id, order, number, most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(shown.getLast().order(), shown.getLast().number()) : null;
        return new AccountView(new AccountRow(kind, kind.chinese(), account.owner(), ledger.balance(account)),
                new Page<>(shown, next, null));
    }

    @GetMapping("/check")
    @Transactional(readOnly = true)
    LedgerCheck check() {
        Headquarters.only();
        var totals = store.totals();
        var unbalanced = store.unbalanced();
        var marks = store.wronglyMarked();
        var overpaid = store.overpaid();
        var gaps = reconciliation.gaps();
        boolean sound = totals.fen() == 0 && unbalanced.isEmpty() && marks.isEmpty() && overpaid.isEmpty()
                && gaps.isEmpty();
        return new LedgerCheck(sound, totals.transactions(), totals.lines(), totals.fen(), unbalanced, marks, overpaid,
                gaps);
    }

    private static Account read(AccountKind kind, String owner) {
        try {
            return Account.of(kind, owner);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.invalid("owner", owner, "NO_ACCOUNT",
                    kind.owned() ? "Say whose account it is." : "There is one of these: use %s.".formatted(NOBODY));
        }
    }

    private static String order(String text) {
        return Long.toUnsignedString(Long.parseUnsignedLong(text));
    }
}
