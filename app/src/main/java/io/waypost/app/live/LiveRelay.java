package io.waypost.app.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes hints from node to node by PostgreSQL's {@code notify}: gathered for a moment and sent together, away from the
 * caller's transaction, because each notifying commit takes a lock of the whole server.
 */
@Component
class LiveRelay {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRelay.class);
    private static final String CHANNEL = "waypost_live";
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofSeconds(2);
    // PostgreSQL refuses payloads of 8,000 bytes and more.
    private static final int LONGEST_PAYLOAD = 7_500;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UUID node = UUID.randomUUID();
    private final BlockingQueue<LiveHint> outgoing = new ArrayBlockingQueue<>(4_096);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    LiveRelay(DataSource database, JdbcClient jdbc, JsonMapper json) {
        this.database = database;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Envelope(UUID node, LiveHint hint) {}

    /** Passes the hint to the other nodes; when they cannot be reached it is lost, and their pages ask again later anyway. */
    void pass(LiveHint hint) {
        if (!outgoing.offer(hint)) {
            LOG.debug("Too many hints at once; one was not passed to other nodes");
        }
    }

    void start(Consumer<LiveHint> deliver) {
        running = true;
        threads.add(Thread.ofVirtual().name("live-send").start(this::send));
        threads.add(Thread.ofVirtual().name("live-listen").start(() -> listen(deliver)));
    }

    void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    private void send() {
        var batch = new LinkedHashSet<LiveHint>();
        while (running) {
            try {
                batch.add(outgoing.take());
                Thread.sleep(GATHER);
                outgoing.drainTo(batch);
                var payloads = batch.stream().map(this::write).filter(text -> text.length() < LONGEST_PAYLOAD)
                        .toArray(String[]::new);
                jdbc.sql("select pg_notify(:channel, payload) from unnest(cast(:payloads as text[])) as payload")
                        .param("channel", CHANNEL).param("payloads", payloads)
                        .query((_, _) -> true).list();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warn("{} hints did not reach the other nodes: {}", batch.size(), failure.getMessage());
            }
            batch.clear();
        }
    }

    private void listen(Consumer<LiveHint> deliver) {
        while (running) {
            try (var connection = database.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                var postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    for (var notice : postgres.getNotifications(1_000)) {
                        receive(notice.getParameter(), deliver);
                    }
                }
            } catch (SQLException | RuntimeException failure) {
                if (running) {
                    LOG.warn("Hints of other nodes are not heard for now: {}", failure.getMessage());
                    pause();
                }
            }
        }
    }

    private void receive(String payload, Consumer<LiveHint> deliver) {
        var envelope = read(payload);
        if (envelope != null && !envelope.node().equals(node)) {
            deliver.accept(envelope.hint());
        }
    }

    private String write(LiveHint hint) {
        return json.writeValueAsString(new Envelope(node, hint));
    }

    private @Nullable Envelope read(String payload) {
        try {
            return json.readValue(payload, Envelope.class);
        } catch (JacksonException foreign) {
            LOG.warn("A hint of another version was not understood: {}", foreign.getOriginalMessage());
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
