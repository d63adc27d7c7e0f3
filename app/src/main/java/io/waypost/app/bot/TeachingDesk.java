package io.waypost.app.bot;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.bot.KeptExample.Source;
import io.waypost.app.bot.KeptExample.State;
import io.waypost.app.bot.KeptModel.ModelTerm;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.bot.evaluate.ModelExam;
import io.waypost.core.dialogue.Intent;
import io.waypost.core.knowledge.OpenQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people teach the bot (教学): they say what messages mean, have a model learnt from that, and let it speak with customers once its
 * examination found it no worse. Examples are labelled within one's reach; a model holds for the whole network.
 */
@Service
class TeachingDesk {

    private static final int MODELS = 50;
    private static final int SHORTEST = 2;

    private final ExampleStore examples;
    private final ModelStore models;
    private final BotMind mind;
    private final Network network;
    private final AuditTrail audit;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock wall;
    private final ModelExam exam = new ModelExam();

    TeachingDesk(ExampleStore examples, ModelStore models, BotMind mind, Network network, AuditTrail audit,
            ObjectProvider<Deadlines> deadlines, @Qualifier("wallClock") Clock wall) {
        this.examples = examples;
        this.models = models;
        this.mind = mind;
        this.network = network;
        this.audit = audit;
        this.deadlines = deadlines;
        this.wall = wall;
    }

    /** A page of examples, and how many there are of each state. */
    record ExamplePage(List<KeptExample> items, long open, long taken, long left) {}

    /** The models, the newest first, and since when each spoke with customers. */
    record Models(int inForce, List<KeptModel> items, List<ModelTerm> terms) {}

    @Transactional(readOnly = true)
    public ExamplePage examples(State state, int offset, int most) {
        return new ExamplePage(examples.list(state, offset, most), examples.count(State.OPEN),
                examples.count(State.TAKEN), examples.count(State.LEFT));
    }

    /**
     * Says what a message means: an intent, or nothing for none of our business; or leaves it out, or puts it back.
     *
     * @param was how it stood for whoever decides
     */
    @Transactional
    public KeptExample decide(UUID id, State was, State state, @Nullable Intent intent) {
        var example = examples.lock(id).orElseThrow(() -> Refusal.notFound("example", id));
        if (example.state() != was) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has labelled it meanwhile; look at it again.");
        }
        var decided = state == State.OPEN ? null : now();
        var by = state == State.OPEN ? null : Acting.current().name();
        examples.decide(id, state, state == State.TAKEN ? intent : null, by, decided);
        audit.record("BOT_EXAMPLE_" + state, "BOT_EXAMPLE", id.toString(), example.unitPath(),
                intent == null ? Map.of() : Map.of("intent", intent.name()));
        return examples.lock(id).orElseThrow();
    }

    /** Writes one with its meaning; nothing for none of our business. */
    @Transactional
    public KeptExample write(String said, @Nullable Intent intent) {
        var text = OpenQuestion.kept(said);
        if (text.length() < SHORTEST) {
            throw Refusal.invalid("text", said, "LENGTH", "At least two characters beside numbers.");
        }
        if (exam.asks(text)) {
            throw Refusal.invalid("text", text, "EXAMINED",
                    "It is a line of the examination: write it in other words.");
        }
        var unit = network.reached(null);
        var now = now();
        var example = new KeptExample(Ids.next(now), text, Source.WRITTEN, null, 1, State.TAKEN, intent, unit.path(),
                null, now, Acting.current().name(), now);
        if (!examples.write(example)) {
            throw Refusal.conflict("EXAMPLE_EXISTS", "One with these words was taken already.");
        }
        var kept = examples.find(text, unit.path()).orElseThrow();
        audit.record("BOT_EXAMPLE_WRITTEN", "BOT_EXAMPLE", kept.id().toString(), unit.path(), Map.of());
        return kept;
    }

    @Transactional(readOnly = true)
    public Models models() {
        return new Models(models.inForce(), models.list(MODELS), models.terms(MODELS));
    }

    /** Has a model learnt from the packaged examples and all that were taken. */
    @Transactional
    public int learn() {
        requireHeadquarters();
        int version = models.ask(Acting.current().name(), now())
                .orElseThrow(() -> Refusal.conflict("UNDER_WAY", "A model is being learnt; wait for it."));
        audit.record("BOT_MODEL_ASKED", "BOT_MODEL", String.valueOf(version), "/", Map.of());
        deadlines.getObject().wake(ModelLearning.class);
        return version;
    }

    /** Lets a model speak with customers that has passed, or the packaged one (0), or an earlier one again. */
    @Transactional
    public void force(int version) {
        requireHeadquarters();
        if (version != 0) {
            var model = models.find(version).orElseThrow(() -> Refusal.notFound("model", version));
            if (model.state() != KeptModel.State.PASSED) {
                throw Refusal.conflict("NOT_PASSED",
                        "Model %d is %s: only one that has passed its examination speaks with customers."
                                .formatted(version, model.state()));
            }
        }
        if (models.inForce() == version) {
            throw Refusal.conflict("SPEAKS_ALREADY", "Model %d speaks already.".formatted(version));
        }
        requireComparedWithWhatSpeaks(version);
        models.force(version, now(), Acting.current().name());
        audit.record("BOT_MODEL_FORCED", "BOT_MODEL", String.valueOf(version), "/", Map.of());
        mind.changed();
    }

    /** Whoever never spoke was only held against the one that spoke then. */
    private void requireComparedWithWhatSpeaks(int version) {
        var base = models.find(version).map(KeptModel::base).orElse(null);
        if (version != 0 && !models.spoke(version) && !Integer.valueOf(models.inForce()).equals(base)) {
            throw Refusal.conflict("EXAMINED_AGAINST_ANOTHER",
                    "Model %d was held against another one than speaks now; learn one again.".formatted(version));
        }
    }

    private static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY",
                    "A model speaks with customers of the whole network; headquarters decide.");
        }
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
