package io.waypost.app.claim;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.version.RuleVersionRow;
import io.waypost.app.version.Version;
import io.waypost.core.claim.ClaimVerdict;
import io.waypost.core.claim.Explanation;
import io.waypost.core.claim.StandardComparison;
import io.waypost.core.claim.StandardComparison.Past;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the claim standard and its policy. */
@RestController
@RequestMapping("/api/v1/claim-standards")
class ClaimBookController {

    private static final int MOST_DAYS = 366;
    private static final int MOST_PAST = 5_000;
    private static final int MOST_SHOWN = 100;

    private final ClaimBooks books;
    private final CaseStore store;
    private final Clock clock;

    ClaimBookController(ClaimBooks books, CaseStore store, Clock clock) {
        this.books = books;
        this.store = store;
        this.clock = clock;
    }

    /** All versions, the newest first. */
    record ClaimStandardList(List<RuleVersionRow> items) {}

    /** One version whole, with everything that is still wrong in it. */
    record ClaimStandardView(RuleVersionRow row, ClaimBook body, List<Refusal.Field> flaws) {}

    record ClaimStandardBegin(int from, @NotNull String note) {}

    record ClaimStandardSave(int revision, @NotNull String note, @NotNull @Valid ClaimBook body) {}

    record ClaimStandardApprove(int revision, @Nullable Instant from) {}

    record ClaimStandardDrop(int revision, @NotNull String reason) {}

    /**
     * What a version would have made of past claims, beside the one in force.
     *
     * @param claims how many were computed anew
     * @param quickBefore how many of them could have been paid at once by amount; {@code quickAfter} by the new one
     * @param changed the cases that come to something else, the greatest difference first
     */
    record ClaimTrial(int days, int claims, long beforeFen, long afterFen, int gain, int lose, int same, int untold,
            int quickBefore, int quickAfter, List<ClaimTrialCase> changed) {}

    /** One past claim under both. */
    record ClaimTrialCase(String number, long beforeFen, long afterFen, String beforeRule, String afterRule) {}

    @GetMapping
    ClaimStandardList list() {
        return new ClaimStandardList(books.versions().rows());
    }

    @GetMapping("/{version}")
    ClaimStandardView get(@PathVariable int version) {
        return view(books.versions().get(version));
    }

    @PostMapping
    ClaimStandardView begin(@RequestBody @Valid ClaimStandardBegin body) {
        return get(books.versions().begin(body.from(), body.note()));
    }

    @PutMapping("/{version}")
    ClaimStandardView save(@PathVariable int version, @RequestBody @Valid ClaimStandardSave body) {
        books.versions().save(version, body.revision(), body.body(), body.note());
        return get(version);
    }

    @PostMapping("/{version}/approve")
    ClaimStandardView approve(@PathVariable int version, @RequestBody @Valid ClaimStandardApprove body) {
        books.versions().approve(version, body.revision(), body.from());
        return get(version);
    }

    @PostMapping("/{version}/drop")
    ClaimStandardView drop(@PathVariable int version, @RequestBody @Valid ClaimStandardDrop body) {
        books.versions().drop(version, body.revision(), body.reason());
        return get(version);
    }

    /** Computes the claims of the last days anew, as the actor sees them. */
    @GetMapping("/{version}/trial")
    @Transactional(readOnly = true)
    public ClaimTrial trial(@PathVariable int version, @RequestParam(defaultValue = "90") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("days", days, "OUT_OF_RANGE", "Between 1 and %d.".formatted(MOST_DAYS));
        }
        var tried = books.versions().get(version).body();
        var now = books.now().body();
        var past = store.facts(clock.instant().minus(Duration.ofDays(days)), MOST_PAST);
        var compared = StandardComparison.of(now.standard(), tried.standard(),
                past.stream().map(one -> new Past(one.number(), one.facts())).toList());
        var changed = compared.cases().stream().filter(one -> one.told() && one.differenceFen() != 0)
                .sorted((one, other) -> Long.compare(Math.abs(other.differenceFen()), Math.abs(one.differenceFen())))
                .limit(MOST_SHOWN)
                .map(one -> new ClaimTrialCase(one.id(), one.before().amountFen(), one.after().amountFen(),
                        rule(one.before().explanation()), rule(one.after().explanation())))
                .toList();
        int quickBefore = quick(compared, false, now.policy().quickFen());
        int quickAfter = quick(compared, true, tried.policy().quickFen());
        return new ClaimTrial(days, past.size(), compared.beforeFen(), compared.afterFen(), compared.gain(),
                compared.lose(), compared.same(), compared.untold(), quickBefore, quickAfter, changed);
    }

    private static int quick(StandardComparison compared, boolean isAfter, long limit) {
        return (int) compared.cases().stream().map(one -> isAfter ? one.after() : one.before())
                .filter(one -> one.verdict() == ClaimVerdict.OWED || one.verdict() == ClaimVerdict.MORE_EVIDENCE)
                .filter(one -> one.amountFen() > 0 && one.amountFen() <= limit).count();
    }

    private static String rule(Explanation explanation) {
        return explanation.children().isEmpty() ? explanation.rule() : explanation.children().getFirst().rule();
    }

    private ClaimStandardView view(Version<ClaimBook> kept) {
        return new ClaimStandardView(books.versions().row(kept), kept.body(), ClaimBooks.flaws(kept.body()));
    }
}
