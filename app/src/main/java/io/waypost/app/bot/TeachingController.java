package io.waypost.app.bot;

import io.waypost.app.bot.BotDrift.BotWeek;
import io.waypost.app.bot.KeptExample.Source;
import io.waypost.app.bot.KeptExample.State;
import io.waypost.app.bot.KeptModel.ModelTerm;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.bot.evaluate.ModelFigures;
import io.waypost.bot.evaluate.Share;
import io.waypost.core.dialogue.Intent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

@RestController
@RequestMapping("/api/v1/bot")
class TeachingController {

    private static final int DEEPEST = 10_000;

    private final TeachingDesk desk;
    private final BotDrift drift;

    TeachingController(TeachingDesk desk, BotDrift drift) {
        this.desk = desk;
        this.drift = drift;
    }

    /** A message to be labelled, or one that was. */
    record BotExample(UUID id, String text, Source source, @Nullable Intent proposed, int seen, State state,
            @Nullable Intent intent, @Nullable UUID session, Instant at, @Nullable String by,
            @Nullable Instant decidedAt) {}

    /** A page of them, and how many there are. */
    record BotExamples(List<BotExample> items, long open, long taken, long left) {}

    /**
     * An intent, or none for what is none of our business; only of one that is taken.
     *
     * @param was how it stands for whoever decides
     */
    record ExampleDecision(@NotNull State was, @NotNull State state, @Nullable Intent intent) {}

    record NewExample(@NotBlank @Size(max = 300) String text, @Nullable Intent intent) {}

    /** A share of the lines of an examination. */
    record ExamShare(int right, int all) {}

    /** A figure of an examination, beside that of the model in force at the time. */
    record ExamLine(ModelFigures.Worse figure, ExamShare own, ExamShare base, boolean worse) {}

    /** A model, with its examination. */
    record BotModelView(int version, KeptModel.State state, @Nullable Integer examples, @Nullable Integer base,
            List<ExamLine> exam, String askedBy, Instant askedAt, @Nullable Instant endedAt) {}

    /**
     * The models, the newest first; 0 is the packaged one.
     *
     * @param mayForce whether whoever asks decides what speaks with customers
     */
    record BotModels(int inForce, boolean mayForce, List<BotModelView> items, List<ModelTerm> terms) {}

    @GetMapping("/examples")
    BotExamples examples(@RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(defaultValue = "0") @Min(0) @Max(DEEPEST) int offset,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = desk.examples(state, offset, limit);
        return new BotExamples(page.items().stream().map(TeachingController::view).toList(), page.open(), page.taken(),
                page.left());
    }

    @PostMapping("/examples")
    BotExample write(@RequestBody @Valid NewExample body) {
        return view(desk.write(body.text(), body.intent()));
    }

    @PutMapping("/examples/{id}")
    BotExample decide(@PathVariable UUID id, @RequestBody @Valid ExampleDecision body) {
        if (body.state() != State.TAKEN && body.intent() != null) {
            throw Refusal.invalid("intent", body.intent(), "NOT_TAKEN", "Only what is taken has a meaning.");
        }
        return view(desk.decide(id, body.was(), body.state(), body.intent()));
    }

    @GetMapping("/models")
    BotModels models() {
        var models = desk.models();
        return new BotModels(models.inForce(), Acting.current().scope().isEverything(),
                models.items().stream().map(TeachingController::view).toList(),
                models.terms());
    }

    @PostMapping("/models")
    BotModels learn() {
        desk.learn();
        return models();
    }

    @PostMapping("/models/{version}/force")
    BotModels force(@PathVariable int version) {
        desk.force(version);
        return models();
    }

    /** How well the bot understood in the last weeks. */
    @GetMapping("/drift")
    List<BotWeek> drift(@RequestParam(defaultValue = "8") @Min(1) @Max(52) int weeks) {
        return drift.weeks(weeks);
    }

    private static BotExample view(KeptExample kept) {
        return new BotExample(kept.id(), kept.text(), kept.source(), kept.proposed(), kept.seen(), kept.state(),
                kept.intent(), kept.session(), kept.at(), kept.by(), kept.decidedAt());
    }

    private static BotModelView view(KeptModel kept) {
        var own = kept.figures();
        var base = kept.baseFigures();
        return new BotModelView(kept.version(), kept.state(), kept.examples(), kept.base(),
                own == null || base == null
                        ? List.of()
                        : Arrays.stream(ModelFigures.Worse.values()).map(figure -> new ExamLine(figure,
                                share(own.of(figure)), share(base.of(figure)), kept.worse().contains(figure))).toList(),
                kept.askedBy(), kept.askedAt(), kept.endedAt());
    }

    private static ExamShare share(Share share) {
        return new ExamShare(share.right(), share.all());
    }
}
