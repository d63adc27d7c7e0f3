package io.waypost.app.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Checked.Rejected;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.ByteNames;
import io.waypost.watch.intake.ScanLines;
import io.waypost.watch.intake.Taken;
import io.waypost.watch.intake.Vocabulary;
import io.waypost.watch.table.WaybillKey;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("P1 A line that was tampered with is judged in the stream as everywhere else")
class StreamLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T06:30:00Z");
    private static final byte[] GOOD = """
            {"waybill":"YT7000000000001","type":"DEPARTED","scannedAt":"2026-11-29T14:00:00.5+08:00","site":"O1","nextSite":"H1",\
            "device":"D1","operator":"E1","bag":"B1","weightKg":1.25,"remark":"left at the door","promisedAt":"2026-12-01T10:00:00Z"}"""
            .getBytes(UTF_8);
    private static final byte[] ODD = "\"\\{}[]:,. \t\r0-+eE1AZz_站nul".getBytes(UTF_8);

    private final JsonLines json = new JsonLines(new JsonMapper());
    private final ScanRules rules = new ScanRules(ScanPolicy.defaults());

    @Test
    void whateverIsDoneToIt() throws Exception {
        var random = new Random(5);
        var words = new Words();
        for (var known : new String[]{"O1", "H1", "D1", "E1"}) {
            words.site(known);
            words.device(known);
            words.operator(known);
        }
        long good = 0;
        for (int round = 0; round < 50_000; round++) {
            var line = GOOD.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                line[random.nextInt(line.length)] = ODD[random.nextInt(ODD.length)];
            }
            var taken = new Taken();
            new ScanLines(words, json::scan).read(line, 0, line.length, true, (int) NOW.getEpochSecond(),
                    Vocabulary.Reach.EVERYTHING,
                    new ScanBatch(), taken);
            var expected = verdict(line);
            var found = taken.accepted() == 1
                    ? "ACCEPTED"
                    : taken.refusals() == 0 ? "BLANK" : taken.refused().getFirst().code();
            assertThat(found).as(new String(line, UTF_8)).isEqualTo(expected);
            good += taken.accepted();
        }
        assertThat(good).isBetween(5_000L, 45_000L);
    }

    private String verdict(byte[] line) {
        var fields = json.line(1, line, 0, line.length).fields();
        if (fields == null) {
            return "UNREADABLE";
        }
        return switch (rules.check(Intake.scan(fields), NOW)) {
            case Rejected rejected -> rejected.reason().name();
            case Accepted(var scan) -> WaybillKey.packed(WaybillKey.of(scan.waybill())) ? "ACCEPTED" : "WAYBILL_SHAPE";
        };
    }

    private static final class Words implements Vocabulary {

        private final ByteNames sites = new ByteNames();
        private final ByteNames others = new ByteNames();
        private int given;

        private int put(ByteNames names, String name) {
            names.put(name.getBytes(UTF_8), ++given);
            return given;
        }

        @Override
        public int knownSite(byte[] text, int from, int length) {
            return sites.number(text, from, length);
        }

        @Override
        public int knownDevice(byte[] text, int from, int length) {
            return others.number(text, from, length);
        }

        @Override
        public int knownOperator(byte[] text, int from, int length) {
            return others.number(text, from, length);
        }

        @Override
        public int site(String code) {
            return put(sites, code);
        }

        @Override
        public int device(String name) {
            return put(others, name);
        }

        @Override
        public int operator(String name) {
            return put(others, name);
        }

        @Override
        public boolean outlet(int site) {
            return false;
        }

        @Override
        public int lane(int site, int nextSite) {
            return 0;
        }
    }
}
