package io.waypost.app.system;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives every type of the API a name of its own: {@code TicketController.NewTicket} is a {@code NewTicket}, but
 * {@code KeyController.View} is a {@code KeyView} and {@code Pause.Reason} a {@code PauseReason}, because a single word says too
 * little outside its class. Two types of one name are an error, never a silent mix of both. Thread-safe.
 */
final class ApiNames extends TypeNameResolver {

    /** What a class is for is no part of the name of what it shows. */
    private static final Pattern ROLE = Pattern.compile("(Controller|Store|Lists|Desk|View|Page)$");

    private static final Pattern SINGLE_WORD = Pattern.compile("[A-Z][a-z0-9]*");

    /** Types of the rules that share a name inside of their packages, where each is clear. */
    private static final Map<Class<?>, String> GIVEN = Map.of(
            io.waypost.core.sop.Stage.class, "TicketStage",
            io.waypost.core.deadline.PauseReason.class, "StagePauseReason");

    private final Map<String, JavaType> types = new ConcurrentHashMap<>();
    private final Set<String> clashes = ConcurrentHashMap.newKeySet();

    /** The class that is described under that name. */
    @Nullable
    Class<?> type(String name) {
        var type = types.get(name);
        return type == null ? null : type.getRawClass();
    }

    @Override
    protected String nameForClass(JavaType type, Set<Options> options) {
        return kept(name(type.getRawClass()), type);
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        var name = new StringBuilder();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append(nameForType(type.containedType(i), options));
        }
        return kept(name.append(name(type.getRawClass())).toString(), type);
    }

    private String kept(String name, JavaType type) {
        var other = types.putIfAbsent(name, type);
        if (other != null && !other.toCanonical().equals(type.toCanonical())) {
            clashes.add("%s: %s and %s".formatted(name, other.toCanonical(), type.toCanonical()));
        }
        return name;
    }

    /** Fails where two types have one name. Later than they are named: the library swallows what is thrown while it reads. */
    void refuseClashes() {
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("""
                    Types of the API have the same name: %s
                    Maybe rename one of the two.""".formatted(String.join(", ", clashes)));
        }
    }

    private static String name(Class<?> type) {
        var given = GIVEN.get(type);
        if (given != null) {
            return given;
        }
        var outer = type.getEnclosingClass();
        var name = type.getSimpleName();
        if (outer == null || !SINGLE_WORD.matcher(name).matches()) {
            return name;
        }
        var around = ROLE.matcher(outer.getSimpleName()).replaceFirst("");
        return name.startsWith(around) ? name : around + name;
    }
}
