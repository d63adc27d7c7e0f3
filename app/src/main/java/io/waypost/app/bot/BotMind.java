package io.waypost.app.bot;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.knowledge.MeaningModel;
import io.waypost.bot.PackagedModel;
import io.waypost.bot.Understander;
import io.waypost.bot.encode.CachedEncoder;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.EncodingFailed;
import io.waypost.bot.encode.SentenceEncoder;
import io.waypost.core.dialogue.Understanding;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The language model of this node: loaded when it is first needed, which takes about two seconds. Thread-safe. */
@Component
class BotMind implements MeaningModel {

    private static final int REMEMBERED = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(BotMind.class);

    private final WaypostSettings settings;
    private @Nullable Loaded loaded;

    BotMind(WaypostSettings settings) {
        this.settings = settings;
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
