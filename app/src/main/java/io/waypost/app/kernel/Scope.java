package io.waypost.app.kernel;

import java.io.Serializable;

/**
 * The part of the organisation tree that somebody reaches: everything below a unit's path such as {@code /HQ/R05/P44/}.
 *
 * <p>The same prefix is given to PostgreSQL for row-level security at the start of each transaction.
 *
 * @param path {@code /} for everything, empty for nothing, else a unit's path that begins and ends with a slash
 */
public record Scope(String path) implements Serializable {

    public static final Scope EVERYTHING = new Scope("/");
    public static final Scope NOTHING = new Scope("");

    public Scope {
        if (!path.isEmpty() && !(path.startsWith("/") && path.endsWith("/"))) {
            throw new IllegalArgumentException(
                    "The path (%s) of a scope must begin and end with a slash.".formatted(path));
        }
    }

    /** Whether a unit of the given path lies inside. */
    public boolean reaches(String unitPath) {
        return !path.isEmpty() && unitPath.startsWith(path);
    }

    /** Whether nothing is left out. */
    public boolean isEverything() {
        return path.equals("/");
    }
}
