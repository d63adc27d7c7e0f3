package io.waypost.app.insight;

import io.waypost.app.ticket.TicketCounts;
import io.waypost.app.watch.Freshness;
import io.waypost.app.watch.WatchCounts;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The whole network at one moment, place by place; every board is a part of it, added up. Immutable. */
record Picture(
        Instant at,
        List<WatchCounts.UnderWay> underWay,
        List<WatchCounts.Findings> findings,
        List<WatchCounts.Hour> hours,
        List<TicketCounts.Open> open,
        List<TicketCounts.Closed> closed,
        List<TicketCounts.Answered> answered,
        List<Freshness.Site> fresh) {

    Picture {
        underWay = List.copyOf(underWay);
        findings = List.copyOf(findings);
        hours = List.copyOf(hours);
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        answered = List.copyOf(answered);
        fresh = List.copyOf(fresh);
    }

    /** What of it lies at or below the unit of that path. */
    Picture below(String path) {
        return of(place -> place.startsWith(path));
    }

    /** What of it lies at the places that are wanted. */
    Picture of(Predicate<String> wanted) {
        return new Picture(at,
                some(underWay, WatchCounts.UnderWay::unitPath, wanted),
                some(findings, WatchCounts.Findings::unitPath, wanted),
                some(hours, WatchCounts.Hour::unitPath, wanted),
                some(open, TicketCounts.Open::placePath, wanted),
                some(closed, TicketCounts.Closed::placePath, wanted),
                some(answered, TicketCounts.Answered::placePath, wanted),
                some(fresh, Freshness.Site::unitPath, wanted));
    }

    private static <T> List<T> some(List<T> rows, Function<T, String> path, Predicate<String> wanted) {
        return rows.stream().filter(row -> wanted.test(path.apply(row))).toList();
    }

    long parcels() {
        return underWay.stream().mapToLong(WatchCounts.UnderWay::parcels).sum();
    }

    long silent() {
        return findings.stream().mapToLong(WatchCounts.Findings::silent).sum();
    }

    long openTickets() {
        return open.stream().mapToLong(TicketCounts.Open::open).sum();
    }

    long overdue() {
        return open.stream().mapToLong(TicketCounts.Open::overdue).sum();
    }
}
