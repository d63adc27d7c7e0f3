package io.waypost.core.watch;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitRow.Basis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of limits that a new installation starts with; every number is a row that can be replaced. */
public final class DefaultLimits {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    /** The trade's p95 of each leg with room on top, until the network has taught its own. */
    private static final String TRADE = "行业经验值";

    /** Sorted and loaded within three hours, and then on the day's only lorry. */
    static final double ONE_DAY = 27;
    /**
     * The same for a parcel that misses that lorry, or waits over a Sunday. Where a place's lorries are not known yet they may come once a
     * day, and two days without a scan are what the trade itself calls too long.
     */
    static final double TWO_DAYS = 51;

    private DefaultLimits() {}

    /** Version 1 of the table. */
    public static Limits table() {
        return new Limits(1, EPOCH, rows(), LimitPolicy.defaults(), Holidays.china(), Map.of());
    }

    /** Its rows. */
    public static List<LimitRow> rows() {
        var rows = new ArrayList<LimitRow>();
        rows.add(row(Stage.PICKED_UP, null, TWO_DAYS));
        rows.add(row(Stage.HANDLED, null, TWO_DAYS));
        road(rows, Stage.SENT_TO_HUB, 54);
        // Between hubs a parcel in the wrong bag takes another day to turn up; it is late, not lost.
        road(rows, Stage.DEPARTED, 44);
        road(rows, Stage.SENT_TO_OUTLET, 54);
        rows.add(row(Stage.ARRIVED_HUB, null, TWO_DAYS));
        rows.add(row(Stage.ARRIVED_OUTLET, null, TWO_DAYS));
        rows.add(row(Stage.DELIVERING, null, 30));
        rows.add(row(Stage.AT_STATION, null, 72));
        rows.add(row(Stage.DELIVERY_FAILED, null, 30));
        rows.add(row(Stage.PROBLEM, null, 24));
        rows.add(row(Stage.RETURNING, null, 60));
        rows.add(row(Stage.CUSTOMS, null, 24));
        rows.add(row(Stage.OVERSEAS, null, 120));
        return rows;
    }

    private static void road(List<LimitRow> rows, Stage stage, double adjacent) {
        rows.add(row(stage, LaneClass.SAME_CITY, 44));
        rows.add(row(stage, LaneClass.SAME_PROVINCE, 44));
        rows.add(row(stage, LaneClass.ADJACENT, adjacent));
        rows.add(row(stage, LaneClass.FAR, 54));
        rows.add(row(stage, LaneClass.REMOTE, 100));
        rows.add(row(stage, null, 60));
    }

    private static LimitRow row(Stage stage, @Nullable LaneClass laneClass, double hours) {
        return new LimitRow(new LimitKey(stage, laneClass, null, null, null), hours, Basis.DEFAULT, null, null, null,
                TRADE,
                "Waypost", EPOCH);
    }
}
