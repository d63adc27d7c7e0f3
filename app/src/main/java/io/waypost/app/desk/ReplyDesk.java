package io.waypost.app.desk;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.app.network.UnitsMoved;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Sentences that people write once and say often: of a unit, by whoever leads its desk, and of one's own. */
@Service
class ReplyDesk {

    /** What stands for a fact of the conversation. */
    static final Set<String> VARIABLES = Set.of("客户", "运单号", "坐席");
    /** Of one person, or of one unit. */
    static final int MOST = 200;
    private static final Pattern CODE = Pattern.compile("[^\\s/{}]{1,12}");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private final ReplyStore store;
    private final Network network;
    private final AuditTrail audit;
    private final DeskWork work;
    private final Clock wall;

    ReplyDesk(ReplyStore store, Network network, AuditTrail audit, DeskWork work, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.network = network;
        this.audit = audit;
        this.work = work;
        this.wall = wall;
    }

    /** A sentence as it is shown; {@code unit} is null for one's own. */
    record ReplyView(UUID id, @Nullable UnitRef unit, String code, String text, int position, boolean mayEdit,
            long version) {}

    /** What the caller may say: their own, and those of their unit and the ones above. */
    List<ReplyView> mine() {
        var me = SeatDesk.me();
        var units = Stream.concat(network.ancestors(me.unitCode()).stream().map(Unit::code), Stream.of(me.unitCode()))
                .toList();
        return work.whole(() -> store.of(units, me.id())).stream().map(reply -> view(me, reply)).toList();
    }

    /** What the caller may say, and for a lead those of the units below as well. */
    List<ReplyView> kept() {
        var me = SeatDesk.me();
        var own = mine();
        if (!me.may(Permission.DESK_LEAD)) {
            return own;
        }
        return Stream.concat(own.stream(), work.whole(() -> store.below(me.scope().path())).stream()
                .filter(reply -> own.stream().noneMatch(one -> one.id().equals(reply.id())))
                .map(reply -> view(me, reply))).toList();
    }

    /** Adds one: of a unit within a lead's reach, or the caller's own where none is named. */
    ReplyView add(@Nullable String unitCode, String code, String text, int position) {
        var me = SeatDesk.me();
        require(code, text);
        var unit = unitCode == null ? null : network.reached(unitCode);
        if (unit != null) {
            requireLead(me);
        }
        var now = wall.instant();
        var fresh = new KeptReply(Ids.next(now), unit == null ? null : unit.code(), unit == null ? null : unit.path(),
                unit == null ? me.id() : null, code, text, position, 1);
        return work.whole(() -> {
            if (store.count(fresh) >= MOST) {
                throw Refusal.conflict("TOO_MANY_REPLIES", "At most %d in one list. Remove some.".formatted(MOST));
            }
            if (!store.add(fresh, me.name(), now)) {
                throw taken(code);
            }
            audited(me, "REPLY_ADDED", fresh);
            return view(me, fresh);
        });
    }

    ReplyView change(UUID id, String code, String text, int position, long version) {
        var me = SeatDesk.me();
        require(code, text);
        return kept(me, id, before -> {
            if (before.version() != version) {
                throw Refusal.conflict("STALE_VERSION", "Somebody else has changed it; look at it again.");
            }
            var next = new KeptReply(id, before.unitCode(), before.unitPath(), before.person(), code, text, position,
                    version + 1);
            if (!store.update(next, me.name(), wall.instant())) {
                throw taken(code);
            }
            audited(me, "REPLY_CHANGED", next);
            return view(me, next);
        });
    }

    void remove(UUID id) {
        var me = SeatDesk.me();
        kept(me, id, before -> {
            store.remove(id);
            audited(me, "REPLY_REMOVED", before);
            return before;
        });
    }

    /** A unit's sentences follow it through the tree. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }

    /** Somebody else's own ones are nobody's business, and a unit's are kept by those who lead it. */
    private <R> R kept(Actor.Person me, UUID id, Function<KeptReply, R> step) {
        return work.whole(() -> {
            var reply = store.lock(id).filter(one -> me.id().equals(one.person()) || reaches(me, one) || sees(me, one))
                    .orElseThrow(() -> Refusal.notFound("reply", id));
            if (!mayEdit(me, reply)) {
                throw Refusal.forbidden("LEADS_ONLY", "Those of a unit are kept by whoever leads its desk.");
            }
            return step.apply(reply);
        });
    }

    private static boolean mayEdit(Actor.Person me, KeptReply reply) {
        return me.id().equals(reply.person()) || (me.may(Permission.DESK_LEAD) && reaches(me, reply));
    }

    private static boolean reaches(Actor.Person me, KeptReply reply) {
        return reply.unitPath() != null && me.scope().reaches(reply.unitPath());
    }

    private static boolean sees(Actor.Person me, KeptReply reply) {
        return reply.unitPath() != null && me.unitPath().startsWith(reply.unitPath());
    }

    private ReplyView view(Actor.Person me, KeptReply reply) {
        return new ReplyView(reply.id(), reply.unitCode() == null ? null : network.ref(reply.unitCode()), reply.code(),
                reply.text(), reply.position(), mayEdit(me, reply), reply.version());
    }

    private void audited(Actor.Person me, String what, KeptReply reply) {
        var path = reply.unitPath();
        if (path != null) {
            Acting.as(me, () -> audit.record(what, "REPLY", reply.id().toString(), path, Map.of("code", reply.code())));
        }
    }

    private static void requireLead(Actor.Person me) {
        if (!me.may(Permission.DESK_LEAD)) {
            throw Refusal.forbidden("LEADS_ONLY", "Those of a unit are kept by whoever leads its desk.");
        }
    }

    private static void require(String code, String text) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("code", code, "FORMAT", "A code has 1 to 12 signs, without blanks and strokes.");
        }
        VARIABLE.matcher(text).results().map(found -> found.group(1)).filter(name -> !VARIABLES.contains(name))
                .findFirst().ifPresent(unknown -> {
                    throw Refusal.invalid("text", unknown, "UNKNOWN_VARIABLE",
                            "Use {客户}, {运单号} and {坐席}; nothing else is filled in.");
                });
    }

    private static Refusal taken(String code) {
        return Refusal.conflict("CODE_TAKEN", "The list has a %s already.".formatted(code));
    }
}
