package io.waypost.app.view;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.view.SavedView.Sharing;
import io.waypost.app.view.ViewStore.Draft;
import io.waypost.app.view.ViewStore.Kept;
import io.waypost.core.identity.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people's views and those that they share. */
@Service
class ViewDesk {

    private static final int MOST = 60;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_COLUMNS = 40;

    private final ViewStore store;
    private final ViewSources sources;
    private final ActingPeople people;
    private final Network network;
    private final AuditTrail audit;
    private final Clock clock;

    ViewDesk(ViewStore store, ViewSources sources, ActingPeople people, Network network, AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.sources = sources;
        this.people = people;
        this.network = network;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants to keep. */
    record Wish(
            @Nullable String name,
            @Nullable Map<String, String> query,
            @Nullable List<String> columns,
            @Nullable Sharing shared,
            @Nullable String unitCode,
            @Nullable Role role,
            @Nullable Integer position) {}

    /** The views of a list, and the one that it begins with: an id or the name of a built-in one. */
    record Views(List<SavedView> views, @Nullable String first) {}

    @Transactional(readOnly = true)
    Views of(String list) {
        var actor = Acting.current();
        sources.require(list, actor);
        var person = id(actor);
        var views = store.of(list, person, path(actor), roles(actor)).stream().map(kept -> shown(kept, actor)).toList();
        return new Views(views, store.first(person, list).orElse(null));
    }

    @Transactional
    SavedView keep(String list, Wish wish) {
        var actor = Acting.current();
        var source = sources.require(list, actor);
        if (!(actor instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Views are kept for people.");
        }
        if (store.ownedBy(person.id(), list) >= MOST) {
            throw Refusal.conflict("TOO_MANY_VIEWS", "One person keeps %d views of a list at most.".formatted(MOST));
        }
        var draft = draft(wish, source, actor);
        var now = clock.instant();
        var id = Ids.next(now);
        store.insert(id, list, draft, new PersonRef(person.id(), person.name()), now);
        record("VIEW_KEPT", id, draft);
        return get(id);
    }

    @Transactional
    SavedView change(UUID id, Wish wish, int version) {
        var actor = Acting.current();
        var kept = editable(id, actor);
        var source = sources.require(kept.view().list(), actor);
        var draft = draft(wish, source, actor);
        if (!store.update(id, draft, version)) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed the view.").with("current", get(id));
        }
        record("VIEW_CHANGED", id, draft);
        return get(id);
    }

    @Transactional
    void drop(UUID id) {
        var kept = editable(id, Acting.current());
        store.delete(id);
        audit.record("VIEW_DROPPED", "VIEW", id.toString(), kept.unitPath(), Map.of("name", kept.view().name()));
    }

    @Transactional
    void beginWith(String list, String view) {
        var actor = Acting.current();
        sources.require(list, actor);
        if (view.isBlank() || view.length() > LONGEST_NAME) {
            throw Refusal.invalid("view", view, "LENGTH", "The id of a view, or the name of a built-in one.");
        }
        store.makeFirst(id(actor), list, view);
    }

    private SavedView get(UUID id) {
        return shown(store.find(id).orElseThrow(() -> Refusal.notFound("view", id)), Acting.current());
    }

    private Kept editable(UUID id, Actor actor) {
        return store.find(id).filter(kept -> mayEdit(kept, actor))
                .orElseThrow(() -> Refusal.notFound("view", id));
    }

    private static boolean mayEdit(Kept kept, Actor actor) {
        boolean own = kept.view().owner().id().equals(id(actor));
        return kept.view().shared() == Sharing.PERSON
                ? own
                : actor.may(Permission.VIEW_SHARE) && actor.scope().reaches(kept.unitPath());
    }

    private static SavedView shown(Kept kept, Actor actor) {
        var view = kept.view();
        return new SavedView(view.id(), view.list(), view.name(), view.query(), view.columns(), view.shared(),
                view.unitCode(), view.role(), view.position(), view.owner(), view.version(), mayEdit(kept, actor));
    }

    private Draft draft(Wish wish, ViewSource source, Actor actor) {
        var name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("name", wish.name(), "LENGTH", "1 to %d characters.".formatted(LONGEST_NAME));
        }
        var query = wish.query() == null ? Map.<String, String>of() : wish.query();
        source.check(query);
        var columns = wish.columns() == null ? List.<String>of() : wish.columns();
        if (columns.size() > MOST_COLUMNS || columns.stream().anyMatch(column -> column.length() > LONGEST_NAME)) {
            throw Refusal.invalid("columns", columns.size(), "TOO_MANY", "At most %d names.".formatted(MOST_COLUMNS));
        }
        var shared = wish.shared() == null ? Sharing.PERSON : wish.shared();
        int position = wish.position() == null ? 0 : Math.clamp(wish.position(), 0, 1_000);
        if (shared == Sharing.PERSON) {
            return new Draft(name, query, columns, shared, actor.scope().path(), null, null, position);
        }
        if (!actor.may(Permission.VIEW_SHARE)) {
            throw Refusal.forbidden("FORBIDDEN", "Sharing views asks for view.share.");
        }
        if (shared == Sharing.ROLE && wish.role() == null) {
            throw Refusal.invalid("role", null, "MISSING", "Name the role that sees the view.");
        }
        var unit = network.unit(wish.unitCode() == null ? "" : wish.unitCode())
                .filter(known -> actor.scope().reaches(known.path()))
                .orElseThrow(() -> Refusal.invalid("unitCode", wish.unitCode(), "UNKNOWN_UNIT",
                        "A unit within your reach, whose people see the view."));
        return new Draft(name, query, columns, shared, unit.path(), unit.code(),
                shared == Sharing.ROLE ? wish.role() : null, position);
    }

    private void record(String action, UUID id, Draft draft) {
        audit.record(action, "VIEW", id.toString(), draft.unitPath(),
                Map.of("name", draft.name(), "shared", draft.shared().name()));
    }

    private Set<Role> roles(Actor actor) {
        return actor instanceof Actor.Person person ? people.roles(person.id()) : Set.of();
    }

    private static String path(Actor actor) {
        return actor instanceof Actor.Person person ? person.unitPath() : actor.scope().path();
    }

    private static UUID id(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Visitor _,Actor.Internal _ -> new UUID(0, 0);
        };
    }
}
