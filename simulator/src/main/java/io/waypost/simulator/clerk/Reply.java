package io.waypost.simulator.clerk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers after having looked.
 *
 * @param kind a name of the public API's answer kinds
 * @param until until when to wait, with the kinds that wait
 * @param misdirectedTo code of the unit that has it, with MISDIRECTED
 * @param found whether the parcel was found where it lay, and so moves on
 */
public record Reply(String kind, String remark, @Nullable Instant until, @Nullable String misdirectedTo,
        boolean found) {

    static Reply plain(String kind, String remark) {
        return new Reply(kind, remark, null, null, false);
    }

    static Reply found(String kind, String remark) {
        return new Reply(kind, remark, null, null, true);
    }

    static Reply waiting(String kind, String remark, Instant until) {
        return new Reply(kind, remark, until, null, false);
    }
}
