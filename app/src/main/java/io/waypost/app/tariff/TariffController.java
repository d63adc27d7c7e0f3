package io.waypost.app.tariff;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.tariff.Tariff;
import io.waypost.core.tariff.TariffCheck;
import io.waypost.core.tariff.TariffFlaw;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tariffs")
class TariffController {

    /** The most versions of a list. */
    private static final int MOST = 200;
    private static final int MOST_DAYS = 366;

    private final TariffDesk desk;
    private final TariffStore store;
    private final AdviceStore advice;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TariffController(TariffDesk desk, TariffStore store, AdviceStore advice, Clock clock,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.store = store;
        this.advice = advice;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * One version.
     *
     * @param mine whether whoever asks wrote in it, and so may not approve it
     */
    record TariffRow(int version, KeptTariff.State state, boolean inForce, String note, String author, boolean mine,
            Instant madeAt, @Nullable Instant effectiveFrom, @Nullable String approvedBy, @Nullable String dropped,
            int revision) {}

    /** All versions, the newest first. */
    record TariffList(@Nullable Integer inForce, List<TariffRow> items) {}

    /** One version whole, with everything that is still wrong in it. */
    record TariffView(TariffRow row, Tariff body, List<TariffFlaw> flaws) {}

    /** How often the advice of each rule was given and taken in so many days. */
    record AdviceNumbers(int days, List<AdviceStore.AdviceCount> rules) {}

    record TariffBegin(int from, @NotNull String note) {}

    record TariffSave(int revision, @NotNull String note, @NotNull Tariff body) {}

    record TariffApprove(int revision, @Nullable Instant from) {}

    record TariffDrop(int revision, @NotNull String reason) {}

    @GetMapping
    TariffList list() {
        var now = inForce();
        return new TariffList(now, store.list(MOST).stream().map(one -> row(one, now)).toList());
    }

    @GetMapping("/advice")
    AdviceNumbers advice(@RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("days", days, "OUT_OF_RANGE", "Between 1 and %d.".formatted(MOST_DAYS));
        }
        var since = clock.instant().minus(Duration.ofDays(days));
        return new AdviceNumbers(days, Objects.requireNonNull(transaction.execute(_ -> advice.counts(since))));
    }

    @GetMapping("/{version}")
    TariffView get(@PathVariable int version) {
        var kept = desk.kept(version);
        return new TariffView(row(kept, inForce()), kept.body(), TariffCheck.flaws(kept.body()));
    }

    @PostMapping
    TariffView begin(@RequestBody @Valid TariffBegin body) {
        return get(desk.begin(body.from(), body.note()));
    }

    @PutMapping("/{version}")
    TariffView save(@PathVariable int version, @RequestBody @Valid TariffSave body) {
        desk.save(version, body.revision(), body.body(), body.note());
        return get(version);
    }

    @PostMapping("/{version}/approve")
    TariffView approve(@PathVariable int version, @RequestBody @Valid TariffApprove body) {
        desk.approve(version, body.revision(), body.from());
        return get(version);
    }

    @PostMapping("/{version}/drop")
    TariffView drop(@PathVariable int version, @RequestBody @Valid TariffDrop body) {
        desk.drop(version, body.revision(), body.reason());
        return get(version);
    }

    private @Nullable Integer inForce() {
        return store.inForce(clock.instant()).orElse(null);
    }

    private static TariffRow row(KeptTariff kept, @Nullable Integer inForce) {
        var hand = Acting.hand();
        return new TariffRow(kept.version(), kept.state(), Integer.valueOf(kept.version()).equals(inForce), kept.note(),
                kept.author(), hand != null && kept.editors().contains(hand), kept.madeAt(), kept.effectiveFrom(),
                kept.approvedBy(), kept.dropped(), kept.revision());
    }
}
