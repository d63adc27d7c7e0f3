package io.waypost.watch.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.scan.ScanType;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.Vocabulary.Reach;
import io.waypost.watch.record.Records;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P1 Binary batches of carriers' gateways: read, judged scan by scan, and refused whole where they are not built as they must be")
class BinaryScansTest {

    private static final int ARRIVAL = (int) Instant.parse("2026-11-29T06:30:00Z").getEpochSecond();

    @Test
    void readsWhatLinesWouldSay() throws Exception {
        var words = new MapVocabulary();
        var fromBatch = new ScanBatch();
        var taken = read(batch(), words, fromBatch);
        assertThat(taken.accepted()).isEqualTo(2);
        assertThat(taken.refused()).isEmpty();
        var lines = """
                {"waybill":"YT7000000000001","type":"DEPARTED","scannedAt":"2026-11-29T06:00:00Z","site":"O1","nextSite":"H1","device":"D1","operator":"E1","bag":"B1"}
                {"waybill":"YT7000000000002","type":"ARRIVED","scannedAt":"2026-11-29T06:10:00Z","site":"H1"}
                """.getBytes(US_ASCII);
        var fromLines = new ScanBatch();
        new ScanLines(words, (_, _, _) -> null).read(lines, 0, lines.length, true, ARRIVAL, Reach.EVERYTHING, fromLines,
                new Taken());
        assertThat(fromBatch.frames()).isEqualTo(fromLines.frames()).hasSize(2);
    }

    @Test
    @DisplayName("gives each scan of a long batch the lane that it would have alone")
    void manyWays() throws Exception {
        var random = new Random(5);
        var words = new MapVocabulary();
        var sites = IntStream.rangeClosed(1, 90).mapToObj("H%03d"::formatted).toArray(String[]::new);
        int scans = 3_000;
        var all = new Batch().sites(sites).devices().operators().scans(scans);
        var alone = new ByteArrayOutputStream();
        for (int i = 0; i < scans; i++) {
            int from = 1 + random.nextInt(sites.length);
            int to = random.nextInt(sites.length + 1);
            all.scan("YT7000000000001", ScanType.DEPARTED.code(), ARRIVAL, from, to, 0, 0, 0);
            var one = new ScanBatch();
            read(new Batch().sites(sites).devices().operators().scans(1)
                    .scan("YT7000000000001", ScanType.DEPARTED.code(), ARRIVAL, from, to, 0, 0, 0).bytes(), words, one);
            alone.writeBytes(rows(one));
        }
        var together = new ScanBatch();
        read(all.bytes(), words, together);
        assertThat(rows(together)).isEqualTo(alone.toByteArray());
    }

    /** The rows of a batch of one parcel's scans. */
    private static byte[] rows(ScanBatch batch) {
        var frame = batch.frames().getFirst().payload();
        var rows = new byte[frame.remaining() - Records.FIRST_ROW];
        frame.get(frame.position() + Records.FIRST_ROW, rows);
        return rows;
    }

    @Test
    void tellsWhatIsWrongWithOneScanAndTakesTheOthers() throws Exception {
        var bytes = new Batch().sites("O1").devices().operators().scans(4)
                .scan("YT7000000000001", ScanType.ARRIVED.code(), ARRIVAL, 1, 0, 0, 0, 0)
                .scan("yt7", ScanType.ARRIVED.code(), ARRIVAL, 1, 0, 0, 0, 0)
                .scan("YT7000000000001", 35, ARRIVAL, 1, 0, 0, 0, 0)
                .scan("YT7000000000001", ScanType.ARRIVED.code(), ARRIVAL + 90_000, 0, 0, 0, 0, 0)
                .bytes();
        var taken = read(bytes, new MapVocabulary(), new ScanBatch());
        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.refused()).extracting(Taken.Refused::line).containsExactly(2L, 3L, 4L);
        assertThat(taken.refused()).extracting(Taken.Refused::code).containsExactly("WAYBILL_FORMAT", "TYPE_UNKNOWN",
                "TIME_IN_FUTURE");
    }

    @Test
    void refusesEveryBatchThatIsCutOffOrGoesOn() {
        var whole = batch();
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut, new MapVocabulary(), new ScanBatch())).isInstanceOf(MalformedBatch.class)
                    .hasMessageStartingWith("At byte ");
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1), new MapVocabulary(), new ScanBatch()))
                .isInstanceOf(MalformedBatch.class).hasMessageContaining("2 scans were announced, and 1 bytes follow");
    }

    @Test
    void neverFailsOtherwiseWhateverItIsSent() throws Exception {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            var bytes = batch();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes, new MapVocabulary(), new ScanBatch());
            } catch (MalformedBatch expected) {
                assertThat(expected).hasMessageStartingWith("At byte ");
            }
        }
    }

    private static Taken read(byte[] bytes, MapVocabulary words, ScanBatch into) throws Exception {
        var taken = new Taken();
        BinaryScans.read(words, bytes, bytes.length, ARRIVAL, Reach.EVERYTHING, into, taken);
        return taken;
    }

    private static byte[] batch() {
        return new Batch().sites("O1", "H1").devices("D1").operators("E1").scans(2)
                .scan("YT7000000000001", ScanType.DEPARTED.code(), ARRIVAL - 1_800, 1, 2, 1, 1, 1)
                .scan("YT7000000000002", ScanType.ARRIVED.code(), ARRIVAL - 1_200, 2, 0, 0, 0, 0)
                .bytes();
    }

    /** Writes a batch as docs/open-api.md describes it. */
    private static final class Batch {

        private final ByteBuffer out = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN)
                .put("WPS1".getBytes(US_ASCII));

        Batch sites(String... names) {
            return table(names);
        }

        Batch devices(String... names) {
            return table(names);
        }

        Batch operators(String... names) {
            return table(names);
        }

        Batch scans(int number) {
            out.putInt(number);
            return this;
        }

        Batch scan(String waybill, int type, int second, int site, int next, int device, int operator, int flags) {
            name(waybill);
            out.put((byte) type).putInt(second);
            List.of(site, next, device, operator).forEach(place -> out.putShort(place.shortValue()));
            out.put((byte) flags);
            return this;
        }

        byte[] bytes() {
            return Arrays.copyOf(out.array(), out.position());
        }

        private Batch table(String... names) {
            out.putShort((short) names.length);
            List.of(names).forEach(this::name);
            return this;
        }

        private void name(String name) {
            out.put((byte) name.length()).put(name.getBytes(US_ASCII));
        }
    }
}
