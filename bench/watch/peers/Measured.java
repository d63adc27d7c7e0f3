import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Time of the clock and of the processors, and memory, of this process and of a server with its children. */
final class Measured {

    private static final double TICKS = 100;
    private static long wall;
    private static double cpu;

    private Measured() {}

    /** From here on. */
    static synchronized void begin(long server) throws IOException {
        wall = System.nanoTime();
        cpu = cpuSeconds(server);
    }

    /** Up to here; prints a figure a line: name, tab, value. */
    static synchronized void end(long server) throws IOException {
        say("wall seconds", (System.nanoTime() - wall) / 1e9);
        say("cpu seconds", cpuSeconds(server) - cpu);
        say("megabytes", megabytes(server));
    }

    static void say(String name, double value) {
        System.out.printf("%s\t%.2f%n", name, value);
    }

    private static double cpuSeconds(long server) throws IOException {
        double own = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / 1e9;
        if (server == 0) {
            return own;
        }
        // What its children that ended have used is counted with it.
        double all = own + ticks(server, 13, 14, 15, 16);
        for (long child : children(server)) {
            all += ticks(child, 13, 14);
        }
        return all;
    }

    /** The most that was resident of this process; of a server, its present share. */
    private static double megabytes(long server) throws IOException {
        double kilobytes = kilobytes(Path.of("/proc/self/status"), "VmHWM:");
        if (server != 0) {
            kilobytes += kilobytes(Path.of("/proc/%d/smaps_rollup".formatted(server)), "Pss:");
            for (long child : children(server)) {
                kilobytes += kilobytes(Path.of("/proc/%d/smaps_rollup".formatted(child)), "Pss:");
            }
        }
        return kilobytes / 1024;
    }

    private static List<Long> children(long server) {
        return ProcessHandle.of(server).map(each -> each.children().map(ProcessHandle::pid).toList())
                .orElse(new ArrayList<>());
    }

    private static double ticks(long pid, int... fields) throws IOException {
        var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
        var values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int field : fields) {
            // The first two are before the bracket.
            sum += Double.parseDouble(values[field - 2]);
        }
        return sum / TICKS;
    }

    private static double kilobytes(Path file, String name) throws IOException {
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith(name)) {
                return Double.parseDouble(line.replaceAll("\\D+", ""));
            }
        }
        return 0;
    }
}
