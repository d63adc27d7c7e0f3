package io.waypost.app.version;

/** Opens books of versioned rules. Thread-safe. */
public interface VersionBooks {

    /** The versions of that book. */
    <T> Versions<T> open(VersionBook<T> book);
}
