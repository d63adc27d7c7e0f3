package io.waypost.watch.timeline;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which segments there are; the newest manifest in a folder is the truth. Plain text, so that a person can read it, with a sum at its
 * end. Immutable.
 *
 * @param number counts the changes; names its file
 * @param sealedLsn the log position up to which every event is in a segment, or was dropped as too old
 * @param nextSegment the number of the next segment
 * @param segments in the order of the log
 */
record Manifest(long number, long sealedLsn, long nextSegment, List<SegmentInfo> segments) {

    static final String PREFIX = "manifest-";
    static final String DRAFT = "manifest.new";

    private static final String TITLE = "waypost timelines 1";

    Manifest {
        segments = List.copyOf(segments);
    }

    /** Nothing was ever sealed; log positions begin at 0. */
    static Manifest empty() {
        return new Manifest(0, -1, 1, List.of());
    }

    /** The next one. */
    Manifest next(long sealed, long segment, List<SegmentInfo> others) {
        return new Manifest(number + 1, sealed, segment, others);
    }

    String file() {
        return file(number);
    }

    static String file(long number) {
        return PREFIX + "%012d".formatted(number);
    }

    /** Puts it on disk, whole or not at all. */
    void write(Storage storage) throws IOException {
        byte[] bytes = text().getBytes(StandardCharsets.US_ASCII);
        try (var out = storage.create(DRAFT)) {
            out.write(bytes, 0, bytes.length);
            out.force();
        }
        storage.rename(DRAFT, file());
        storage.force();
    }

    private String text() {
        var text = new StringBuilder(TITLE).append('\n');
        text.append("number ").append(number).append('\n');
        text.append("sealed ").append(sealedLsn).append('\n');
        text.append("next ").append(nextSegment).append('\n');
        for (var segment : segments) {
            text.append("segment %d level %d lsn %d %d arrival %d %d events %d bytes %d\n".formatted(
                    segment.number(), segment.level(), segment.firstLsn(), segment.lastLsn(), segment.minArrival(),
                    segment.maxArrival(), segment.events(), segment.bytes()));
        }
        return text + "sum " + sum(text.toString()) + "\n";
    }

    static Manifest read(Storage storage, String file) throws IOException {
        String text;
        try (var content = storage.open(file)) {
            text = new String(content.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
        }
        int end = text.lastIndexOf("sum ");
        if (end < 0 || !text.substring(end).equals("sum " + sum(text.substring(0, end)) + "\n")) {
            throw new DamagedFileException(file, Math.max(end, 0), "its sum is wrong");
        }
        var lines = text.substring(0, end).lines().toList();
        if (!lines.getFirst().equals(TITLE)) {
            throw new DamagedFileException(file, 0, "the format '%s' is not known".formatted(lines.getFirst()));
        }
        var segments = lines.subList(4, lines.size()).stream().map(Manifest::segment).toList();
        return new Manifest(number(lines.get(1)), number(lines.get(2)), number(lines.get(3)), segments);
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }

    private static SegmentInfo segment(String line) {
        var words = line.split(" ", -1);
        return new SegmentInfo(Long.parseLong(words[1]), Integer.parseInt(words[3]), Long.parseLong(words[5]),
                Long.parseLong(words[6]), Integer.parseInt(words[8]), Integer.parseInt(words[9]),
                Long.parseLong(words[11]), Long.parseLong(words[13]));
    }

    private static String sum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(crc.getValue());
    }
}
