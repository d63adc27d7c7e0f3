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
import jakarta.annotation.PreDestroy;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    /** How long a node that can learn has the first go. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;
    private static final Actor PLATFORM = new Actor.Internal("bot");

    private final ModelStore store;
    private final ExampleStore examples;
    private final BotMind mind;
    private final LiveFeed live;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final ModelExam exam = new ModelExam();
    private final Object asking = new Object();
    private volatile boolean stopping;

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

    /** At once on whatever clock: somebody waits for it. A node that cannot learn leaves it to another one for a while. */
    @Override
    public Optional<Instant> nextDue() {
        var now = now();
        return store.waits(now, now) && (store.waits(now, now.minus(PATIENCE)) || mind.encoder().isPresent())
                ? Optional.of(Instant.EPOCH)
                : Optional.empty();
    }

    @Override
    public int runDue(Instant businessTime) {
        if (nextDue().isEmpty()) {
            return 0;
        }
        var claimed = whole(() -> store.claim(now(), now().plus(CLAIM), ATTEMPTS));
        if (claimed.isEmpty()) {
            return 0;
        }
        var claim = claimed.get();
        var learnt = aside(claim.version());
        if (stopping) {
            whole(() -> {
                store.giveBack(claim);
                return true;
            });
            return 0;
        }
        boolean kept = whole(
                () -> store.end(claim, learnt.model(), learnt.body() == null ? null : learnt.body().bytes));
        LOG.info("The bot's model {} is {}{}", claim.version(), learnt.model().state(),
                kept ? "" : ", and somebody else has learnt it meanwhile");
        live.tell("bot-models", "/", Map.of());
        return 1;
    }

    /** Nothing is asked of the language model any more, which is about to be closed. */
    @PreDestroy
    void stop() {
        synchronized (asking) {
            stopping = true;
        }
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

    /** On a thread of its own: it computes for some tens of seconds, and virtual threads would wait for it. */
    private Learnt aside(int version) {
        var task = new FutureTask<>(() -> learn(version));
        Thread.ofPlatform().daemon().name("bot-model").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(version);
        } catch (ExecutionException e) {
            LOG.error("The bot's model {} could not be learnt", version, e.getCause());
            return failed(version);
        }
    }

    private Learnt failed(int version) {
        return new Learnt(new KeptModel(version, State.FAILED, null, null, null, null, List.of(), "", now(), now()),
                null);
    }

    private Learnt learn(int version) throws IOException {
        var loaded = mind.encoder().orElseThrow(() -> new IllegalStateException(
                "The language model runs on no machine that took this, and letters alone would teach a worse one."));
        var encoder = new Asked(loaded);
        var taught = whole(examples::taken).stream().filter(one -> !exam.asks(one.text())).toList();
        var all = new ArrayList<>(PackagedExamples.all());
        // What two units labelled alike is one example.
        taught.stream().map(one -> new IntentExample(one.text(),
                one.intent() == null ? List.of() : List.of(one.intent()))).distinct().forEach(all::add);
        var model = BotModel.learn(all, MoodModel.packaged(), encoder);
        int base = whole(store::inForce);
        var figures = exam.take(model, encoder);
        var packaged = exam.take(PackagedModel.load(encoder), encoder);
        var bar = base == 0 ? packaged : exam.take(spoken(base, encoder), encoder);
        // Also held against the packaged one: a line lost to each of many would add up.
        var worse = Stream.concat(figures.worseThan(bar).stream(), figures.worseThan(packaged).stream()).distinct()
                .toList();
        return new Learnt(new KeptModel(version, worse.isEmpty() ? State.PASSED : State.REFUSED, taught.size(), figures,
                base, bar, worse, "", now(), now()), new Body(written(model)));
    }

    /** The one in force, or the packaged one that speaks where that cannot be read. */
    private BotModel spoken(int version, Encoder encoder) {
        try {
            return read(whole(() -> store.body(version)));
        } catch (UncheckedIOException unreadable) {
            LOG.warn("The bot's model {} in force cannot be read; held against the packaged one", version, unreadable);
            return PackagedModel.load(encoder);
        }
    }

    /** The language model as long as the platform is not stopping. */
    private final class Asked implements Encoder {

        private final Encoder encoder;

        Asked(Encoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public int size() {
            return encoder.size();
        }

        @Override
        public float[] encode(String text) {
            synchronized (asking) {
                if (stopping) {
                    throw new IllegalStateException("The platform is stopping.");
                }
                return encoder.encode(text);
            }
        }

        /** It is not ours to close. */
        @Override
        public void close() {}
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
