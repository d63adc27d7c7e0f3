package io.waypost.core.outlet;

import java.time.Duration;

/** In which way a site does not work as usual (异常经营). Names are part of the API; the gravest first. */
public enum AbnormalCause {
    /** Nothing, or nearly nothing, is scanned in an hour in which it works otherwise (停摆). */
    STANDSTILL(OperationMeasure.SCANS),
    /** Far more lies there than usual (爆仓、积压). */
    BACKLOG(OperationMeasure.BACKLOG),
    /** Far less is delivered of what went out (妥投率下滑). */
    DELIVERY_RATE(OperationMeasure.DELIVERY_RATE),
    /** Far more attempts fail (派送失败增多). */
    FAILED_SHARE(OperationMeasure.FAILED_SHARE),
    /** Far more of its parcels are silent (静默增多). */
    SILENT_SHARE(OperationMeasure.SILENT_SHARE);

    private final OperationMeasure measure;

    AbnormalCause(OperationMeasure measure) {
        this.measure = measure;
    }

    /** What shows it. */
    public OperationMeasure measure() {
        return measure;
    }

    /**
     * How long the duty person has to say that they have taken it on (响应时限). A standstill spoils the whole day's plan; what the others
     * show has grown over hours. Waypost's own figures, not the trade's.
     */
    public Duration answerWithin() {
        return switch (this) {
            case STANDSTILL -> Duration.ofHours(1);
            case BACKLOG -> Duration.ofHours(2);
            case DELIVERY_RATE, FAILED_SHARE, SILENT_SHARE -> Duration.ofHours(4);
        };
    }
}
