package io.waypost.watch.record;

import io.waypost.core.watch.Lane;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.SiteIndex;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the log tells the watch besides scans. The first five concern all parcels: whoever owns a part of them applies these at their
 * place in the log, so that a replay decides by what was known then.
 */
public sealed interface WatchRecord {

    /** What is known of the site of that number from now on. */
    record SiteDescribed(int number, SiteIndex.Site site) implements WatchRecord {}

    /** The same of many sites whose numbers follow each other, told at once: every shard hears of all of them. */
    record SitesDescribed(int first, List<SiteIndex.Site> sites) implements WatchRecord {

        public SitesDescribed {
            sites = List.copyOf(sites);
        }

        /** As if each were told by itself. */
        public List<SiteDescribed> each() {
            return IntStream.range(0, sites.size()).mapToObj(i -> new SiteDescribed(first + i, sites.get(i))).toList();
        }
    }

    /** Which lane has that number. */
    record LaneNamed(int number, Lane lane) implements WatchRecord {}

    /** One more version of the table of limits. */
    record LimitsAdded(Limits limits) implements WatchRecord {}

    /** All closures of a site, in place of those known before; seconds since 1970. */
    record SiteCloses(int site, List<Span> spans) implements WatchRecord {

        public SiteCloses {
            spans = List.copyOf(spans);
        }
    }

    /** From one second to another, the end not included. */
    record Span(int from, int until) {

        public Span {
            if (until < from) {
                throw new IllegalArgumentException("The end (%d) is before the start (%d).".formatted(until, from));
            }
        }
    }

    /** A person lets a parcel rest. */
    record Rests(long key, Pause pause) implements WatchRecord {}

    /** A person ends the parcel's pause of that id. */
    record PauseEnded(long key, String id) implements WatchRecord {}

    /** A person settles the parcel's present silence. */
    record Settled(long key) implements WatchRecord {}

    /** All scans of that batch stand before this, at that second. It concerns no parcel. */
    record BatchTaken(String sender, long number, int at) implements WatchRecord {}

    /**
     * Whoever numbers batches, with what came of them up to that number of the log, those heard of longest ago first. It stands in the book
     * only.
     */
    record SendersKnown(long upTo, List<Sender> senders) implements WatchRecord {

        public SendersKnown {
            senders = List.copyOf(senders);
        }
    }

    /** Time has passed, and nothing else: without it an idle network would never be silent. */
    record Heartbeat() implements WatchRecord {}
}
