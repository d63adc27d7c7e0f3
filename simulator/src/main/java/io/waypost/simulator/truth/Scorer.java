package io.waypost.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds warnings against the truth.
 *
 * <p><b>Right.</b> A warning is right when at the instant it was raised the parcel was inside an episode in which it was
 * {@linkplain Kind#stuck() stuck or lost}. A warning about a parcel that is merely late, on a lorry behind schedule or
 * waiting for its customer, is wrong even if the parcel gets lost later: nobody could have found it at that moment. The
 * episode begins when the next scan was due, not at the last one, so that early guesses earn nothing.
 *
 * <p><b>Found.</b> An episode counts when the parcel went at least 48 hours without a valid scan by its end, or by the
 * horizon. Shorter ones cure themselves before a customer asks, and the industry's own rules (no update within 48 h in
 * transit) start there; a rule that warned of each of them would warn of every late lorry. A counted episode is found
 * when a warning was raised inside it, also one that ended it early is not held against the rule: it then never got to
 * 48 hours and does not count.
 *
 * <p><b>Once.</b> Of several warnings with the same parcel and the same beginning of silence only the first is judged.
 */
public final class Scorer {

    /** From how long a silence an episode counts. */
    public static final Duration COUNTS_FROM = Duration.ofDays(2);

    private Scorer() {}

    /** The score of these warnings. */
    public static Score score(Truth truth, Collection<Warning> warnings) {
        Map<String, List<Episode>> episodes = truth.byWaybill();
        Map<Warning, Instant> first = new HashMap<>();
        for (Warning warning : warnings) {
            first.merge(silence(warning), warning.raisedAt(), (a, b) -> a.isBefore(b) ? a : b);
        }
        int right = 0;
        Set<Episode> warned = new HashSet<>();
        for (Map.Entry<Warning, Instant> entry : first.entrySet()) {
            List<Episode> hit = episodes.getOrDefault(entry.getKey().waybill(), List.of()).stream()
                    .filter(episode -> episode.kind().stuck() && episode.covers(entry.getValue())).toList();
            warned.addAll(hit);
            right += hit.isEmpty() ? 0 : 1;
        }
        List<Episode> counted = truth.episodes().stream().filter(episode -> counts(episode, truth.upTo())).toList();
        int found = (int) counted.stream().filter(warned::contains).count();
        return new Score(right, first.size() - right, warnings.size() - first.size(), found, counted.size() - found);
    }

    /** Whether an episode counts for recall. */
    public static boolean counts(Episode episode, Instant horizon) {
        return episode.kind().stuck() && episode.silence(horizon).compareTo(COUNTS_FROM) >= 0;
    }

    /** What makes two warnings be about one silence. */
    private static Warning silence(Warning warning) {
        return new Warning(warning.waybill(), warning.silentSince(), warning.silentSince());
    }
}
