package io.waypost.watch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanFields;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.Vocabulary.Reach;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("P1 Lines of scans are read where they stand, and judged as the written rules judge them")
class ScanLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T06:30:00Z");
    private static final int ARRIVAL = (int) NOW.getEpochSecond();
    private static final List<String> ODD = List.of("", " ", "  D7", "x".repeat(65), "y".repeat(501), "sf123456", "站点",
            "a b");

    /** What one reading came to. */
    private record Reading(Taken taken, List<ScanBatch.Frame> frames) {}

    @RepeatedTest(30)
    void findsWhatTheThoroughWayFinds() throws Exception {
        var random = new Random();
        long seed = random.nextLong();
        random.setSeed(seed);
        var scans = new ArrayList<ScanFields>();
        for (int i = 0; i < 400; i++) {
            scans.add(fields(random));
        }
        var asWritten = new MapVocabulary();
        var thorough = read(scans, asWritten, true);
        var plain = read(scans, asWritten, false);
        assertThat(plain.taken.accepted()).as("seed %d", seed).isEqualTo(thorough.taken.accepted()).isPositive();
        assertThat(plain.taken.reduced()).as("seed %d", seed).isEqualTo(thorough.taken.reduced());
        assertThat(plain.taken.refused()).as("seed %d", seed).isEqualTo(thorough.taken.refused()).isNotEmpty();
        assertThat(plain.frames).as("seed %d", seed).isEqualTo(thorough.frames);
    }

    @Test
    void readsPlainLinesWithoutTheThoroughReader() throws Exception {
        var words = new MapVocabulary();
        words.site("O1");
        words.device("D1");
        var asked = new AtomicInteger();
        var body = """
                {"waybill":"YT7000000000001","type":"ARRIVED","scannedAt":"2026-11-29T14:00:00+08:00","site":"O1","device":"D1"}
                { "site" : "O1", "weightKg" : 1.25, "waybill":"YT7000000000002","type":"PICKED_UP","scannedAt":"2026-11-29T06:00:00.123Z","bag":null}\r
                """.getBytes(UTF_8);
        var taken = new Taken();
        new ScanLines(words, (_, _, _) -> {
            asked.incrementAndGet();
            return null;
        }).read(body, 0, body.length, true, ARRIVAL, Reach.EVERYTHING, new ScanBatch(), taken);
        assertThat(asked).hasValue(0);
        assertThat(taken.accepted()).isEqualTo(2);
        assertThat(taken.reduced()).isEqualTo(1);
    }

    @Test
    void leavesAnUnfinishedLineForTheNextBytes() throws Exception {
        var words = new MapVocabulary();
        words.site("O1");
        var line = "{\"waybill\":\"YT7000000000001\",\"type\":\"ARRIVED\",\"scannedAt\":\"2026-11-29T06:00:00Z\",\"site\":\"O1\"}";
        var body = (line + "\n\n" + line + "\n" + line).getBytes(UTF_8);
        var lines = new ScanLines(words, (_, _, _) -> null);
        var taken = new Taken();
        int read = lines.read(body, 0, body.length, false, ARRIVAL, Reach.EVERYTHING, new ScanBatch(), taken);
        assertThat(read).isEqualTo(2 * line.length() + 3);
        assertThat(taken.accepted()).isEqualTo(2);
        assertThat(lines.lines()).isEqualTo(3);
        lines.read(body, read, body.length, true, ARRIVAL, Reach.EVERYTHING, new ScanBatch(), taken);
        assertThat(taken.accepted()).isEqualTo(3);
    }

    @Test
    void refusesSitesThatTheSenderMayNotSpeakFor() throws Exception {
        var words = new MapVocabulary();
        int mine = words.site("O1");
        words.site("O2");
        var body = """
                {"waybill":"YT7000000000001","type":"ARRIVED","scannedAt":"2026-11-29T06:00:00Z","site":"O1"}
                {"waybill":"YT7000000000001","type":"ARRIVED","scannedAt":"2026-11-29T06:00:00Z","site":"O2"}
                """.getBytes(UTF_8);
        var taken = new Taken();
        new ScanLines(words, (_, _, _) -> null).read(body, 0, body.length, true, ARRIVAL, site -> site == mine,
                new ScanBatch(), taken);
        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.refused()).extracting(Taken.Refused::line, Taken.Refused::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, "SITE_OUT_OF_SCOPE"));
    }

    private static Reading read(List<ScanFields> scans, MapVocabulary words, boolean allThorough) throws Exception {
        var batch = new ScanBatch();
        var taken = new Taken();
        if (allThorough) {
            var judgement = new Judgement(words, Reach.EVERYTHING, ARRIVAL, batch, taken);
            for (int i = 0; i < scans.size(); i++) {
                judgement.judge(i + 1L, scans.get(i));
            }
        } else {
            var text = new StringBuilder();
            scans.forEach(scan -> text.append(line(scan)).append('\n'));
            var body = text.toString().getBytes(UTF_8);
            var lines = new ScanLines(words, (_, from, _) -> scans.get(before(body, from)));
            lines.read(body, 0, body.length, true, ARRIVAL, Reach.EVERYTHING, batch, taken);
        }
        return new Reading(taken, batch.frames());
    }

    private static int before(byte[] body, int from) {
        int lines = 0;
        for (int i = 0; i < from; i++) {
            lines += body[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static ScanFields fields(Random random) {
        return new ScanFields(
                some(random, "YT" + (7_000_000_000_000L + random.nextInt(50))),
                some(random, ScanType.ofCode(1 + random.nextInt(ScanType.CODES)).name()),
                some(random, time(random)),
                some(random, "O" + random.nextInt(6)),
                rarely(random, time(random)),
                rarely(random, "H" + random.nextInt(6)),
                rarely(random, "D" + random.nextInt(9)),
                rarely(random, "E" + random.nextInt(9)),
                rarely(random, "B" + random.nextInt(9)),
                rarely(random,
                        List.of("1", "0.0", "12.5", "999", "1000", "1001", "-1", "007", "1e2").get(random.nextInt(9))),
                rarely(random, "放在门口"),
                rarely(random, "ev-" + random.nextInt()));
    }

    private static String time(Random random) {
        var at = NOW
                .minusSeconds(random.nextInt(40) == 0 ? -90_000 + random.nextInt(10_000) : random.nextInt(20 * 86_400));
        return switch (random.nextInt(6)) {
            case 0 -> at.toString();
            case 1 -> at.atOffset(ZoneOffset.ofHours(8)).toString();
            case 2 -> at.plusMillis(random.nextInt(1_000)).atOffset(ZoneOffset.ofHoursMinutes(-5, -30)).toString();
            case 3 -> "2026-02-30T01:02:03Z";
            case 4 -> "1999-12-31T23:59:59Z";
            default -> "2024-02-29T23:59:59.999999999+14:00";
        };
    }

    private static @Nullable String some(Random random, String usual) {
        return random.nextInt(25) > 0 ? usual : random.nextBoolean() ? null : ODD.get(random.nextInt(ODD.size()));
    }

    private static @Nullable String rarely(Random random, String usual) {
        return random.nextInt(3) > 0 ? null : some(random, usual);
    }

    private static String line(ScanFields fields) {
        var text = new StringBuilder("{");
        put(text, "waybill", fields.waybill());
        put(text, "type", fields.type());
        put(text, "scannedAt", fields.scannedAt());
        put(text, "site", fields.site());
        put(text, "promisedAt", fields.promisedAt());
        put(text, "nextSite", fields.nextSite());
        put(text, "device", fields.device());
        put(text, "operator", fields.operator());
        put(text, "bag", fields.bag());
        put(text, "weightKg", fields.weightKg());
        put(text, "remark", fields.remark());
        put(text, "eventId", fields.eventId());
        return text.append('}').toString();
    }

    private static void put(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(text.length() > 1 ? "," : "").append('"').append(name).append("\":\"").append(value)
                    .append('"');
        }
    }
}
