package io.waypost.app.outlet;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.UnitRef;
import io.waypost.core.network.UnitKind;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerState;
import io.waypost.core.outlet.AnswerStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API shows of sites at work. */
final class OperationViews {

    private OperationViews() {}

    /**
     * A part of the network now.
     *
     * @param countedFrom since when scans are counted; null before the first time
     * @param countedAt up to when they are
     * @param judgedFrom the first hour in which an abnormality can be raised
     * @param standing how many abnormalities stand, by cause; causes with none are missing
     * @param abnormalSites at how many sites
     */
    record OperationBoard(UnitRef unit, Instant at, @Nullable Instant countedFrom, @Nullable Instant countedAt,
            @Nullable Instant judgedFrom, List<CauseCount> standing, long abnormalSites, long sites, long backlog,
            long aged, long given, long delivered, long failed) {}

    record CauseCount(AbnormalCause cause, long sites) {}

    /** What somebody said about it. */
    record SaidView(Instant at, String byName, AnswerStep step, @Nullable String note) {}

    /**
     * An abnormality.
     *
     * @param region where the duty person belongs; null where nobody is on duty
     * @param curve the last day of its measure; empty where only the row was asked for
     */
    record AbnormalityView(UUID id, UnitRef site, String place, AbnormalCause cause, Instant raisedAt,
            Instant firstHour, Instant lastHour, double value, double usual, double low, double high, int samples,
            @Nullable Instant clearedAt, AnswerState state, @Nullable PersonRef responsible, @Nullable UnitRef region,
            Instant dueAt, int limitMinutes, boolean overdue, @Nullable Instant acknowledgedAt, int version,
            List<SaidView> answers, Curve curve) {}

    /** A site now; what was given, delivered and failed is of today. */
    record SiteRow(UnitRef unit, String place, long backlog, long aged, long entered, long given, long delivered,
            long failed, List<AbnormalCause> causes) {}

    /** An area of an outlet by its division; {@code elsewhere} is the failed share of the outlet's other areas. */
    record AreaRow(String division, String name, long attempts, long failed, double share, double elsewhere,
            boolean hard) {}

    /**
     * A site with its curves.
     *
     * @param judgedFrom see the board
     * @param responsible the region's duty person
     * @param areas of the last 30 days; those with most failures first
     */
    record SitePage(SiteRow now, UnitKind kind, Instant at, @Nullable Instant judgedFrom,
            @Nullable PersonRef responsible, @Nullable UnitRef region, List<Curve> curves,
            List<AbnormalityView> abnormalities, List<AreaRow> areas) {}
}
