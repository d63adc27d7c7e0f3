package io.waypost.core.sop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of ticket there are (工单类型目录), in the order in which they are shown. Immutable and safe for threads. */
public final class KindCatalogue {

    private final Map<TicketKind, KindEntry> entries;
    private final List<KindEntry> order;

    /**
     * A catalogue of those entries.
     *
     * @throws IllegalArgumentException where a kind stands twice, or a second level lacks its first
     */
    public KindCatalogue(List<KindEntry> entries) {
        var byKind = new LinkedHashMap<TicketKind, KindEntry>();
        for (var entry : entries) {
            if (byKind.put(entry.kind(), entry) != null) {
                throw new IllegalArgumentException("The kind %s stands twice.".formatted(entry.kind()));
            }
        }
        for (var kind : byKind.keySet()) {
            if (!byKind.containsKey(kind.main())) {
                throw new IllegalArgumentException("The kind %s has no first level %s.".formatted(kind, kind.main()));
            }
        }
        this.entries = Map.copyOf(byKind);
        this.order = List.copyOf(byKind.values());
    }

    /** The entry of that kind. */
    public Optional<KindEntry> find(TicketKind kind) {
        return Optional.ofNullable(entries.get(kind));
    }

    /**
     * The entry of that kind, which is known to exist: what is in use is never deleted.
     *
     * @throws IllegalStateException where it does not
     */
    public KindEntry entry(TicketKind kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("The kind %s is unknown.".formatted(kind)));
    }

    /** All of them, in order. */
    public List<KindEntry> all() {
        return order;
    }

    /** Whether open tickets of those two kinds about one parcel are one case. */
    public boolean sameMatter(TicketKind one, TicketKind other) {
        var matter = entry(one).matter();
        return matter == Matter.OWN ? one.main().equals(other.main()) : matter == entry(other).matter();
    }
}
