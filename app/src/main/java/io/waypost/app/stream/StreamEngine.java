package io.waypost.app.stream;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.network.Network;
import io.waypost.app.stream.StreamWords.Numbered;
import io.waypost.watch.host.EngineFailure;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.log.LogFailure;
import io.waypost.watch.log.LogSettings;
import io.waypost.watch.log.LogState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the embedded engine in the data folder, keeps it going, and closes it. A node on which nothing was ever streamed has none; an
 * installation has one, for two would each miss the scans of the other.
 */
@Component
class StreamEngine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamEngine.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BEATS_TO_A_LOOK = 30;
    private static final String IDENTITY = "engine.id";
    private static final Actor PLATFORM = new Actor.Internal("stream");

    private final Path folder;
    private final StreamSettings settings;
    private final StreamPicture picture;
    private final HostStore hosts;
    private final StreamBoards boards;
    private final WordStore words;
    private final PickStore picks;
    private final Picked picked;
    private final FindingInbox inbox;
    private final Network network;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable Open open;
    private volatile @Nullable String trouble;
    private volatile boolean running;
    private @Nullable Thread heart;

    StreamEngine(WaypostSettings waypost, StreamSettings settings, StreamPicture picture, HostStore hosts,
            StreamBoards boards, WordStore words, PickStore picks, Picked picked, FindingInbox inbox, Network network,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.folder = waypost.data().resolve("stream");
        this.settings = settings;
        this.picture = picture;
        this.hosts = hosts;
        this.boards = boards;
        this.words = words;
        this.picks = picks;
        this.picked = picked;
        this.inbox = inbox;
        this.network = network;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The engine, and what names mean to it. */
    record Open(WatchEngine engine, StreamWords words) {}

    /** The engine if it runs here. */
    Optional<Open> running() {
        return Optional.ofNullable(open);
    }

    /** What keeps it from running; null if nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The engine, opened if it was not. */
    Open opened() {
        var now = open;
        return now == null ? open() : now;
    }

    /** The present second of business time. */
    int second() {
        return Math.toIntExact(clock.instant().getEpochSecond());
    }

    @Override
    public void start() {
        running = true;
        if (settings.cluster() == null && Files.exists(folder.resolve(IDENTITY))) {
            try {
                open();
            } catch (Refusal refused) {
                LOG.error("The network's stream is not taken: {}", refused.getMessage());
            }
        }
        heart = Thread.ofVirtual().name("stream-heart").start(this::beat);
    }

    @Override
    public void stop() {
        running = false;
        var beating = heart;
        if (beating != null) {
            beating.interrupt();
        }
        close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private synchronized Open open() {
        var now = open;
        if (now != null) {
            return now;
        }
        if (settings.cluster() != null) {
            throw Refusal.conflict("STREAM_ELSEWHERE", "Scans of this installation's stream go into its cluster.");
        }
        if (!running) {
            throw ending();
        }
        try {
            var opened = Acting.as(PLATFORM, this::begin);
            open = opened;
            trouble = null;
            return opened;
        } catch (LogFailure | EngineFailure | UncheckedIOException | IOException failure) {
            trouble = failure.getMessage();
            LOG.error("The network's stream cannot be opened", failure);
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "STREAM_CLOSED",
                    "The stream cannot be opened: %s".formatted(failure.getMessage()));
        }
    }

    private Open begin() throws IOException {
        Files.createDirectories(folder);
        var identity = identity();
        claim(identity);
        try {
            return beginWith(new StreamSums(identity, hosts, boards, transaction));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ending();
        }
    }

    private Open beginWith(StreamSums sums) throws InterruptedException {
        var defaults = EngineSettings.in(folder.resolve("engine"));
        var timelines = TimelineSettings.defaults();
        var engine = WatchEngine.open(
                new EngineSettings(defaults.folder(),
                        settings.workers() == null ? defaults.workers() : settings.workers(),
                        settings.remembered(), defaults.sweepEvery(), defaults.replayDebt(),
                        new TimelineSettings(settings.kept(), timelines.sealEvents(), timelines.plan()),
                        LogSettings.defaults()),
                inbox, sums, this::second);
        boolean whole = false;
        try {
            transaction.executeWithoutResult(_ -> {
                picked.add(picks.picked());
                picks.askAgain(clock.instant());
            });
            var opened = new Open(engine, new StreamWords(engine, network, new Numbered("D", words, transaction),
                    new Numbered("O", words, transaction)));
            picture.tell(opened);
            sums.names(opened.words());
            whole = true;
            LOG.info("The network's stream is open with {} parcels", engine.state().parcels());
            return opened;
        } finally {
            if (!whole) {
                engine.close();
            }
        }
    }

    static Refusal ending() {
        return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "STREAM_CLOSED", "The platform is about to end.");
    }

    /** What whoever asked is told when the engine cannot go on. */
    static Refusal failed(RuntimeException failure) {
        LOG.warn("The network's stream refuses a call", failure);
        return failure instanceof LogFailure log && log.state() == LogState.FULL
                ? Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "STREAM_FULL",
                        "The disk is full. What was answered is kept; send this call again later.")
                : Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "STREAM_FAILED",
                        "The stream has stopped; send this call again later.");
    }

    private UUID identity() throws IOException {
        var file = folder.resolve(IDENTITY);
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return UUID.fromString(Files.readString(file).strip());
    }

    private void claim(UUID engine) {
        var host = transaction.execute(_ -> hosts.claim(engine, clock.instant()));
        if (!engine.equals(host)) {
            trouble = "The stream of this installation is taken elsewhere (engine %s).".formatted(host);
            throw Refusal.conflict("STREAM_ELSEWHERE",
                    "Another node of this installation takes the stream; send it there. Its data folder has stream/engine.id %s."
                            .formatted(host));
        }
    }

    private void beat() {
        for (long beats = 1; running; beats++) {
            try {
                Thread.sleep(BEAT);
                var now = open;
                if (now != null) {
                    now.engine().heartbeat();
                    if (beats % BEATS_TO_A_LOOK == 0) {
                        Acting.as(PLATFORM, () -> picture.tell(now));
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.error("The network's stream has trouble", failure);
            }
        }
    }

    private synchronized void close() {
        var now = open;
        open = null;
        if (now != null) {
            now.engine().close();
        }
    }
}
