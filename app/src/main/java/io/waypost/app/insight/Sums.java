package io.waypost.app.insight;

import io.waypost.app.insight.NetworkBoard.FreshnessNumbers;
import io.waypost.app.insight.NetworkBoard.TicketNumbers;
import io.waypost.app.insight.NetworkBoard.TrendHour;
import io.waypost.app.insight.NetworkBoard.WarningNumbers;
import io.waypost.app.ticket.TicketCounts;
import io.waypost.app.watch.Freshness;
import io.waypost.app.watch.WatchCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Adds a part of the picture up. */
final class Sums {

    private Sums() {}

    static TicketNumbers tickets(Picture part) {
        var today = Pictures.startOfDay(part.at());
        long closedToday = part.closed().stream().filter(row -> !row.hour().isBefore(today))
                .mapToLong(TicketCounts.Closed::closed).sum();
        return new TicketNumbers(
                part.openTickets(),
                sum(part, TicketCounts.Open::dispatched),
                sum(part, TicketCounts.Open::waiting),
                sum(part, TicketCounts.Open::replied),
                sum(part, TicketCounts.Open::dueSoon),
                part.overdue(),
                sum(part, TicketCounts.Open::atRegion),
                sum(part, TicketCounts.Open::atHeadquarters),
                sum(part, TicketCounts.Open::urgent),
                closedToday,
                share(part.answered().stream().mapToLong(TicketCounts.Answered::inTime).sum(),
                        part.answered().stream().mapToLong(TicketCounts.Answered::late).sum()));
    }

    static WarningNumbers warnings(Picture part) {
        long right = part.findings().stream().mapToLong(WatchCounts.Findings::right).sum();
        long wrong = part.findings().stream().mapToLong(WatchCounts.Findings::wrong).sum();
        long open = part.findings().stream().mapToLong(WatchCounts.Findings::undecided).sum();
        return new WarningNumbers(right, wrong, open, share(right, wrong));
    }

    static FreshnessNumbers freshness(Picture part) {
        return site(part)
                .map(site -> new FreshnessNumbers(site.histogram().scans(), site.histogram().percentileSeconds(50),
                        site.histogram().percentileSeconds(95), site.lagSeconds() / site.histogram().scans(),
                        site.histogram().shareUnderFiveMinutes(), site.lastArrivedAt()))
                .orElseGet(() -> new FreshnessNumbers(0, null, null, null, null, null));
    }

    /** All sites as one; empty where nothing arrived. */
    static Optional<Freshness.Site> site(Picture part) {
        return part.fresh().stream().filter(site -> site.histogram().scans() > 0).reduce(Freshness.Site::plus);
    }

    /** The last 24 hours, the running one last. */
    static List<TrendHour> trend(Picture part) {
        var first = part.at().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(23));
        var hours = new ArrayList<TrendHour>();
        for (int i = 0; i < 24; i++) {
            hours.add(hour(part, first.plus(Duration.ofHours(i))));
        }
        return hours;
    }

    private static TrendHour hour(Picture part, Instant hour) {
        long raised = 0;
        long cleared = 0;
        for (var row : part.hours()) {
            if (row.hour().equals(hour)) {
                raised += row.raised();
                cleared += row.cleared();
            }
        }
        long closed = part.closed().stream().filter(row -> row.hour().equals(hour))
                .mapToLong(TicketCounts.Closed::closed).sum();
        return new TrendHour(hour, raised, cleared, closed);
    }

    private static long sum(Picture part, ToLongFunction<TicketCounts.Open> number) {
        return part.open().stream().mapToLong(number).sum();
    }

    private static @Nullable Double share(long yes, long no) {
        return yes + no == 0 ? null : yes / (double) (yes + no);
    }
}
