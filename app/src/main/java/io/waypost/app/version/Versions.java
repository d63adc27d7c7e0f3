package io.waypost.app.version;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of one book of rules. Thread-safe. */
public interface Versions<T> {

    /** Adds what the software brings along as version 1, once, on whichever node starts first: as a draft, or in force from the beginning. */
    void sow(T packaged, boolean inForce);

    /** The one that counts at that instant; empty while none was approved. The last one that was asked for stays in memory. */
    Optional<VersionHeld<T>> at(Instant instant);

    /**
     * The version of that number.
     *
     * @throws io.waypost.app.kernel.Refusal where there is none
     */
    Version<T> get(int number);

    /** All of them, the newest first, as whoever acts sees them. */
    List<RuleVersionRow> rows();

    /** The row of that one. */
    RuleVersionRow row(Version<T> version);

    /** Begins a draft from that version; its number. Only headquarters may, here and below. */
    int begin(int from, String note);

    /** Writes another text into a draft; half of it may be wrong still. */
    void save(int number, int revision, T body, String note);

    /**
     * Approves a draft.
     *
     * @param from when it begins; null for now. It must not lie in the past: what was decided is decided
     * @throws io.waypost.app.kernel.Refusal where it has flaws, or whoever acts wrote in it
     */
    void approve(int number, int revision, @Nullable Instant from);

    /** Drops a draft, or withdraws a version that has not begun. */
    void drop(int number, int revision, String reason);
}
