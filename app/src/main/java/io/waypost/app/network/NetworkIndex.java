package io.waypost.app.network;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.network.UnitKind;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the tree in memory and follows its revision number in the database.
 *
 * <p>Readers take the picture that is there and never wait for the database, so that holding a connection while reading the
 * tree cannot starve the pool. A writer of this node brings the picture up to date right after its commit.
 */
@Service
class NetworkIndex implements Network {

    private final NetworkStore store;
    private final ClosureStore closures;
    private final TransactionTemplate fresh;
    private volatile NetworkPicture picture;

    NetworkIndex(NetworkStore store, ClosureStore closures, PlatformTransactionManager transactions) {
        this.store = store;
        this.closures = closures;
        this.fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        fresh.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        fresh.setReadOnly(true);
        this.picture = load();
    }

    /** Looks whether another node has changed the tree. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        if (store.revision() != picture.revision()) {
            refresh();
        }
    }

    /** Reads the tree again. */
    synchronized NetworkPicture refresh() {
        picture = load();
        return picture;
    }

    /** Reads the tree again as soon as the running transaction has committed. */
    void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    /** The tree as it stands at the given revision; a writer that holds the lock on it plans on this one. */
    NetworkPicture pictureOf(long revision) {
        var known = picture;
        return known.revision() == revision ? known : refresh();
    }

    private NetworkPicture load() {
        return Acting.as(new Actor.Internal("network"), () -> fresh.execute(_ -> new NetworkPicture(store.revision(),
                store.all(), closures.all())));
    }

    @Override
    public Optional<Unit> unit(String code) {
        return picture.unit(code);
    }

    @Override
    public Map<String, Unit> units(Collection<String> codes) {
        var now = picture;
        var found = new LinkedHashMap<String, Unit>();
        codes.forEach(code -> now.unit(code).ifPresent(unit -> found.put(code, unit)));
        return found;
    }

    @Override
    public List<Unit> all() {
        return picture.all();
    }

    @Override
    public UnitRef ref(String code) {
        return picture.unit(code).map(Unit::ref).orElseGet(() -> new UnitRef(code, code, UnitKind.UNKNOWN));
    }

    @Override
    public List<Unit> ancestors(String code) {
        return picture.ancestors(code);
    }

    @Override
    public Optional<Unit> atOrAbove(String code, UnitKind kind) {
        var now = picture;
        var unit = now.unit(code);
        if (unit.isPresent() && unit.get().kind() == kind) {
            return unit;
        }
        return now.ancestors(code).reversed().stream().filter(above -> above.kind() == kind).findFirst();
    }

    @Override
    public List<Unit> children(String code) {
        return picture.children(code);
    }

    @Override
    public Optional<Unit> headquarters() {
        return picture.all().isEmpty() ? Optional.empty() : Optional.of(picture.all().getFirst());
    }

    @Override
    public List<Closure> closures(String code, Instant from, Instant until) {
        return picture.closures(code, from, until);
    }
}
