package io.waypost.simulator.drive;

import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.network.Shape;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * How far a simulation got, on disk: its settings, the time up to which everything was sent, and what people found. From
 * these the simulation is played again after a restart, without sending. Not safe for threads.
 */
final class StateDir {

    private final Path state;

    private final Path found;

    StateDir(Path dir) {
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder %s.".formatted(dir), e);
        }
        this.state = dir.resolve("simulation.properties");
        this.found = dir.resolve("found.log");
    }

    /**
     * What is kept.
     *
     * @param warmUpTo the end of the warm-up
     * @param sentUpTo everything up to then has reached the platform
     */
    record Kept(Settings settings, Instant warmUpTo, Instant sentUpTo) {

        Kept sent(Instant upTo) {
            return new Kept(settings, warmUpTo, upTo);
        }
    }

    Optional<Kept> load() {
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(state)) {
            kept.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(state), e);
        }
        Settings settings = Settings.demo(Long.parseLong(kept.getProperty("seed")),
                Instant.parse(kept.getProperty("start")),
                Integer.parseInt(kept.getProperty("parcelsPerDay")),
                Shape.named(kept.getProperty("shape", Shape.STANDING.title())));
        String showcase = kept.getProperty("showcase", "");
        Settings run = showcase.isEmpty() ? settings : settings.withShowcase(showcase);
        return Optional.of(new Kept(Boolean.parseBoolean(kept.getProperty("handOvers")) ? run.withHandOvers() : run,
                Instant.parse(kept.getProperty("warmUpTo")), Instant.parse(kept.getProperty("sentUpTo"))));
    }

    void save(Kept kept) {
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(kept.settings().seed()));
        properties.setProperty("start", kept.settings().start().toString());
        properties.setProperty("parcelsPerDay", Integer.toString(kept.settings().parcelsPerDay()));
        properties.setProperty("shape", kept.settings().shape().title());
        properties.setProperty("showcase", Optional.ofNullable(kept.settings().showcase()).orElse(""));
        properties.setProperty("handOvers", Boolean.toString(kept.settings().handOvers()));
        properties.setProperty("warmUpTo", kept.warmUpTo().toString());
        properties.setProperty("sentUpTo", kept.sentUpTo().toString());
        Path next = state.resolveSibling("simulation.properties.next");
        try {
            try (Writer out = Files.newBufferedWriter(next)) {
                properties.store(out, null);
            }
            Files.move(next, state, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write %s.".formatted(state), e);
        }
    }

    /** Notes that a parcel was found at the simulation's present second. */
    void noteFound(Instant at, String waybill) {
        try {
            Files.writeString(found, at + " " + waybill + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write %s.".formatted(found), e);
        }
    }

    /** Brings a new simulation to where the kept one had got, with everything that was found on the way. */
    void replay(Simulation simulation, Instant upTo) {
        if (upTo.getEpochSecond() <= simulation.now().getEpochSecond()) {
            // Nothing was sent yet: what happens in the very first second, such as announcements, is still to be told.
            return;
        }
        try {
            List<String> notes = Files.exists(found) ? Files.readAllLines(found) : List.of();
            for (String note : notes) {
                Instant at = Instant.parse(note.substring(0, note.indexOf(' ')));
                if (!at.isAfter(upTo)) {
                    simulation.advanceTo(at, _ -> {});
                    simulation.found(note.substring(note.indexOf(' ') + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(found), e);
        }
        simulation.advanceTo(upTo, _ -> {});
    }

    /** Forgets everything: the platform is a new one. */
    void clear() {
        try {
            Files.deleteIfExists(state);
            Files.deleteIfExists(found);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear %s.".formatted(state.getParent()), e);
        }
    }
}
