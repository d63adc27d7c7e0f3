package io.waypost.app.claim;

import io.waypost.app.claim.ClaimDesk.Reply;
import io.waypost.app.claim.ClaimDesk.Shown;
import io.waypost.app.claim.ClaimLists.ClaimCounts;
import io.waypost.app.claim.ClaimLists.ClaimQueue;
import io.waypost.app.claim.ClaimViews.ClaimRow;
import io.waypost.app.claim.ClaimViews.ClaimView;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Payee;
import io.waypost.app.parcel.Consignments;
import io.waypost.core.claim.Assessment;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.Evidence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims for staff. Each step names the version that it was decided on, and answers with the claim as it is then. */
@RestController
@RequestMapping("/api/v1/claims")
class ClaimController {

    private static final int MOST_FILES = 30;

    private final ClaimDesk desk;
    private final ClaimEntry entry;
    private final ClaimViews views;
    private final ClaimLists lists;
    private final ClaimFigures figures;
    private final Assessing assessing;
    private final Consignments parcels;

    ClaimController(ClaimDesk desk, ClaimEntry entry, ClaimViews views, ClaimLists lists, ClaimFigures figures,
            Assessing assessing, Consignments parcels) {
        this.desk = desk;
        this.entry = entry;
        this.views = views;
        this.lists = lists;
        this.figures = figures;
        this.assessing = assessing;
        this.parcels = parcels;
    }

    /**
     * A claim that somebody of us writes down.
     *
     * @param sender whether it is the sender's, else the recipient's
     */
    record ClaimEnter(@NotNull String waybill, boolean sender, @NotNull @Valid CaseFacts what, @Nullable String goods,
            @Nullable String story) {}

    /** What would be owed, without a claim; {@code waybill} null for a case that is only thought of. */
    record ClaimTry(@Nullable String waybill, @NotNull @Valid CaseFacts what) {}

    record ClaimFactsStep(int version, @NotNull @Valid CaseFacts what, @Nullable String goods) {}

    record ClaimPlainStep(int version) {}

    record ClaimWordsStep(int version, @Nullable String words) {}

    record ClaimQuickStep(int version, @Nullable Long provenFen) {}

    record ClaimProposeStep(int version, @Nullable Long fen, @Nullable String words) {}

    record ClaimReplyStep(int version, @Nullable Reply reply, @Nullable Long fen, @Nullable String words) {}

    /** Files by what they show. */
    record ClaimShown(@NotNull Evidence evidence, @NotNull List<@NotNull UUID> files) {}

    record ClaimEvidenceStep(@NotNull List<@NotNull @Valid ClaimShown> shown, @Nullable String words) {}

    record ClaimPayeeStep(Payee.@Nullable Way way, @Nullable String account, @Nullable String name) {}

    record ClaimUnmask(@NotNull String field, @Nullable String reason) {}

    record ClaimUnmasked(String value) {}

    @GetMapping
    Page<ClaimRow> list(@RequestParam(defaultValue = "TO_EXAMINE") ClaimQueue view,
            @RequestParam(required = false) @Nullable ClaimKind kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(new ClaimLists.Asked(view, kind, unit, text), cursor, limit);
    }

    @GetMapping("/counts")
    ClaimCounts counts() {
        return lists.counts();
    }

    @GetMapping("/figures")
    ClaimFigures.ClaimFiguresView figures(@RequestParam(defaultValue = "30") int days) {
        return figures.of(days);
    }

    @GetMapping("/{id}")
    ClaimView get(@PathVariable UUID id) {
        return views.view(id);
    }

    @PostMapping
    ClaimView enter(@RequestBody @Valid ClaimEnter body) {
        return views.view(entry.enter(body));
    }

    @PostMapping("/assess")
    Assessment assess(@RequestBody @Valid ClaimTry body) {
        var waybill = body.waybill();
        var parcel = waybill == null || waybill.isBlank()
                ? Optional.<Consignments.Consignment>empty()
                : Optional.of(parcels.find(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill)));
        return assessing.of(body.what(), parcel).assessment();
    }

    @PostMapping("/{id}/unmask")
    ClaimUnmasked unmask(@PathVariable UUID id, @RequestBody @Valid ClaimUnmask body) {
        return new ClaimUnmasked(views.unmask(id, body.field(), body.reason()));
    }

    @PostMapping("/{id}/take")
    ClaimView take(@PathVariable UUID id, @RequestBody ClaimPlainStep step) {
        desk.take(id, step.version());
        return views.view(id);
    }

    @PutMapping("/{id}/facts")
    ClaimView facts(@PathVariable UUID id, @RequestBody @Valid ClaimFactsStep step) {
        desk.facts(id, step.version(), step.what(), ClaimWords.goods(step.goods()));
        return views.view(id);
    }

    @PutMapping("/{id}/payee")
    ClaimView payee(@PathVariable UUID id, @RequestBody ClaimPayeeStep step) {
        desk.payee(id, ClaimWords.payee(step.way(), step.account(), step.name()));
        return views.view(id);
    }

    @PostMapping("/{id}/evidence")
    ClaimView evidence(@PathVariable UUID id, @RequestBody @Valid ClaimEvidenceStep step) {
        desk.giveEvidence(id, shown(step.shown()), ClaimWords.optional("words", step.words(), ClaimWords.LONGEST));
        return views.view(id);
    }

    @PostMapping("/{id}/ask-evidence")
    ClaimView askEvidence(@PathVariable UUID id, @RequestBody ClaimWordsStep step) {
        desk.askEvidence(id, step.version(), ClaimWords.needed("words", step.words()));
        return views.view(id);
    }

    @PostMapping("/{id}/quick")
    ClaimView quick(@PathVariable UUID id, @RequestBody ClaimQuickStep step) {
        desk.quick(id, step.version(), step.provenFen());
        return views.view(id);
    }

    @PostMapping("/{id}/propose")
    ClaimView propose(@PathVariable UUID id, @RequestBody ClaimProposeStep step) {
        desk.propose(id, step.version(), ClaimWords.fen("fen", step.fen()), ClaimWords.needed("words", step.words()));
        return views.view(id);
    }

    @PostMapping("/{id}/approve")
    ClaimView approve(@PathVariable UUID id, @RequestBody ClaimWordsStep step) {
        desk.approve(id, step.version(), ClaimWords.optional("words", step.words(), ClaimWords.LONGEST));
        return views.view(id);
    }

    @PostMapping("/{id}/send-back")
    ClaimView sendBack(@PathVariable UUID id, @RequestBody ClaimWordsStep step) {
        desk.sendBack(id, step.version(), ClaimWords.needed("words", step.words()));
        return views.view(id);
    }

    @PostMapping("/{id}/refuse")
    ClaimView refuse(@PathVariable UUID id, @RequestBody ClaimWordsStep step) {
        desk.refuse(id, step.version(), ClaimWords.needed("words", step.words()));
        return views.view(id);
    }

    @PostMapping("/{id}/uphold")
    ClaimView uphold(@PathVariable UUID id, @RequestBody ClaimWordsStep step) {
        desk.uphold(id, step.version(), ClaimWords.needed("words", step.words()));
        return views.view(id);
    }

    @PostMapping("/{id}/answer")
    ClaimView answer(@PathVariable UUID id, @RequestBody ClaimReplyStep step) {
        desk.reply(id, step.version(), reply(step.reply()), step.fen(),
                ClaimWords.optional("words", step.words(), ClaimWords.LONGEST));
        return views.view(id);
    }

    static Reply reply(@Nullable Reply reply) {
        if (reply == null) {
            throw Refusal.invalid("reply", null, "MISSING", "One of %s.".formatted(Arrays.toString(Reply.values())));
        }
        return reply;
    }

    static List<Shown> shown(List<ClaimShown> shown) {
        int files = shown.stream().mapToInt(each -> each.files().size()).sum();
        if (files > MOST_FILES) {
            throw Refusal.invalid("shown", files, "TOO_MANY", "At most %d files at once.".formatted(MOST_FILES));
        }
        return shown.stream().map(each -> new Shown(each.evidence(), each.files())).toList();
    }
}
