package io.waypost.app.conversation;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.conversation.CustomerStore.Kept;
import io.waypost.app.conversation.CustomerStore.Merge;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who customers are, and whether two of them are one; that is said by people and can be taken back. */
@Service
class CustomerDesk implements Customers {

    private final CustomerStore store;
    private final AuditTrail audit;
    private final Clock wall;

    CustomerDesk(CustomerStore store, AuditTrail audit, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.audit = audit;
        this.wall = wall;
    }

    @Override
    @Transactional
    public Identified identify(NewIdentity identity, @Nullable String name) {
        return store.identified(identity).orElseGet(() -> {
            var now = wall.instant();
            var customer = Ids.next(now);
            var id = Ids.next(now);
            store.add(customer, name, now);
            if (store.add(id, customer, identity, now)) {
                return new Identified(id, customer);
            }
            store.forget(customer);
            return store.identified(identity).orElseThrow();
        });
    }

    @Override
    @Transactional(readOnly = true)
    public String address(UUID identity) {
        return store.address(identity).orElseThrow(() -> Refusal.notFound("identity", identity));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, CustomerRef> refs(Collection<UUID> ids) {
        return store.all(ids).stream().map(Kept::ref).collect(Collectors.toMap(CustomerRef::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CustomerView> find(UUID id) {
        return store.all(List.of(id)).stream().findFirst().flatMap(kept -> {
            var into = kept.mergedInto();
            return into == null
                    ? Optional.of(new CustomerView(id, kept.ref().name(), store.identities(id), kept.since()))
                    : find(into);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> identities(UUID customer) {
        return find(customer).stream().flatMap(view -> view.identities().stream()).map(IdentityView::id).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Way> ways(UUID customer) {
        return store.all(List.of(customer)).stream().findFirst().map(kept -> {
            var into = kept.mergedInto();
            return into == null ? store.ways(customer) : ways(into);
        }).orElse(List.of());
    }

    /** The customer, as whoever sees a conversation of theirs sees them. */
    @Transactional(readOnly = true)
    public CustomerView seen(UUID id) {
        return find(id).filter(view -> store.seen(view.id())).orElseThrow(() -> Refusal.notFound("customer", id));
    }

    /** Takes two customers together: the ways of {@code gone} are those of {@code kept} from now on. */
    @Transactional
    public UUID merge(UUID kept, UUID gone) {
        if (kept.equals(gone)) {
            throw Refusal.invalid("other", gone, "SAME",
                    "Name another customer than the one they are taken together with.");
        }
        // In one order for all, so that two people who take the same two together do not wait for each other.
        var first = kept.compareTo(gone) < 0 ? kept : gone;
        var one = store.lock(first);
        var other = store.lock(first.equals(kept) ? gone : kept);
        var standing = first.equals(kept) ? one : other;
        var going = first.equals(kept) ? other : one;
        if (standing.isEmpty() || standing.get().mergedInto() != null) {
            throw Refusal.notFound("customer", kept);
        }
        if (going.isEmpty() || going.get().mergedInto() != null) {
            throw Refusal.notFound("customer", gone);
        }
        if (!store.seen(kept) || !store.seen(gone)) {
            throw Refusal.notFound("customer", store.seen(kept) ? gone : kept);
        }
        var identities = store.identities(gone).stream().map(IdentityView::id).toList();
        var now = wall.instant();
        var merge = new Merge(Ids.next(now), kept, gone, identities, now, Acting.current().name(), false);
        store.move(identities, kept);
        store.mergedInto(gone, kept);
        store.add(merge, actor());
        audit.record("CUSTOMERS_MERGED", "CUSTOMER", kept.toString(), "/", Map.of("gone", gone.toString()));
        return merge.id();
    }

    /** Takes apart again what was taken together; the ways that came then go back. The latest is taken apart first. */
    @Transactional
    public void undo(UUID id) {
        var merge = store.lockMerge(id).orElseThrow(() -> Refusal.notFound("merge", id));
        if (!store.seen(merge.kept())) {
            throw Refusal.notFound("merge", id);
        }
        if (merge.undone()) {
            return;
        }
        if (!store.merges(merge.kept()).getFirst().id().equals(id)) {
            throw Refusal.conflict("LATER_MERGE", "Something was taken together later; take that apart first.");
        }
        store.move(merge.identities(), merge.gone());
        store.mergedInto(merge.gone(), null);
        store.undone(id, wall.instant(), Acting.current().name());
        audit.record("CUSTOMERS_UNMERGED", "CUSTOMER", merge.kept().toString(), "/",
                Map.of("gone", merge.gone().toString()));
    }

    private static UUID actor() {
        return Acting.current() instanceof Actor.Person person ? person.id() : new UUID(0, 0);
    }
}
