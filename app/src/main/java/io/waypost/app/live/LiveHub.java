package io.waypost.app.live;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows the open pages of this node, gives each the hints within its reach, and passes its own node's hints to the others. */
@Component
class LiveHub implements LiveFeed, SmartLifecycle {

    /** How many pages one person may have open on one node. */
    static final int PAGES = 24;

    private static final Set<String> SEEN_ON_BOARDS = Set.of("ticket", "finding", "board");

    private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Consumer<Map<String, ?>>>> programs = new ConcurrentHashMap<>();
    private final LiveRelay relay;
    private final LiveSessions sessions;
    private final BusinessClock clock;
    private final Clock wall;
    private volatile Sight seen;
    private volatile boolean running;

    LiveHub(LiveRelay relay, LiveSessions sessions, BusinessClock clock, @Qualifier("wallClock") Clock wall) {
        this.relay = relay;
        this.sessions = sessions;
        this.clock = clock;
        this.wall = wall;
        this.seen = new Sight(wall.instant(), clock.instant(), clock.speed());
    }

    private record Sight(Instant wallAt, Instant shown, double speed) {

        /** Whether the clock did something else than run on as it ran. */
        boolean broken(Instant now, Instant shownNow, double speedNow) {
            var expected = shown.plusNanos((long) (Duration.between(wallAt, now).toNanos() * speed));
            var tolerance = Duration.ofMillis((long) (500 * Math.max(1, speed)));
            return speedNow != speed || Duration.between(expected, shownNow).abs().compareTo(tolerance) > 0;
        }
    }

    @Override
    public void tell(String topic, String unitPath, Map<String, ?> data) {
        afterCommit(new LiveHint(topic, unitPath, null, data));
    }

    @Override
    public void tellPerson(UUID person, String topic, Map<String, ?> data) {
        afterCommit(new LiveHint(topic, null, person, data));
    }

    @Override
    public void tellNodes(String topic, Map<String, ?> data) {
        relay.pass(LiveHint.toPrograms(topic, data));
    }

    @Override
    public void hear(String topic, Consumer<Map<String, ?>> consumer) {
        programs.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(consumer);
    }

    LiveListener join(Actor actor, @Nullable String session) {
        if (!running) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "STOPPING", "This node is stopping; try again.");
        }
        if (listeners.stream().filter(other -> other.actor().equals(actor)).count() >= PAGES) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_STREAMS",
                    "At most %d pages may listen at the same time. Close some.".formatted(PAGES));
        }
        var listener = new LiveListener(actor, session);
        listener.offer(clockHint());
        listeners.add(listener);
        return listener;
    }

    void leave(LiveListener listener) {
        listener.end();
        listeners.remove(listener);
    }

    int open() {
        return listeners.size();
    }

    /** What another node has told: for programs or for pages. */
    private void receive(LiveHint hint) {
        if (hint.forPrograms()) {
            programs.getOrDefault(hint.topic(), List.of()).forEach(program -> program.accept(hint.data()));
        } else {
            deliver(hint);
        }
    }

    /** Gives the hint to the pages of this node. */
    void deliver(LiveHint hint) {
        for (var listener : listeners) {
            if (hint.isFor(listener.actor())) {
                if (SEEN_ON_BOARDS.contains(hint.topic()) && listener.actor().may(Permission.BOARD_READ)) {
                    listener.boardIsOld();
                }
                if (!hint.topic().equals("board")) {
                    listener.offer(hint);
                }
            }
        }
        dropEnded();
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void refreshBoards() {
        listeners.forEach(LiveListener::refreshBoard);
        dropEnded();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void watchTheClock() {
        var now = new Sight(wall.instant(), clock.instant(), clock.speed());
        if (seen.broken(now.wallAt(), now.shown(), now.speed())) {
            deliver(clockHint());
        }
        seen = now;
    }

    /** Lets the pages go whose session has ended: signed out here, elsewhere, or by somebody else. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void endWithTheSession() {
        var asked = new HashSet<String>();
        listeners.stream().map(LiveListener::session).filter(Objects::nonNull).forEach(asked::add);
        if (asked.isEmpty()) {
            return;
        }
        var alive = sessions.alive(asked, wall.instant());
        listeners.stream()
                .filter(listener -> listener.session() != null && !alive.contains(listener.session()))
                .forEach(LiveListener::end);
        dropEnded();
    }

    @Override
    public void start() {
        running = true;
        relay.start(this::receive);
    }

    /** Comes before the web server's graceful stop, which would wait for the open streams. */
    @Override
    public void stop() {
        running = false;
        relay.stop();
        listeners.forEach(LiveListener::end);
        dropEnded();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void afterCommit(LiveHint hint) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            send(hint);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                send(hint);
            }
        });
    }

    private void send(LiveHint hint) {
        deliver(hint);
        relay.pass(hint);
    }

    private LiveHint clockHint() {
        return LiveHint.toAll("clock", Map.of("now", clock.instant().toString(), "speed", clock.speed()));
    }

    private void dropEnded() {
        listeners.removeIf(LiveListener::ended);
    }
}
