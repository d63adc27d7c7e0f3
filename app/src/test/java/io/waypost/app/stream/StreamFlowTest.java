package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.ParcelsElsewhere;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.watch.Findings;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.ClearCause;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.intake.ScanLines;
import io.waypost.watch.intake.Taken;
import io.waypost.watch.intake.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("P1 P3 The network's stream is watched in the engine, and whoever has to be looked at is picked into the timelines")
class StreamFlowTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path data;

    private final ScanStream stream;
    private final StreamEngine engine;
    private final HostStore hosts;
    private final StreamBoards boards;
    private final WordStore words;
    private final PickStore picks;
    private final StreamPicture picture;
    private final FindingInbox inbox;
    private final Network network;
    private final ParcelsElsewhere elsewhere;
    private final Parcels parcels;
    private final Findings findings;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private final String waybill = "YT62478777%05d".formatted(NUMBER.incrementAndGet());

    StreamFlowTest(ScanStream stream, StreamEngine engine, HostStore hosts, StreamBoards boards, WordStore words,
            PickStore picks, StreamPicture picture, FindingInbox inbox, Network network, ParcelsElsewhere elsewhere,
            Parcels parcels,
            Findings findings, Deadlines deadlines, BusinessClock clock, PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.stream = stream;
        this.engine = engine;
        this.hosts = hosts;
        this.boards = boards;
        this.words = words;
        this.picks = picks;
        this.picture = picture;
        this.inbox = inbox;
        this.network = network;
        this.elsewhere = elsewhere;
        this.parcels = parcels;
        this.findings = findings;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.data", () -> data.toString());
    }

    @Test
    void aParcelThatFallsSilentIsPickedAndItsLaterScansFollow() throws IOException {
        var left = scan(ScanType.ARRIVED, "H4401");
        assertThat(timeline()).as("nobody has to look at it").isEmpty();
        pass(Duration.ofHours(50));
        assertThat(timeline()).isEmpty();
        pass(Duration.ofHours(3));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            deadlines.drain(clock.instant());
            assertThat(as(() -> findings.standing(waybill))).hasValueSatisfying(
                    finding -> assertThat(finding.silentSince()).isEqualTo(left));
        });
        assertThat(timeline()).singleElement().satisfies(scan -> {
            assertThat(scan.device()).isEqualTo("PDA-7");
            assertThat(scan.operator()).isEqualTo("何师傅");
            assertThat(scan.arrivedAt()).as("its lag is that of its own arrival").isEqualTo(left);
        });
        scan(ScanType.DEPARTED, "H4401");
        assertThat(timeline()).as("as soon as the sender is answered").hasSize(2);
        assertThat(as(() -> findings.of(waybill))).singleElement().satisfies(
                finding -> assertThat(finding.clearedBy()).isEqualTo(ClearCause.RESUMED));
    }

    @Test
    @DisplayName("P7 a course that is wrong is found though the parcel is not silent, and one that only looks so is let go")
    void aWrongCourseIsPickedAndOneThatLooksWrongIsNot() throws IOException {
        scan(ScanType.ARRIVED, "H4401");
        take(sent("H4401", Organisation.TIANHE), Scope.EVERYTHING);
        pass(Duration.ofHours(3));
        var arrived = scan(ScanType.ARRIVED, Organisation.HAIZHU);
        pass(Duration.ofMinutes(20));
        assertThat(timeline()).as("a late scan may still explain it").isEmpty();
        passUntil(() -> assertThat(anomalies()).containsExactly("MISROUTED O440105-001 O440106-001"));
        assertThat(timeline()).hasSize(3).last().satisfies(scan -> assertThat(scan.arrivedAt()).isEqualTo(arrived));

        var other = "YT62478776%05d".formatted(NUMBER.incrementAndGet());
        var before = second();
        take(line(ScanType.DEPARTED, "H4401").replace(waybill, other), Scope.EVERYTHING);
        pass(Duration.ofHours(1));
        take(line(ScanType.ARRIVED, "H4401").replace(waybill, other).replace(second().toString(),
                before.minusSeconds(600).toString()), Scope.EVERYTHING);
        await().until(() -> suspected() > 0);
        passUntil(() -> assertThat(suspected()).isZero());
        assertThat(as(() -> parcels.timeline(other))).as("a late upload is no fault").isEmpty();
    }

    private String sent(String from, String to) {
        return line(ScanType.DEPARTED, from).replace("\"device\"", "\"nextSite\":\"%s\",\"device\"".formatted(to));
    }

    private void passUntil(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            pass(Duration.ofMinutes(5));
            assertion.run();
        });
    }

    private List<String> anomalies() {
        return inTransaction(() -> jdbc.sql("select kind, site, other from anomaly.finding where waybill = :waybill")
                .param("waybill", waybill)
                .query((row, _) -> "%s %s %s".formatted(row.getString("kind"), row.getString("site"),
                        row.getString("other")))
                .list());
    }

    private long suspected() {
        return inTransaction(() -> jdbc.sql("select count(*) from stream.suspected").query(Long.class).single());
    }

    private <R> R inTransaction(Supplier<R> work) {
        return as(() -> Objects.requireNonNull(
                new TransactionTemplate(transactions).<R>execute(_ -> work.get())));
    }

    @Test
    void aParcelThatSomebodyAsksForIsBroughtOnce() throws IOException {
        scan(ScanType.PICKED_UP, "O440106-001");
        scan(ScanType.DEPARTED, "O440106-001");
        assertThat(elsewhere.bring("yt62478700000 ")).as("not known").isFalse();
        assertThat(elsewhere.bring(waybill.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(timeline()).extracting(TimelineScan::type).containsExactly(ScanType.PICKED_UP, ScanType.DEPARTED);
        assertThat(elsewhere.bring(waybill)).as("it is here already").isFalse();
        scan(ScanType.DEPARTED, "O440106-001");
        assertThat(timeline()).as("the same scan again").hasSize(2);
    }

    @Test
    void whoeverOpensATicketAboutAParcelBringsIt() throws IOException {
        scan(ScanType.PICKED_UP, "O440106-001");
        assertThat(as(() -> parcels.find(waybill))).hasValueSatisfying(
                parcel -> assertThat(parcel.waybill()).isEqualTo(waybill));
    }

    @Test
    void aCallThatBreaksOffLeavesNoPickedScanInTheLogAlone() throws IOException {
        scan(ScanType.PICKED_UP, "O440106-001");
        assertThat(elsewhere.bring(waybill)).isTrue();
        var broken = new SequenceInputStream(
                new ByteArrayInputStream(line(ScanType.DEPARTED, "O440106-001").repeat(8_000).getBytes(UTF_8)),
                new Gone());
        assertThatThrownBy(() -> stream.lines(broken, ThoroughLines::fields, Scope.EVERYTHING, 1 << 24, null))
                .isInstanceOf(IOException.class);
        assertThat(timeline()).hasSize(2);
    }

    @Test
    void whatOnlyTheLogHasOfAPickedParcelIsMadeUpForAtTheNextStart() throws Exception {
        scan(ScanType.PICKED_UP, "O440106-001");
        assertThat(elsewhere.bring(waybill)).isTrue();
        // The process dies when the scan is in the log and not in the timelines yet.
        var open = engine.opened();
        var body = line(ScanType.DEPARTED, "O440106-001").getBytes(UTF_8);
        var batch = new ScanBatch();
        new ScanLines(open.words(), ThoroughLines::fields).read(body, 0, body.length, true, engine.second(),
                Vocabulary.Reach.EVERYTHING, batch, new Taken());
        open.engine().awaitDurable(open.engine().append(batch));
        engine.stop();
        assertThat(stream.state().state()).isEqualTo("CLOSED");
        assertThat(timeline()).hasSize(1);
        engine.start();
        assertThat(stream.state().parcels()).isPositive();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            deadlines.drain(clock.instant());
            assertThat(timeline()).hasSize(2);
        });
    }

    @Test
    void onlyOneNodeOfAnInstallationTakesTheStream(@TempDir Path other) throws IOException {
        scan(ScanType.PICKED_UP, "O440106-001");
        var second = new StreamEngine(new WaypostSettings(other, WaypostSettings.Mode.DEMO, null),
                new StreamSettings(1, Duration.ofDays(15), Duration.ofDays(90), null), picture, hosts, boards, words,
                picks,
                new Picked(),
                inbox, network, clock, transactions);
        second.start();
        try {
            assertThatThrownBy(second::opened).isInstanceOfSatisfying(Refusal.class,
                    refused -> assertThat(refused.code()).isEqualTo("STREAM_ELSEWHERE"));
        } finally {
            second.stop();
        }
    }

    @Test
    void asksNobodyForMoreThanTheyMaySpeakFor() throws IOException {
        var taken = take(line(ScanType.PICKED_UP, "O440106-001") + line(ScanType.PICKED_UP, "O510104-001"),
                new Scope("/HQ/R05/P44/"));
        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.refused()).extracting(Taken.Refused::code).containsExactly("SITE_OUT_OF_SCOPE");
    }

    private Instant scan(ScanType type, String site) throws IOException {
        var taken = take(line(type, site), Scope.EVERYTHING);
        assertThat(taken.refused()).isEmpty();
        return second();
    }

    private String line(ScanType type, String site) {
        return """
                {"waybill":"%s","type":"%s","scannedAt":"%s","site":"%s","device":"PDA-7","operator":"何师傅"}
                """.formatted(waybill, type, second(), site);
    }

    private Taken take(String lines, Scope scope) throws IOException {
        return take(lines, scope, null).taken();
    }

    private StreamTaken take(String lines, Scope scope, @Nullable BatchNumber number) throws IOException {
        return stream.lines(new ByteArrayInputStream(lines.getBytes(UTF_8)), ThoroughLines::fields, scope, 1 << 20,
                number);
    }

    private Instant second() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private List<TimelineScan> timeline() {
        return as(() -> parcels.timeline(waybill));
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    private static <R> R as(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), work::get);
    }

    /** A sender that goes away in the midst of its body. */
    private static final class Gone extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The sender has gone.");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }
}
