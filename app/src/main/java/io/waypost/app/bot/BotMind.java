package io.waypost.app.bot;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.knowledge.MeaningModel;
import io.waypost.app.live.LiveFeed;
import io.waypost.bot.BotModel;
import io.waypost.bot.PackagedModel;
import io.waypost.bot.Understander;
import io.waypost.bot.encode.CachedEncoder;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.EncodingFailed;
import io.waypost.bot.encode.SentenceEncoder;
import io.waypost.core.dialogue.Understanding;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The language model of this node: loaded when it is first needed, which takes about two seconds, with the model of the bot that is in force.
 * Whether another one is, is looked for every two seconds, and at once where this node or another one tells. Thread-safe.
 */
@Component
class BotMind implements MeaningModel {

    private static final int REMEMBERED = 5_000;
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(2);
    private static final String TOPIC = "bot-model";
    private static final Logger LOG = LoggerFactory.getLogger(BotMind.class);

    private final WaypostSettings settings;
    private final ModelStore models;
    private final LiveFeed live;
    private @Nullable Loaded loaded;
    private volatile int version;
    private volatile int unreadable = -1;
    private volatile long looked = System.nanoTime() - LOOK_EVERY;
    private volatile boolean told;

    BotMind(WaypostSettings settings, ModelStore models, LiveFeed live) {
        this.settings = settings;
        this.models = models;
        this.live = live;
        live.hear(TOPIC, _ -> told = true);
    }

    private record Loaded(Understander understander, @Nullable Encoder encoder) {}

    /** What a message means. */
    Understanding understand(String text) {
        return loaded().understander().understand(text);
    }

    /** Whether it works by letters and words alone, because the language model does not run on this machine. */
    boolean degraded() {
        return loaded().understander().degraded();
    }

    @Override
    public Optional<Encoder> encoder() {
        return Optional.ofNullable(loaded().encoder());
    }

    /** Another model is in force once the running transaction has committed. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told = true;
                live.tellNodes(TOPIC, Map.of());
            }
        });
    }

    /**
     * Takes another model where one is in force, on a thread of its own: no customer waits for it. One that cannot be read is left alone, and
     * the one that worked works on.
     */
    @Scheduled(fixedDelay = 500)
    void follow() {
        var now = present();
        if (now == null || (!told && System.nanoTime() - looked < LOOK_EVERY)) {
            return;
        }
        boolean again = told;
        told = false;
        looked = System.nanoTime();
        int inForce = models.inForce();
        if (inForce == version || (inForce == unreadable && !again)) {
            return;
        }
        try {
            now.understander().use(model(inForce, now.encoder()));
            version = inForce;
            LOG.info("The bot speaks by its model {}", inForce);
        } catch (RuntimeException failure) {
            unreadable = inForce;
            LOG.error("The bot's model {} cannot be read; it speaks by model {}", inForce, version, failure);
        }
    }

    private synchronized @Nullable Loaded present() {
        return loaded;
    }

    private BotModel model(int number, @Nullable Encoder encoder) {
        return number == 0 ? PackagedModel.load(encoder) : ModelLearning.read(models.body(number));
    }

    private synchronized Loaded loaded() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private Loaded load() {
        try {
            var encoder = new CachedEncoder(SentenceEncoder.load(settings.data().resolve("native")), REMEMBERED);
            return new Loaded(new Understander(PackagedModel.load(encoder), encoder), encoder);
        } catch (EncodingFailed e) {
            LOG.warn("The bot works without its language model, by letters and words alone: {}", e.getMessage());
            return new Loaded(new Understander(PackagedModel.load(null), null), null);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (loaded != null && loaded.encoder() != null) {
            loaded.encoder().close();
        }
    }
}
