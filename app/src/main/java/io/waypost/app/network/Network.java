package io.waypost.app.network;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.network.UnitKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The organisation tree as other features read it: from memory, whole, whoever acts. Thread-safe, without I/O.
 *
 * <p>For references and for finding who is responsible; not for showing somebody a list of units, which must keep to their
 * scope. A change made on this node is seen as soon as it has committed, one made on another node within a second.
 */
public interface Network {

    /** The unit of that code. */
    Optional<Unit> unit(String code);

    /** The units of those codes, by code; codes that the tree does not have are missing. */
    Map<String, Unit> units(Collection<String> codes);

    /** All units, parents before children. */
    List<Unit> all();

    /** How to name a unit in a list; one that the tree does not have is of kind UNKNOWN and named by its code. */
    UnitRef ref(String code);

    /** The units above, from the headquarters down to the parent; empty for the headquarters and for unknown codes. */
    List<Unit> ancestors(String code);

    /** The unit itself where it is of that kind, else the nearest one above that is. */
    Optional<Unit> atOrAbove(String code, UnitKind kind);

    /** The units directly below, by code. */
    List<Unit> children(String code);

    /** The headquarters; empty only while nothing has been set up. */
    Optional<Unit> headquarters();

    /** The closures of the unit or of one above it that touch the given span of business time, the earliest first. */
    List<Closure> closures(String code, Instant from, Instant until);

    /**
     * The unit that somebody asks to look at.
     *
     * @param asked its code; nothing for the actor's own, or the headquarters where it is not a person
     * @throws Refusal if there is none of that code within the actor's reach
     */
    default Unit reached(@Nullable String asked) {
        var actor = Acting.current();
        var code = asked == null || asked.isBlank() ? own(actor) : asked;
        return unit(code).filter(unit -> actor.scope().reaches(unit.path()))
                .orElseThrow(() -> Refusal.notFound("unit", code));
    }

    private String own(Actor actor) {
        return actor instanceof Actor.Person person ? person.unitCode() : headquarters().map(Unit::code).orElse("");
    }
}
