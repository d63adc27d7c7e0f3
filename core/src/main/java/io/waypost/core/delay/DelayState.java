package io.waypost.core.delay;

import io.waypost.core.scan.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the delay watch remembers of one parcel. Immutable.
 *
 * @param promisedAt by when it is to be delivered
 * @param last the newest valid scan
 * @param returnedAt when it was last turned back
 * @param knownAt when this was learnt; nothing is raised with an earlier time
 * @param version the model that the present course is judged by; 0 for none
 * @param finding the warning that stands
 * @param warnings how many warnings it has had
 */
public record DelayState(
        String waybill,
        @Nullable Instant promisedAt,
        @Nullable DelayPoint last,
        @Nullable Instant returnedAt,
        Instant knownAt,
        int version,
        @Nullable DelayFinding finding,
        int warnings) {

    /** Nothing is known. */
    public static DelayState unseen(String waybill) {
        return new DelayState(waybill, null, null, null, Instant.EPOCH, 0, null, 0);
    }

    /** Whether it is still to be delivered and in the network's hands. */
    public boolean open() {
        return last != null && last.underWay() && !turnedBack();
    }

    /** Whether it is on its way back. */
    boolean turnedBack() {
        return last != null && returnedAt != null && !last.at().isBefore(returnedAt);
    }

    Progress progress() {
        return new Progress(last == null ? null : last.order(), returnedAt);
    }

    DelayState promising(@Nullable Instant promised) {
        return new DelayState(waybill, promised, last, returnedAt, knownAt, version, finding, warnings);
    }

    DelayState at(DelayPoint point, @Nullable Instant returned) {
        return new DelayState(waybill, promisedAt, point, returned, knownAt, version, finding, warnings);
    }

    DelayState judgedBy(int number, Instant known) {
        return new DelayState(waybill, promisedAt, last, returnedAt, known, number, finding, warnings);
    }

    DelayState warned(DelayFinding warning) {
        return new DelayState(waybill, promisedAt, last, returnedAt, knownAt, version, warning, warnings + 1);
    }

    DelayState unwarned() {
        return new DelayState(waybill, promisedAt, last, returnedAt, knownAt, version, null, warnings);
    }
}
