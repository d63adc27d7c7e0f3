package io.waypost.app.claim;

import io.waypost.app.access.Fixture;
import io.waypost.app.claim.ClaimController.ClaimEnter;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Rows;
import io.waypost.app.money.Ledger;
import io.waypost.app.money.Payee;
import io.waypost.app.money.PayoutSettled;
import io.waypost.app.parcel.Registry;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Fees;
import io.waypost.core.claim.ClaimFacts.Worth;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.Evidence;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Parcels that were lost on their way from Tianhe to Dongcheng, and claims about them. */
@Fixture
public class ClaimScene {

    /** A card number that is nobody's and has the right check digit. */
    static final String CARD = "6222020000000000000";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> UNDER_WAY = Set.of("SENDING", "TAKEN", "UNKNOWN");

    final ClaimEntry entry;
    final ClaimDesk desk;
    final CaseStore store;
    final ClaimViews views;
    private final Organisation organisation;
    private final Registry registry;
    private final ScanIntake intake;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    ClaimScene(ClaimEntry entry, ClaimDesk desk, CaseStore store, ClaimViews views, Organisation organisation,
            Registry registry, ScanIntake intake, ApplicationEventPublisher events, TransactionTemplate transaction,
            JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.entry = entry;
        this.desk = desk;
        this.store = store;
        this.views = views;
        this.organisation = organisation;
        this.registry = registry;
        this.intake = intake;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A parcel of a sender whose phone ends in these digits, picked up five days ago and not seen since. */
    String lost(String phone, String origin) {
        return lost(phone, origin, null);
    }

    String lost(String phone, String origin, @Nullable Long declaredFen) {
        return lost(phone, origin, declaredFen, Organisation.DONGCHENG);
    }

    /** One that never leaves the unit's own region. */
    String lostAt(String phone, String unit) {
        return lost(phone, unit, null, unit);
    }

    private String lost(String phone, String origin, @Nullable Long declaredFen, String destination) {
        var waybill = "YT92%011d".formatted(NUMBERS.incrementAndGet());
        var posted = clock.instant().minus(Duration.ofDays(5));
        Acting.as(new Actor.Internal("test"), () -> {
            registry.register(List.of(new Registration(waybill, "标准快递", posted.plus(Duration.ofDays(3)), origin,
                    destination, 900, declaredFen, new Party("张小明", phone, "440106", "天河路 1 号"),
                    new Party("李四", "139%08d".formatted(NUMBERS.get()), "110101", "东城路 2 号"))), posted);
            intake.take(List.of(Scan.of(waybill, ScanType.PICKED_UP, posted, origin)), "test", posted);
        });
        return waybill;
    }

    static CaseFacts facts(ClaimKind kind, long claimedFen, @Nullable Long provenFen, Evidence... evidence) {
        var shown = EnumSet.noneOf(Evidence.class);
        shown.addAll(List.of(evidence));
        return new CaseFacts(kind, null, new Worth(null, claimedFen, provenFen, false, List.of(), 0),
                new Fees(1_000, 0, List.of(), false), Extent.UNKNOWN, null, false, List.of(), null, shown);
    }

    /** What a loss is proven with. */
    static CaseFacts loss(long fen) {
        return facts(ClaimKind.LOSS, fen, fen, Evidence.NOT_RECEIVED, Evidence.VALUE_PROOF, Evidence.IDENTITY);
    }

    Actor.Person somebody(String unit, Permission... more) {
        var permissions = EnumSet.of(Permission.CLAIM_READ, Permission.CLAIM_OPEN, Permission.CLAIM_EXAMINE,
                Permission.PARCEL_READ, Permission.ATTACHMENT_READ, Permission.ATTACHMENT_WRITE);
        permissions.addAll(List.of(more));
        return organisation.actor(unit, permissions.toArray(Permission[]::new));
    }

    /** A claim that somebody of the region wrote down. */
    UUID entered(Actor.Person by, String waybill, CaseFacts what) {
        return Acting.as(by, () -> entry.enter(new ClaimEnter(waybill, true, what, "运动鞋", "一直没有收到")));
    }

    /** The number of a claim that the recipient makes for a loss of 90 yuan. */
    public String claimed(String waybill) {
        var clerk = somebody(Organisation.HEADQUARTERS);
        return kept(Acting.as(clerk,
                () -> entry.enter(new ClaimEnter(waybill, false, loss(9_000), "运动鞋", "一直没有收到")))).number();
    }

    /** The same with an account to pay to, which somebody else named, so that one examiner is enough. */
    UUID payable(Actor.Person by, String waybill, CaseFacts what, String account) {
        var id = entered(by, waybill, what);
        Acting.as(Actor.Internal.FOR_CUSTOMER, () -> desk.payee(id, new Payee(Payee.Way.ALIPAY, account, "张小明")));
        return id;
    }

    int version(UUID id) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> store.find(id).orElseThrow().version())));
    }

    KeptClaim kept(UUID id) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> store.find(id).orElseThrow())));
    }

    /** What the claimant does not have yet, whether or not the platform's own thread has sent it to the bank by now. */
    long unpaid(UUID id) {
        var number = kept(id).number();
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> {
            long sent = jdbc.sql("select fen, state from money.payout where claim = :number for update")
                    .param("number", number)
                    .query((row, _) -> UNDER_WAY.contains(Rows.text(row, "state")) ? row.getLong("fen") : 0L).list()
                    .stream().mapToLong(Long::longValue).sum();
            return sent - ledger.balance(Account.of(AccountKind.CLAIM_PAYABLE, number));
        })));
    }

    /** The gateway says how the payout ended. */
    void settle(UUID id, boolean isPaid) {
        var claim = kept(id);
        var reference = ClaimPayments.reference(claim.number(), claim.money().payouts());
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> {
            // The platform's own thread may have sent it to the bank by now; then what is on its way comes back.
            var sent = jdbc.sql("select state <> 'ORDERED' from money.payout where reference = :reference for update")
                    .param("reference", reference).query((row, _) -> row.getBoolean(1)).single();
            var gateway = jdbc.sql("select gateway from money.payout where reference = :reference")
                    .param("reference", reference).query((row, _) -> Rows.text(row, "gateway")).single();
            if (sent && !isPaid) {
                ledger.book(Booking.move(reference + "/back", "It came back.",
                        Account.of(AccountKind.CLAIM_PAYABLE, claim.number()),
                        Account.of(AccountKind.IN_TRANSIT, gateway), claim.settlement().proposedFen()));
            }
            jdbc.sql("update money.payout set state = :state, due_at = null where reference = :reference")
                    .param("state", isPaid ? "PAID" : "FAILED").param("reference", reference).update();
            events.publishEvent(new PayoutSettled(reference, isPaid, isPaid ? null : "户名不符", clock.instant()));
        }));
    }
}
