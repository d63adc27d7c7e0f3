package io.waypost.app.bot;

import io.waypost.app.bot.KeptModel.State;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.live.LiveFeed;
import io.waypost.bot.BotModel;
import io.waypost.bot.PackagedModel;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.evaluate.ModelExam;
import io.waypost.bot.intent.IntentExample;
import io.waypost.bot.intent.PackagedExamples;
import io.waypost.bot.mood.MoodModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns models that were asked for, and examines each against the one in force on files that no training sees, before anybody can let it
 * speak with customers. A node that goes in the midst of it leaves it to another one.
 */
@Service
class ModelLearning implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLearning.class);
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Actor PLATFORM = new Actor.Internal("bot");

    private final ModelStore store;
    private final ExampleStore examples;
    private final BotMind mind;
    private final LiveFeed live;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final ModelExam exam = new ModelExam();

    ModelLearning(ModelStore store, ExampleStore examples, BotMind mind, LiveFeed live, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.examples = examples;
        this.mind = mind;
        this.live = live;
        this.transaction = transaction;
        this.wall = wall;
    }

    @Override
    public String name() {
        return "bot-models";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    /** At once on whatever clock: somebody waits for it. */
    @Override
    public Optional<Instant> nextDue() {
        return store.waits(now()) ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public int runDue(Instant businessTime) {
        var claimed = whole(() -> store.claim(now(), now().plus(CLAIM)));
        if (claimed.isEmpty()) {
            return 0;
        }
        int version = claimed.get();
        var learnt = learn(version);
        whole(() -> {
            store.end(learnt.model(), learnt.body() == null ? null : learnt.body().bytes);
            return true;
        });
        live.tell("bot-models", "/", Map.of());
        return 1;
    }

    /** What came out; without a body where nothing may be done with it. */
    private record Learnt(KeptModel model, @Nullable Body body) {}

    /** What it learnt, as bytes. */
    private static final class Body {

        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private Learnt learn(int version) {
        try {
            var encoder = mind.encoder().orElseThrow(() -> new IllegalStateException(
                    "The language model does not run on this machine, and a model learnt by letters alone would be worse everywhere."));
            return learn(version, encoder);
        } catch (RuntimeException | IOException failure) {
            LOG.error("The bot's model {} could not be learnt", version, failure);
            return new Learnt(new KeptModel(version, State.FAILED, null, null, null, null, List.of(), "", now(), now()),
                    null);
        }
    }

    private Learnt learn(int version, Encoder encoder) throws IOException {
        var taught = whole(examples::taken);
        var all = new ArrayList<>(PackagedExamples.all());
        taught.forEach(one -> {
            var intent = one.intent();
            all.add(new IntentExample(one.text(), intent == null ? List.of() : List.of(intent)));
        });
        var model = BotModel.learn(all, MoodModel.packaged(), encoder);
        int base = whole(store::inForce);
        var figures = exam.take(model, encoder);
        var bar = exam.take(base == 0 ? PackagedModel.load(encoder) : read(whole(() -> store.body(base))), encoder);
        var worse = figures.worseThan(bar);
        LOG.info("The bot's model {} was learnt with {} examples of people's; it is worse in {}", version,
                taught.size(),
                worse);
        return new Learnt(new KeptModel(version, worse.isEmpty() ? State.PASSED : State.REFUSED, taught.size(), figures,
                base, bar, worse, "", now(), now()), new Body(written(model)));
    }

    private static byte[] written(BotModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            model.write(out);
        }
        return bytes.toByteArray();
    }

    /** What {@link #written} wrote. */
    static BotModel read(byte[] body) {
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            return BotModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <R> R whole(Supplier<R> work) {
        return Acting.as(PLATFORM,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
