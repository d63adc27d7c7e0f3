package io.waypost.watch.intake;

import io.waypost.core.scan.Checked.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the scans of a call. Not safe for threads. */
public final class Taken {

    /** So many refusals are told one by one; the others are counted. */
    public static final int TOLD = 1_000;

    private final List<Refused> refused = new ArrayList<>();
    private long accepted;
    private long reduced;
    private long refusals;

    /**
     * A scan that was not taken.
     *
     * @param line its number in the call, from 1
     * @param code the reason, as a code
     */
    public record Refused(long line, String field, @Nullable String value, String code, String message) {}

    /** How many were taken. */
    public long accepted() {
        return accepted;
    }

    /** How many of them said more than the log keeps: a promise, a weight, a bag's name, a remark, an event's number. */
    public long reduced() {
        return reduced;
    }

    /** How many were refused. */
    public long refusals() {
        return refusals;
    }

    /** The first {@link #TOLD} refusals. */
    public List<Refused> refused() {
        return Collections.unmodifiableList(refused);
    }

    void accept(boolean saysMore) {
        accepted++;
        reduced += saysMore ? 1 : 0;
    }

    void refuse(long line, Rejected rejected) {
        refuse(line, rejected.field(), rejected.value(), rejected.reason().name(), rejected.message());
    }

    void refuse(long line, String field, @Nullable String value, String code, String message) {
        refusals++;
        if (refused.size() < TOLD) {
            refused.add(new Refused(line, field, value, code, message));
        }
    }
}
