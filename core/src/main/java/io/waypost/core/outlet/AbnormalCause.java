package io.waypost.core.outlet;

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
}
