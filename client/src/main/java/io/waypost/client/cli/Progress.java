package io.waypost.client.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** One line that is written over on a terminal, and a line every ten seconds elsewhere. */
final class Progress {

    private final PrintStream err;

    private final long bytes;

    private final boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    private final long start = System.nanoTime();

    private long shown = start;

    Progress(PrintStream err, long bytes) {
        this.err = err;
        this.bytes = bytes;
    }

    void show(ScanImport.Totals totals, long bytesRead) {
        long now = System.nanoTime();
        if (now - shown < Duration.ofSeconds(terminal ? 1 : 10).toNanos()) {
            return;
        }
        shown = now;
        String text = "%,d lines, %d %%, %,.0f lines/s, %,d rejected".formatted(totals.lines(),
                bytes == 0 ? 100 : Math.min(100, bytesRead * 100 / bytes), totals.lines() * 1e9 / (now - start),
                totals.rejected());
        err.print(terminal ? "\r" + text + "   " : text + System.lineSeparator());
        err.flush();
    }

    void end() {
        if (terminal && shown != start) {
            err.println();
        }
    }
}
