package io.waypost.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.client.FakeServer;
import io.waypost.client.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaypostTest {

    @TempDir
    Path dir;

    private final FakeServer server = new FakeServer();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void importsNdjsonAndASecondTimeFindsOnlyDuplicates() throws IOException {
        Path file = write("scans.ndjson", "{\"waybill\":\"1\"}\n\n{\"waybill\":\"2\"}\n");

        assertThat(run("scans", "import", file.toString())).isEqualTo(Exit.DONE);
        assertThat(run("scans", "import", file.toString())).isEqualTo(Exit.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("""
            2 lines: 2 accepted, 0 duplicates, 0 rejected
            2 lines: 0 accepted, 2 duplicates, 0 rejected
            """);
        assertThat(dir.resolve("scans.ndjson.rejected.csv")).doesNotExist();
    }

    @Test
    void turnsCsvIntoJsonAndKeepsRefusedLinesWithTheirPlaceInTheFile() throws IOException {
        Path file = write("scans.csv", """
            \ufeffwaybill,TYPE,scanned_at,site,weightKg,remark,shelf
            YT1,ARRIVED,2026-03-01T08:00:00+08:00,H4401,1.25,"a, ""b""
            c",7
            ,ARRIVED,2026-03-01T08:00:00+08:00,H4401,heavy,,
            """);

        assertThat(run("scans", "import", file.toString(), "--batch=1")).isEqualTo(Exit.SOME_REJECTED);

        assertThat(server.seen()).extracting(FakeServer.Seen::body).containsExactly("""
            {"waybill":"YT1","type":"ARRIVED","scannedAt":"2026-03-01T08:00:00+08:00","site":"H4401","weightKg":1.25,"remark":"a, \\"b\\"\\nc"}
            """, """
            {"type":"ARRIVED","scannedAt":"2026-03-01T08:00:00+08:00","site":"H4401","weightKg":"heavy"}
            """);
        assertThat(dir.resolve("scans.csv.rejected.csv")).content().contains("4,waybill,MISSING,no waybill,");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("scans.csv:1: unknown columns are left out: shelf");
    }

    @Test
    void readsGzipAndChineseEncodings() throws IOException {
        Path file = dir.resolve("scans.csv.gz");
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(file))) {
            zip.write("waybill,type,scannedAt,site,remark\n1,ARRIVED,2026-03-01T08:00:00+08:00,H4401,破损\n"
                    .getBytes(Charset.forName("GB18030")));
        }

        assertThat(run("scans", "import", file.toString())).isEqualTo(Exit.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("scans.csv.gz: line 1").contains("--charset GB18030");

        assertThat(run("scans", "import", file.toString(), "--charset", "GB18030")).isEqualTo(Exit.DONE);
        assertThat(server.seen().getLast().body()).contains("破损");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(run("scans", "import", dir.resolve("none.csv").toString())).isEqualTo(Exit.WRONG_USE);
        assertThat(run("scans", "import", write("a.csv", "waybill,when\n").toString())).isEqualTo(Exit.WRONG_USE);
        assertThat(run("scans", "import", write("a.json", "[{}]").toString())).isEqualTo(Exit.WRONG_USE);
        assertThat(run("scans", "export", "x")).isEqualTo(Exit.WRONG_USE);
        assertThat(run("scans", "import", "x", "--speed", "3")).isEqualTo(Exit.WRONG_USE);
        assertThat(run("scans", "import", "x", "--batch", "20000")).isEqualTo(Exit.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.csv: no such file.")
                .contains(
                        "a.csv:1: the columns type, scannedAt, site of a scan file are missing; the header has waybill, when.")
                .contains("a.json:1: this is a JSON array").contains("'scans export x' is no command.")
                .contains("--speed is no option.").contains("--batch is '20000', and must be 1 to 10000.");
    }

    @Test
    void tellsARefusalFromAWrongFile() throws IOException {
        server.answerNext(403, "", "{\"code\":\"FORBIDDEN\",\"detail\":\"the key lacks scans.write\"}");
        assertThat(run("scans", "import", write("s.ndjson", "{}\n").toString())).isEqualTo(Exit.SERVER);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("403 FORBIDDEN the key lacks scans.write");
    }

    @Test
    void needsAKeyAndShowsHelp() {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Waypost command = new Waypost(to, errors, Map.of(), RetryPolicy.PATIENT);

        assertThat(command.run(List.of("scans", "import", "x"))).isEqualTo(Exit.WRONG_USE);
        assertThat(command.run(List.of("--help"))).isEqualTo(Exit.DONE);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("WAYPOST_KEY");
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: waypost scans import FILE");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(dir.resolve(name), content);
    }

    private Exit run(String... args) {
        Map<String, String> environment = Map.of("WAYPOST_SERVER", server.address().toString(), "WAYPOST_KEY",
                "wpk_1_x");
        return new Waypost(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment, new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(5))).run(List.of(args));
    }
}
