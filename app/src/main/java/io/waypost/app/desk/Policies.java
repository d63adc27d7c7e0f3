package io.waypost.app.desk;

import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.routing.FirstWords;
import io.waypost.core.routing.RoutingPolicy;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The policy of routing that is in force, one for the whole network. Kept in memory; looked for anew every two seconds, and at once where
 * this node or another one tells that it has changed.
 */
@Component
class Policies {

    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(2);
    private static final String TOPIC = "desk-policy";

    private final PolicyStore store;
    private final Network network;
    private final LiveFeed live;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Held held;
    private volatile boolean told;

    Policies(PolicyStore store, Network network, LiveFeed live) {
        this.store = store;
        this.network = network;
        this.live = live;
        store.sow();
        this.held = read(store.inForce());
        live.hear(TOPIC, _ -> told = true);
    }

    /** What is in force, as it was read. */
    private record Held(long seq, PolicyBody body, RoutingPolicy policy, FirstWords words, long readAt) {}

    RoutingPolicy inForce() {
        return current().policy();
    }

    /** What finds matters and languages by it. */
    FirstWords words() {
        return current().words();
    }

    /** What a body says, with units where they are now. */
    RoutingPolicy of(int version, PolicyBody body) {
        return body.policy(version, code -> network.unit(code).map(Unit::path));
    }

    /** Another version is in force once the running transaction has committed. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told = true;
                live.tellNodes(TOPIC, Map.of());
            }
        });
    }

    private Held current() {
        if ((told || System.nanoTime() - held.readAt() > LOOK_EVERY) && looking.tryLock()) {
            try {
                told = false;
                var now = store.inForce();
                var was = held;
                held = now.seq() == was.seq()
                        // Units that rings name may have moved in the tree since.
                        ? new Held(was.seq(), was.body(), of(was.policy().version(), was.body()), was.words(),
                                System.nanoTime())
                        : read(now);
            } finally {
                looking.unlock();
            }
        }
        return held;
    }

    private Held read(PolicyStore.InForce now) {
        var body = store.find(now.version()).orElseThrow().body();
        var policy = of(now.version(), body);
        return new Held(now.seq(), body, policy, new FirstWords(policy), System.nanoTime());
    }
}
