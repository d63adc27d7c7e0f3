package io.waypost.simulator.drive;

import io.waypost.simulator.Simulation;
import io.waypost.simulator.truth.Episode;
import io.waypost.simulator.truth.Score;
import io.waypost.simulator.truth.Scorer;
import io.waypost.simulator.truth.Truth;
import io.waypost.simulator.truth.Warning;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the warnings that a running platform has raised against the truth of the simulation that was played on it. The file
 * has a line {@code waybill,raisedAt,silentSince} for each warning; what follows on the line is a label to count mistakes by.
 *
 * <p>Whether a warning was right is judged by what happened. Whether a stuck parcel was found is judged by what would have
 * happened had nobody acted: otherwise the quicker people find parcels, the fewer would count as found.
 */
public final class ScoreMain {

    private ScoreMain() {}

    /** Arguments: the simulator's state folder, and the file of warnings. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: score STATE_DIR WARNINGS.csv");
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StateDir stateDir = new StateDir(Path.of(args[0]));
        StateDir.Kept kept = stateDir.load()
                .orElseThrow(() -> new IllegalArgumentException("No simulation was kept in %s.".formatted(args[0])));
        Simulation played = new Simulation(kept.settings());
        stateDir.replay(played, kept.sentUpTo());
        Simulation untouched = new Simulation(kept.settings());
        untouched.advanceTo(kept.sentUpTo(), _ -> {});
        Map<Warning, String> warnings = read(Path.of(args[1]));
        Score right = Scorer.score(played.truth(), warnings.keySet());
        Score found = Scorer.score(untouched.truth(), warnings.keySet());
        out.printf(
                "%s: %,d parcels up to %s; precision %.1f %% (%d right, %d wrong), recall %.1f %% (%d found, %d missed)%n",
                kept.settings().start(), played.truth().parcels(), played.truth().upTo(), right.precision() * 100,
                right.right(), right.wrong(), found.recall() * 100, found.found(), found.missed());
        mistakes(played.truth(), untouched.truth(), warnings)
                .forEach((what, times) -> out.printf("%6d  %s%n", times, what));
    }

    private static Map<Warning, String> read(Path file) throws IOException {
        Map<Warning, String> warnings = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", 4);
            warnings.put(new Warning(cells[0], Instant.parse(cells[1]), Instant.parse(cells[2])),
                    cells.length > 3 ? cells[3] : "");
        }
        return warnings;
    }

    /** What was warned of and what was missed, by kind. */
    private static Map<String, Integer> mistakes(Truth truth, Truth untouched, Map<Warning, String> warnings) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, List<Episode>> episodes = truth.byWaybill();
        warnings.forEach((warning, label) -> {
            List<Episode> known = episodes.getOrDefault(warning.waybill(), List.of());
            boolean right = known.stream()
                    .anyMatch(one -> one.kind().stuck() && one.covers(warning.raisedAt()));
            counts.merge("%s %s %s".formatted(right ? "right" : "wrong", label,
                    known.stream().map(one -> one.kind().name()).toList()), 1, Integer::sum);
        });
        untouched.episodes().stream().filter(one -> Scorer.counts(one, untouched.upTo()))
                .filter(one -> warnings.keySet().stream()
                        .noneMatch(warning -> warning.waybill().equals(one.waybill())
                                && one.covers(warning.raisedAt())))
                .forEach(one -> counts.merge("missed %s after %d days".formatted(one.kind(),
                        one.silence(untouched.upTo()).dividedBy(Duration.ofDays(1))), 1, Integer::sum));
        return counts;
    }
}
