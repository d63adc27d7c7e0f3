package io.waypost.simulator.drive;

import io.waypost.simulator.network.Shape;
import io.waypost.simulator.network.Staff;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How to play, from the command line.
 *
 * @param shape the form of the network that a first start brings in
 * @param keyFile holds the partner key; it may appear only once the platform has started
 * @param speed of the platform's clock after the warm-up, times real time
 * @param warmUp how much time is played at once on the first start
 * @param step how far the clock moves at a time during the warm-up
 * @param leaveToPeople codes of units whose tickets a person answers
 * @param complaintsPerThousand of a thousand parcels, for how many a customer comes with a matter
 * @param handOvers whether places scan hand-overs too
 * @param password first password of the staff; without one no people are imported
 */
public record Options(URI server, Path keyFile, Path stateDir, long seed, Shape shape, int parcelsPerDay, double speed,
        Duration warmUp,
        Duration step, Set<String> leaveToPeople, String showcase, double complaintsPerThousand,
        boolean handOvers, Optional<String> password) {

    /** All options with their defaults. */
    public static final String USAGE = """
        Usage: simulator --key-file FILE [options]

          --server URL             the platform                                   (http://localhost:8080)
          --key-file FILE          partner key of the simulator
          --state-dir DIR          where it remembers how far it got              (data/simulator)
          --seed N                 another network, other parcels                 (20260301)
          --shape NAME             standing, one-hub, coast, inland, islands, night, weekend,
                                 mondays, villages or typhoon (standing)
          --parcels-per-day N      orders on an ordinary day                      (8000)
          --warm-up PERIOD         time played at once on the first start         (P3D)
          --step PERIOD            how far the clock moves at a time meanwhile    (PT5M)
          --speed N                the platform's clock afterwards                (60)
          --showcase UNIT          a badly run outlet; "none" for none            (%s)
          --leave-to-people U,U    units whose tickets a person answers           (the showcase)
          --complaints N           customers who complain, for every 1,000 parcels (10)
          --hand-overs yes|no      whether places scan what they load and the bags they take over (no)
          --password-file FILE     holds the first password of the staff; without it no people are imported
          --people-password WORD   the same, given openly
        """.formatted(Staff.SHOWCASE);

    private static final Set<String> NAMES = Set.of("server", "key-file", "state-dir", "seed", "shape",
            "parcels-per-day",
            "warm-up", "step",
            "speed", "showcase", "leave-to-people", "complaints", "hand-overs", "password-file", "people-password");

    /** Reads the command line; what is wrong is an {@link IllegalArgumentException} fit to be shown. */
    public static Options parse(List<String> args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
            if (!NAMES.contains(name) || i + 1 >= args.size()) {
                throw new IllegalArgumentException("'%s' is no option, or has no value.".formatted(args.get(i)));
            }
            given.put(name, args.get(i + 1));
        }
        if (!given.containsKey("key-file")) {
            throw new IllegalArgumentException("--key-file is missing.");
        }
        String showcase = given.getOrDefault("showcase", Staff.SHOWCASE);
        String left = given.getOrDefault("leave-to-people", showcase);
        return new Options(URI.create(given.getOrDefault("server", "http://localhost:8080")),
                Path.of(given.getOrDefault("key-file", "")),
                Path.of(given.getOrDefault("state-dir", "data/simulator")),
                read(given, "seed", "20260301", Long::parseLong),
                Shape.named(given.getOrDefault("shape", Shape.STANDING.title())),
                read(given, "parcels-per-day", "8000", Integer::parseInt),
                read(given, "speed", "60", Double::parseDouble),
                read(given, "warm-up", "P3D", Duration::parse), read(given, "step", "PT5M", Duration::parse),
                Set.copyOf(List.of(left.split(",", -1))), showcase, read(given, "complaints", "10", Options::share),
                read(given, "hand-overs", "no", Options::yes), password(given));
    }

    private static double share(String text) {
        double share = Double.parseDouble(text);
        if (!(share >= 0 && share <= 1_000)) {
            throw new NumberFormatException("not from 0 to 1,000");
        }
        return share;
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new NumberFormatException("neither yes nor no");
        };
    }

    private static <T> T read(Map<String, String> given, String name, String usual, Function<String, T> reader) {
        String value = given.getOrDefault(name, usual);
        try {
            return reader.apply(value);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--%s is '%s', which cannot be read. Maybe %s".formatted(name, value, usual), e);
        }
    }

    private static Optional<String> password(Map<String, String> given) {
        String file = given.get("password-file");
        if (file == null) {
            return Optional.ofNullable(given.get("people-password"));
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("The password file %s cannot be read.".formatted(file), e);
        }
    }
}
