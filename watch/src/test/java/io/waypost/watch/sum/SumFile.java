package io.waypost.watch.sum;

import io.waypost.watch.host.SumSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes sums over into a file, for a process that is killed: a hand-over is in it as a whole, with its last line, or not at all. */
public final class SumFile implements SumSink {

    private static final String BEGIN = "begin";
    private static final String END = "end";

    private final FileChannel channel;
    private long upTo;

    /** Goes on behind what is whole in the file. */
    public SumFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        upTo = read(file, new HashMap<>());
    }

    @Override
    public long takenUpTo() {
        return upTo;
    }

    @Override
    public void take(ScanSums sums) {
        if (sums.after() < upTo) {
            throw new IllegalStateException("Offered after %d, and %d is here.".formatted(sums.after(), upTo));
        }
        var rows = SumShelf.rows(sums).entrySet().stream().map(row -> row.getKey() + " "
                + row.getValue().stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n");
        var text = "\n%s\n%s%s %d .\n".formatted(BEGIN, rows.collect(Collectors.joining()), END, sums.upTo());
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upTo = sums.upTo();
    }

    /** Adds what is whole in the file; gives back up to which frame that is. */
    public static long read(Path file, Map<String, List<Long>> sums) throws IOException {
        long upTo = 0;
        var open = new HashMap<String, List<Long>>();
        for (var line : Files.readAllLines(file)) {
            var words = line.split(" ");
            if (words[0].equals(BEGIN)) {
                open.clear();
            } else if (words[0].equals(END) && words.length == 3) {
                open.forEach((name, row) -> SumShelf.add(sums, name, row));
                open.clear();
                upTo = Long.parseLong(words[1]);
            } else if (words.length > 2) {
                open.put(words[0], Arrays.stream(words).skip(1).map(Long::valueOf).toList());
            }
        }
        return upTo;
    }
}
