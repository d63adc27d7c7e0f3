package io.waypost.app.money;

import static io.waypost.app.testing.Until.until;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.money.DifferenceStore.Kind;
import io.waypost.app.testing.Organisation;
import io.waypost.core.ledger.PayoutState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A payout of a unit, seen by those who reach it; the books, files and differences, which are the headquarters' alone. */
@Fixture
class MoneyAccess implements AccessFixture {

    private static final String PAYOUTS = "/api/v1/payouts";
    private static final String BATCHES = PAYOUTS + "/batches";
    private static final String DAYS = PAYOUTS + "/reconciliations";
    private static final String ACCOUNT = "/api/v1/ledger/accounts/{kind}/{owner}";

    private final Books books;
    private final Payouts payouts;
    private final PayoutRunner runner;
    private final PayoutStore store;
    private final PayoutBatchDesk desk;
    private final DifferenceStore differences;
    private final Organisation organisation;
    private final Clock clock;

    MoneyAccess(Books books, Payouts payouts, PayoutRunner runner, PayoutStore store, PayoutBatchDesk desk,
            DifferenceStore differences, Organisation organisation, Clock clock) {
        this.books = books;
        this.payouts = payouts;
        this.runner = runner;
        this.store = store;
        this.desk = desk;
        this.differences = differences;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<Request> about(String unitCode) {
        var batched = taken(unitCode);
        var batch = books.in(desk::make);
        var waiting = taken(unitCode);
        var key = Books.fresh("key");
        var found = books.in(() -> {
            differences.add(BankFileGateway.NAME, Kind.MISSING_HERE, key, LocalDate.of(2026, 11, 1), null, null, 5L,
                    clock.instant());
            return differences.list(true, null, null, 50).stream().filter(one -> one.key().equals(key)).findFirst()
                    .orElseThrow();
        });
        var result = "key,amount,result,reason\n%s,5.00,PAID,\n".formatted(PayoutKey.of(batched));
        return List.of(Request.get(PAYOUTS + "/{id}", waiting),
                Request.get(PAYOUTS, "").sharedByAll(),
                Request.get(BATCHES, "").byHeadquarters(),
                Request.of(POST, BATCHES, "", "{}").byHeadquarters(),
                Request.get(BATCHES + "/{id}/file", batch.id()).byHeadquarters(),
                Request.upload(BATCHES + "/{id}/result", batch.id(), file(result)).byHeadquarters(),
                Request.get(DAYS + "/differences", "").byHeadquarters(),
                Request.of(POST, DAYS + "/differences/{id}/settle", found.id(),
                        "{\"verdict\":\"NOTED\",\"words\":\"试\"}").byHeadquarters(),
                new Request(POST, DAYS + "/statements", DAYS + "/statements?day=2026-11-01", null,
                        Optional.of(file("key,amount\n%s,5.00\n".formatted(key))), Foreign.HEADQUARTERS),
                Request.get(DAYS, "").byHeadquarters(),
                Request.get("/api/v1/ledger/accounts", "").byHeadquarters(),
                new Request(GET, ACCOUNT, "/api/v1/ledger/accounts/BANK/-", null, Optional.empty(),
                        Foreign.HEADQUARTERS),
                Request.get("/api/v1/ledger/check", "").byHeadquarters());
    }

    private UUID taken(String unitCode) {
        var claim = books.accepted(500);
        var id = books.in(() -> payouts.order(new PayoutOrder("claim/" + claim, 500, claim,
                new Payee(Payee.Way.BANK_CARD, "6222020200112233445", "张小明"), "理赔款", organisation.path(unitCode))));
        // By whoever is quicker: this test, or the platform's own thread.
        until(() -> {
            Acting.as(new Actor.Internal("test"), () -> runner.runDue(clock.instant()));
            return books.in(() -> store.find(id)).orElseThrow().payout().state() == PayoutState.TAKEN;
        });
        return id;
    }

    private static Upload file(String csv) {
        return new Upload(Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
