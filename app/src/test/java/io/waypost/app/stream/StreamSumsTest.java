package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.LagHistogram;
import io.waypost.watch.sum.ScanSums;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@DisplayName("P5 P6 The boards of freshness, of scanners and of outlets show a network that streams")
class StreamSumsTest {

    private static final int SCANS = 2_000;
    private static final int SIGNED = 1_500;

    @TempDir
    static Path data;

    private final ScanStream stream;
    private final StreamEngine engine;
    private final HostStore hosts;
    private final StreamBoards boards;
    private final ScanIntake intake;
    private final Organisation organisation;
    private final MockMvc mvc;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    StreamSumsTest(ScanStream stream, StreamEngine engine, HostStore hosts, StreamBoards boards, ScanIntake intake,
            Organisation organisation, MockMvc mvc, Deadlines deadlines, BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.stream = stream;
        this.engine = engine;
        this.hosts = hosts;
        this.boards = boards;
        this.intake = intake;
        this.organisation = organisation;
        this.mvc = mvc;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.data", () -> data.toString());
    }

    @Test
    void whatStreamsIsCountedOnceBesideWhatDoesNot() throws Exception {
        clock.run(0);
        // A morning, so that "today" does not end meanwhile; counting from the timelines begins a little behind the clock.
        pass(Duration.between(clock.instant(),
                clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(26))));
        pass(Duration.ofMinutes(10));
        send("YT7101", SCANS, ScanType.ARRIVED, "H4401", "LATE-1", Duration.ofMinutes(20));
        send("YT7102", SCANS, ScanType.DEPARTED, "H4401", "PROMPT-1", Duration.ofSeconds(10));
        send("YT7102", SCANS, ScanType.ARRIVED, "H4401", "PROMPT-1", Duration.ofSeconds(10));
        send("YT7102", SCANS, ScanType.DEPARTED, "H4401", "PROMPT-1", Duration.ofSeconds(10));
        engine.stop();
        engine.start();
        send("YT7103", SCANS, ScanType.ARRIVED, "O440106-001", "PROMPT-2", Duration.ofSeconds(30));
        send("YT7103", SCANS, ScanType.OUT_FOR_DELIVERY, "O440106-001", "PROMPT-2", Duration.ofSeconds(30));
        send("YT7103", SIGNED, ScanType.SIGNED, "O440106-001", "PROMPT-2", Duration.ofSeconds(30));
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        intake.take(IntStream.range(0, 100)
                .mapToObj(i -> new Scan("YT7104%09d".formatted(i), ScanType.ARRIVED, now.minusSeconds(150), "H4401",
                        null, null, "PROMPT-1", null, null, null, null, null))
                .toList(), "test", now);

        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        awaitCounted(() -> {
            var hub = south.get("/api/v1/boards/freshness?unit=C4401");
            hub.andExpect(jsonPath("$.items[?(@.unit.code == 'H4401')].scans").value(3 * SCANS + 100));
            hub.andExpect(jsonPath("$.items[?(@.unit.code == 'H4401')].p50Seconds").value(10));
            hub.andExpect(jsonPath("$.items[?(@.unit.code == 'H4401')].p95Seconds").value(1_200));
            hub.andExpect(jsonPath("$.items[?(@.unit.code == 'O440106-001')].scans").value(2 * SCANS + SIGNED));
            hub.andExpect(jsonPath("$.items[?(@.unit.code == 'O440106-001')].p95Seconds").value(30));
            var devices = south.get("/api/v1/devices?unit=C4401");
            devices.andExpect(jsonPath("$.items[?(@.code == 'LATE-1')].lag.scans").value(SCANS));
            devices.andExpect(jsonPath("$.items[?(@.code == 'LATE-1')].lag.meanSeconds").value(1_200));
            devices.andExpect(jsonPath("$.items[?(@.code == 'PROMPT-1')].lag.scans").value(2 * SCANS + 100));
            devices.andExpect(jsonPath("$.items[?(@.code == 'PROMPT-2')].lag.scans").value(2 * SCANS + SIGNED));
            var outlet = south.get("/api/v1/operations/sites/O440106-001");
            outlet.andExpect(jsonPath("$.now.backlog").value(SCANS - SIGNED));
            outlet.andExpect(jsonPath("$.now.entered").value(SCANS));
            outlet.andExpect(jsonPath("$.now.given").value(SCANS));
            outlet.andExpect(jsonPath("$.now.delivered").value(SIGNED));
            var hubAtWork = south.get("/api/v1/operations/sites/H4401");
            hubAtWork.andExpect(jsonPath("$.now.entered").value(2 * SCANS + 100));
            hubAtWork.andExpect(jsonPath("$.now.backlog").value(SCANS + 100));
        });
    }

    @Test
    void sumsThatAreOfferedAgainAreTakenOnce() throws Exception {
        clock.run(0);
        send("YT7105", SCANS, ScanType.ARRIVED, "O110101-001", "PDA-9", Duration.ofSeconds(10));
        var words = engine.opened().words();
        int site = words.site("O110102-001");
        engine.stop();
        var host = UUID.fromString(Files.readString(data.resolve("stream/engine.id")).strip());
        var sink = new StreamSums(host, hosts, boards, transaction);
        long counted = sink.takenUpTo();
        int minute = (int) clock.instant().getEpochSecond() / 60 * 60;
        var sums = sums(counted, counted + 3, minute, site);
        assertThatThrownBy(() -> sink.take(sums)).as("nobody knows yet what the numbers stand for")
                .hasMessageContaining("being opened");
        sink.names(words);
        sink.take(sums);
        sink.take(sums);
        assertThat(sink.takenUpTo()).isEqualTo(counted + 3);
        assertThatThrownBy(() -> sink.take(sums(counted + 2, counted + 5, minute, site)))
                .as("a part of it is here already").hasMessageContaining("are counted");
        sink.take(sums(counted + 3, counted + 4, minute, site));
        pass(Duration.ofMinutes(1));
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> north.get("/api/v1/boards/freshness?unit=C1101")
                .andExpect(jsonPath("$.items[?(@.unit.code == 'O110102-001')].scans").value(14)));
    }

    private static ScanSums sums(long after, long upTo, int minute, int site) {
        var seven = new Long[LagHistogram.BOUNDS.size() + 1];
        Arrays.fill(seven, 0L);
        seven[2] = 7L;
        var histogram = new LagHistogram(List.of(seven));
        return new ScanSums(after, upTo, List.of(new ScanSums.SiteLag(minute, site, 100, minute + 5, histogram)),
                List.of(), List.of(), List.of());
    }

    /** Scans of as many parcels, a hundred a call. */
    private void send(String prefix, int parcels, ScanType type, String site, String device, Duration lag)
            throws IOException {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(lag);
        for (int first = 0; first < parcels; first += 100) {
            var lines = IntStream.range(first, first + 100).mapToObj(i -> line("%s%09d".formatted(prefix, i), type,
                    at, site, device)).collect(Collectors.joining());
            var taken = stream.lines(new ByteArrayInputStream(lines.getBytes(UTF_8)),
                    ThoroughLines::fields,
                    Scope.EVERYTHING, 1 << 20, null).taken();
            assertThat(taken.refused()).isEmpty();
        }
    }

    private static String line(String waybill, ScanType type, Instant at, String site, String device) {
        return """
                {"waybill":"%s","type":"%s","scannedAt":"%s","site":"%s","device":"%s"}
                """.formatted(waybill, type, at, site, device);
    }

    /** Lets the minutes pass until everything is counted. */
    private void awaitCounted(Shown shown) {
        pass(Duration.ofMinutes(3));
        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            pass(Duration.ofMinutes(1));
            shown.check();
        });
    }

    @FunctionalInterface
    private interface Shown {

        void check() throws Exception;
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }
}
