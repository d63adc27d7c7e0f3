package io.waypost.watch.host;

import io.waypost.core.watch.CompactWatch;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.record.WatchRecord.LaneNamed;
import io.waypost.watch.record.WatchRecord.LimitsAdded;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.record.WatchRecord.SitesDescribed;
import io.waypost.watch.record.WatchRecord.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the log has told so far that concerns all parcels, and the rule that follows from it. Whoever reads the log in its order has the
 * same book at the same place. Not safe for threads: each reader keeps its own.
 */
public final class Book {

    private static final int[] OPEN = {};

    private final SiteIndex sites = new SiteIndex();
    private final LaneIndex lanes = new LaneIndex();
    private final List<Limits> versions = new ArrayList<>();
    private int[][] closures = {};
    private @Nullable CompactWatch watch;

    /** Whether the record concerns all parcels. */
    public static boolean concerns(WatchRecord record) {
        return record instanceof SiteDescribed || record instanceof SitesDescribed || record instanceof LaneNamed
                || record instanceof LimitsAdded || record instanceof SiteCloses;
    }

    /** Learns what the record tells; one that concerns a single parcel tells nothing here. */
    public void learn(WatchRecord record) {
        switch (record) {
            case SiteDescribed(var number, var site) ->
                expect(number, sites.describe(site), "site %s".formatted(site.code()));
            case SitesDescribed all -> all.each().forEach(this::learn);
            case LaneNamed(var number, var lane) -> expect(number, lanes.number(lane), lane.toString());
            case LimitsAdded(var limits) -> {
                versions.add(limits);
                watch = null;
            }
            case SiteCloses(var site, var spans) -> close(site, spans);
            default -> {
                // It concerns one parcel or none.
            }
        }
    }

    /** The rule as of here. */
    public CompactWatch watch() {
        var rule = watch;
        if (rule == null) {
            rule = new CompactWatch(versions, PauseRules.defaults(), this::closing, sites, lanes);
            watch = rule;
        }
        return rule;
    }

    /** What tells another book all that this one knows. */
    public List<WatchRecord> records() {
        var records = new ArrayList<WatchRecord>();
        for (int number = 1; number < sites.size(); number++) {
            records.add(new SiteDescribed(number, sites.site(number)));
        }
        for (int number = 1; number < lanes.size(); number++) {
            records.add(new LaneNamed(number, lanes.lane(number)));
        }
        versions.forEach(limits -> records.add(new LimitsAdded(limits)));
        for (int site = 0; site < closures.length; site++) {
            if (closures[site].length > 0) {
                records.add(new SiteCloses(site, spans(closures[site])));
            }
        }
        return records;
    }

    /** Whether anything can be watched yet. */
    public boolean hasLimits() {
        return !versions.isEmpty();
    }

    /** The newest version of the table of limits that was told; 0 for none. */
    public int newestLimits() {
        return versions.isEmpty() ? 0 : versions.getLast().version();
    }

    /** The closures of a site, as told last. */
    public List<Span> closures(int site) {
        return spans(closing(site));
    }

    /** The sites by their numbers. */
    public SiteIndex sites() {
        return sites;
    }

    /** The lanes by their numbers. */
    public LaneIndex lanes() {
        return lanes;
    }

    private int[] closing(int site) {
        return site < closures.length ? closures[site] : OPEN;
    }

    private void close(int site, List<Span> spans) {
        if (site >= closures.length) {
            int before = closures.length;
            closures = Arrays.copyOf(closures, Math.max(site + 1, sites.size()));
            Arrays.fill(closures, before, closures.length, OPEN);
        }
        closures[site] = spans.stream().flatMapToInt(span -> IntStream.of(span.from(), span.until())).toArray();
    }

    private static List<Span> spans(int[] pairs) {
        return IntStream.range(0, pairs.length / 2).mapToObj(i -> new Span(pairs[2 * i], pairs[2 * i + 1])).toList();
    }

    private static void expect(int told, int given, String what) {
        if (told != given) {
            throw new IllegalStateException(
                    "The log gives number %d to %s, which is number %d here: it is not one log read from its beginning."
                            .formatted(told, what, given));
        }
    }
}
