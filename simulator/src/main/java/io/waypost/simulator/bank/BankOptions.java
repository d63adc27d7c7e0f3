package io.waypost.simulator.bank;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to run the bank, from the command line.
 *
 * @param keys folder of the keys of both sides; made where they are missing
 * @param journal file of everything it did
 */
record BankOptions(int port, Path keys, Path journal, String merchant, String merchantSerial, String serial, long seed,
        Manners manners) {

    static final String USAGE = """
        Usage: bank --keys DIR --journal FILE [options]

          --port N                 where it listens on 127.0.0.1; 0 for any that is free    (0)
          --keys DIR               merchant-private.pem, merchant-public.pem, platform-private.pem, platform-public.pem
          --journal FILE           what it did; read again at the next start
          --merchant NAME          the one merchant it knows                                (M1)
          --merchant-serial TEXT   the number of the merchant's key                         (MS1)
          --serial TEXT            the number of its own key                                (PS1)
          --seed N                 other chances                                            (1)
          --lose-calls SHARE       of calls that never reach it, 0 to 1                     (0)
          --lose-answers SHARE     of calls that it does and does not answer                (0)
          --refuse SHARE           of transfers that it refuses for good                    (0)
          --refuse-now SHARE       of tries that it refuses for now                         (0)
          --fail-late SHARE        of transfers that it takes and that come to nothing      (0)
          --twice SHARE            of notices that it sends once more                       (0)
          --late MILLISECONDS      how late answers, payments and notices may be            (0)
        """;

    private static final Set<String> NAMES = Set.of("port", "keys", "journal", "merchant", "merchant-serial", "serial",
            "seed", "lose-calls", "lose-answers", "refuse", "refuse-now", "fail-late", "twice", "late");

    /** Reads the command line; what is wrong is an {@link IllegalArgumentException} fit to be shown. */
    static BankOptions parse(List<String> args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
            if (!NAMES.contains(name) || i + 1 >= args.size()) {
                throw new IllegalArgumentException("'%s' is no option, or has no value.".formatted(args.get(i)));
            }
            given.put(name, args.get(i + 1));
        }
        if (!given.containsKey("keys") || !given.containsKey("journal")) {
            throw new IllegalArgumentException("--keys and --journal are needed.");
        }
        return new BankOptions(Math.toIntExact(whole(given, "port", 0)), Path.of(given.getOrDefault("keys", "")),
                Path.of(given.getOrDefault("journal", "")), given.getOrDefault("merchant", "M1"),
                given.getOrDefault("merchant-serial", "MS1"), given.getOrDefault("serial", "PS1"),
                whole(given, "seed", 1),
                new Manners(share(given, "lose-calls"), share(given, "lose-answers"), share(given, "refuse"),
                        share(given, "refuse-now"), share(given, "fail-late"), share(given, "twice"),
                        whole(given, "late", 0)));
    }

    private static long whole(Map<String, String> given, String name, long usual) {
        String text = given.get(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "--%s is '%s', which is no number. Maybe %d".formatted(name, text, usual));
        }
        return Long.parseLong(text);
    }

    private static double share(Map<String, String> given, String name) {
        String text = given.getOrDefault(name, "0");
        if (!text.matches("0|1|0?\\.[0-9]{1,9}")) {
            throw new IllegalArgumentException("--%s is '%s', which is no share from 0 to 1.".formatted(name, text));
        }
        return Double.parseDouble(text);
    }
}
