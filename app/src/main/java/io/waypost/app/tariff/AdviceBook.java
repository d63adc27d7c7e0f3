package io.waypost.app.tariff;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.parcel.SentParcels;
import io.waypost.core.tariff.Advice;
import io.waypost.core.tariff.AdviceOutcome;
import io.waypost.core.tariff.Product;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps advice before sending for a week, then looks at what its receiver sent, and forgets who that was (B4). */
@Service
class AdviceBook implements AdviceGiven, DueWork {

    /** How long after an advice something may be sent by it. */
    static final Duration WAITED = Duration.ofDays(7);

    /** The farthest that its numbers look back. */
    private static final Duration SHOWN = Duration.ofDays(367);
    private static final int BATCH = 200;
    private static final int SENT = 50;

    private final AdviceStore store;
    private final SentParcels sent;
    private final Tariffs tariffs;
    private final PersonalData personalData;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AdviceBook(AdviceStore store, SentParcels sent, Tariffs tariffs, PersonalData personalData, Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.sent = sent;
        this.tariffs = tariffs;
        this.personalData = personalData;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void note(Advice advice, AdviceChannel channel, @Nullable String phone, String unitPath) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var index = AdviceOutcome.visible(advice) ? personalData.phoneIndex(phone) : null;
        transaction.executeWithoutResult(
                _ -> store.add(Ids.next(now), now, channel, unitPath, advice, productName(advice, now), index));
    }

    private @Nullable String productName(Advice advice, Instant now) {
        var product = advice.product();
        return product == null
                ? null
                : tariffs.at(now).flatMap(held -> held.body().product(product)).map(Product::name).orElse(null);
    }

    @Override
    public String name() {
        return "advice-outcomes";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> store.oldest().map(at -> at.plus(WAITED))));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var due = store.claim(now.minus(WAITED).plusNanos(1_000), BATCH);
            for (var one : due) {
                var parcels = sent.sentBy(HexFormat.of().parseHex(one.phone()), one.at(), one.at().plus(WAITED), SENT)
                        .stream()
                        .map(parcel -> new AdviceOutcome.Sent(parcel.product(), parcel.declaredValueFen())).toList();
                store.settle(one.id(), AdviceOutcome.of(one.insure(), one.product(), one.productName(), parcels));
            }
            store.forget(now.minus(SHOWN));
            return due.size();
        }));
    }
}
