package io.waypost.bot.evaluate;

import io.waypost.bot.Understander;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long the understanding of one message takes, and how many a second two threads bear. */
record Speed(Understander bot, PrintStream out) {

    private static final int ROUNDS = 3;

    void measure(List<String[]> lines) {
        lines.forEach(line -> bot.understand(line[1]));
        var times = new long[lines.size() * ROUNDS];
        for (int i = 0; i < times.length; i++) {
            var text = lines.get(i % lines.size())[1];
            long begin = System.nanoTime();
            bot.understand(text);
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        long begin = System.nanoTime();
        lines.parallelStream().forEach(line -> bot.understand(line[1]));
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "%nOne message: p50 %.1f ms, p99 %.1f ms; %.0f messages a second.%n",
                times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6, lines.size() / seconds);
    }
}
