package io.waypost.app.sop;

import io.waypost.core.sop.KindCatalogue;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds and all approved SOPs, as they stood at one revision. Immutable. */
final class SopPicture {

    private final long revision;
    private final KindCatalogue kinds;
    private final Map<SopId, Sop> sops = new HashMap<>();
    private final Map<TicketKind, TreeMap<Instant, Sop>> timelines = new HashMap<>();

    /** A version that was approved. */
    record InForce(SopId id, SopDraft draft, Instant from) {}

    /** The versions must come by kind and number: of two from the same instant the later one counts. */
    SopPicture(long revision, KindCatalogue kinds, List<InForce> versions) {
        this.revision = revision;
        this.kinds = kinds;
        for (var version : versions) {
            var sop = version.draft().as(version.id());
            sops.put(version.id(), sop);
            timelines.computeIfAbsent(version.id().kind(), _ -> new TreeMap<>()).put(version.from(), sop);
        }
    }

    long revision() {
        return revision;
    }

    KindCatalogue kinds() {
        return kinds;
    }

    Optional<Sop> find(SopId id) {
        return Optional.ofNullable(sops.get(id));
    }

    /** The kind's own SOP in force at the instant. */
    Optional<Sop> own(TicketKind kind, Instant at) {
        var timeline = timelines.get(kind);
        var entry = timeline == null ? null : timeline.floorEntry(at);
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }

    /** From when that version is or was in force. */
    Optional<Instant> since(SopId id) {
        return timelines.getOrDefault(id.kind(), new TreeMap<>()).entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id)).map(Map.Entry::getKey).findFirst();
    }

    /** The kind's own, else its first level's. */
    Optional<Sop> inForce(TicketKind kind, Instant at) {
        return own(kind, at).or(() -> own(kind.main(), at));
    }
}
