package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.ParcelsElsewhere;
import io.waypost.app.parcel.Registry;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.watch.Finding;
import io.waypost.app.watch.Findings;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import io.waypost.watch.table.WaybillKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("P3 P8 What a cluster finds becomes work of the platform, with the timelines that the cluster serves")
class ClusterFlowTest {

    private static final TopicPartition PARTITION = new TopicPartition("waypost-findings", 0);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, String> TIMELINES = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = server();

    private final ScanStream stream;
    private final PickStore picks;
    private final SuspicionStore suspicions;
    private final ParcelsElsewhere elsewhere;
    private final Registry registry;
    private final JdbcClient jdbc;
    private final Parcels parcels;
    private final Findings findings;
    private final Deadlines deadlines;
    private final BusinessClock clock;
    private final MockConsumer<byte[], byte[]> topic = new MockConsumer<>("earliest");
    private final TransactionTemplate transaction;
    private final TopicReader reader;
    private final String waybill = "YT62478888%05d".formatted(NUMBER.incrementAndGet());
    private long offset;

    ClusterFlowTest(ScanStream stream, PickStore picks, SuspicionStore suspicions, Suspecting suspecting,
            ParcelsElsewhere elsewhere, Registry registry, JdbcClient jdbc, Parcels parcels, Findings findings,
            Deadlines deadlines, ObjectProvider<Deadlines> later, JsonMapper json, BusinessClock clock, Clock any,
            PlatformTransactionManager transactions) {
        this.stream = stream;
        this.picks = picks;
        this.suspicions = suspicions;
        this.elsewhere = elsewhere;
        this.registry = registry;
        this.jdbc = jdbc;
        this.parcels = parcels;
        this.findings = findings;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.reader = new ClusterFindings(picks, suspecting, later, json, any, transactions).reader(() -> topic);
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        // Nobody listens there: what the platform's own reader finds out, it has to say.
        registry.add("waypost.stream.cluster.brokers", () -> "localhost:1");
        registry.add("waypost.stream.cluster.findings", PARTITION::topic);
        registry.add("waypost.stream.cluster.timelines", () -> "http://localhost:" + SERVER.getAddress().getPort());
        registry.add("waypost.stream.cluster.token", () -> "secret");
    }

    @BeforeEach
    void read() {
        topic.assign(List.of(PARTITION));
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        reader.start();
    }

    @AfterEach
    void stop() {
        reader.stop();
    }

    @AfterAll
    static void close() {
        SERVER.stop(0);
    }

    @Test
    void aFindingBringsItsParcelAndANewScanTakesItBack() {
        var left = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        serves(scan("ARRIVED", left));
        clock.advanceTo(left.plus(Duration.ofHours(53)));
        finds("SILENT", left.plus(Duration.ofHours(51)));
        untilPicked();
        assertThat(standing()).singleElement().satisfies(finding -> assertThat(finding.silentSince()).isEqualTo(left));
        finds("SILENT", left.plus(Duration.ofHours(51)));
        untilPicked();
        assertThat(as(() -> findings.of(waybill))).as("once, however often it is told").hasSize(1);

        var moved = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
        clock.advanceTo(moved.plusSeconds(1));
        finds("CLEARED_RESUMED", moved);
        await().untilAsserted(this::assertRead);
        deadlines.drain(clock.instant());
        assertThat(standing()).as("the timelines are behind the findings").hasSize(1);
        assertThat(toPick()).as("so it is asked for again").isOne();
        serves(scan("ARRIVED", left), scan("DEPARTED", moved));
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(2)));
        untilPicked();
        assertThat(as(() -> findings.of(waybill))).singleElement()
                .satisfies(finding -> assertThat(finding.clearedBy()).isEqualTo(ClearCause.RESUMED));
    }

    @Test
    @DisplayName("P7 a course that the cluster suspects is judged from all of its scans, and picked only if it is wrong")
    void aSuspectedCourseIsJudged() {
        var left = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        serves(scan("SIGNED", left));
        finds("SUSPECTED", left);
        await().untilAsserted(this::assertRead);
        clock.advanceTo(left.plus(Duration.ofHours(1)));
        deadlines.drain(clock.instant());
        assertThat(as(() -> parcels.timeline(waybill))).as("of one scan nothing can be said").isEmpty();
        assertThat(suspected()).isEmpty();
        serves(scan("ARRIVED", left.minusSeconds(60)), scan("SIGNED", left));
        finds("SUSPECTED", left);
        await().untilAsserted(this::assertRead);
        clock.advanceTo(left.plus(Duration.ofHours(2)));
        deadlines.drain(clock.instant());
        assertThat(as(() -> parcels.timeline(waybill))).as("nobody doubts a signature before four hours are over")
                .isEmpty();
        clock.advanceTo(left.plus(Duration.ofHours(5)));
        until(() -> assertThat(as(() -> parcels.timeline(waybill))).as("signed for, and nobody set out with it")
                .hasSize(2));
        assertThat(suspected()).isEmpty();
    }

    @Test
    @DisplayName("P4 a promise that is missed is told, and taken back by a delivery that only the cluster knows")
    void aMissedPromiseIsListedUntilTheClusterTellsItsDelivery() {
        var left = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        registry.register(
                List.of(new Registration(waybill, null, left.plus(Duration.ofHours(5)), null, null, null, null,
                        Party.UNKNOWN, Party.UNKNOWN)),
                left);
        serves(scan("ARRIVED", left));
        clock.advanceTo(left.plus(Duration.ofHours(6)));
        until(() -> assertThat(warnings()).containsExactly("BREACH null"));
        until(() -> assertThat(as(() -> parcels.timeline(waybill))).as("it is picked").hasSize(1));
        var delivered = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        serves(scan("ARRIVED", left), scan("SIGNED", delivered));
        clock.advanceTo(delivered.plus(Duration.ofMinutes(11)));
        until(() -> assertThat(warnings()).containsExactly("BREACH DELIVERED_LATE"));
        until(() -> assertThat(as(() -> parcels.timeline(waybill))).hasSize(2));
    }

    private List<String> warnings() {
        return as(() -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("select kind, cause from delay.warning where waybill = :waybill").param("waybill", waybill)
                .query((row, _) -> row.getString("kind") + " " + row.getString("cause")).list())));
    }

    private void until(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            deadlines.drain(clock.instant());
            assertion.run();
        });
    }

    private Optional<Instant> suspected() {
        return as(() -> Objects.requireNonNull(transaction.execute(_ -> suspicions.earliest())));
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        send("no finding");
        send("{\"id\":\"x\",\"key\":\"-5\",\"kind\":\"SILENT\"}");
        send("{\"id\":\"x\",\"kind\":\"SILENT\"}");
        var left = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        serves(scan("ARRIVED", left));
        finds("SILENT", left);
        untilPicked();
        assertThat(as(() -> parcels.timeline(waybill))).hasSize(1);
        assertThat(reader.troubles()).isEmpty();
    }

    @Test
    void aParcelThatSomebodyAsksForIsBroughtFromTheCluster() {
        assertThat(elsewhere.bring(waybill)).isFalse();
        serves(scan("PICKED_UP", clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        assertThat(elsewhere.bring(waybill)).isTrue();
        assertThat(as(() -> parcels.timeline(waybill))).hasSize(1);
        var later = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        clock.advanceTo(later);
        serves(scan("PICKED_UP", later.minusSeconds(5)), scan("DEPARTED", later));
        elsewhere.renew(waybill);
        assertThat(as(() -> parcels.timeline(waybill))).hasSizeGreaterThan(1);
    }

    @Test
    void brokersThatDoNotAnswerAreTold() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var state = stream.state();
            assertThat(state.state()).isEqualTo("CLUSTER");
            assertThat(state.troubles()).singleElement().asString().startsWith("The cluster's findings cannot be read");
        });
    }

    @Test
    @SuppressWarnings("NullAway") // Spring binds what is missing as null.
    void halfASetUpIsRefusedByName() {
        assertThatThrownBy(() -> new StreamSettings.Cluster(null, "f", "g", URI.create("http://t"), null, Map.of()))
                .hasMessageStartingWith("waypost.stream.cluster.brokers is missing")
                .hasMessageContaining("Maybe kafka-1:9092");
    }

    @Test
    void scansOfTheStreamBelongIntoTheCluster() {
        assertThatThrownBy(
                () -> stream.lines(new ByteArrayInputStream(new byte[0]), (_, _, _) -> null, Scope.EVERYTHING, 10,
                        null))
                .isInstanceOfSatisfying(Refusal.class,
                        refused -> assertThat(refused.code()).isEqualTo("STREAM_ELSEWHERE"));
    }

    private void assertRead() {
        assertThat(topic.committed(Set.of(PARTITION))).hasEntrySatisfying(PARTITION,
                committed -> assertThat(committed.offset()).isEqualTo(offset));
    }

    private void untilPicked() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertRead();
            deadlines.drain(clock.instant());
            assertThat(toPick()).isZero();
        });
    }

    /** Without a transaction nobody is seen to act, and no row is seen. */
    private long toPick() {
        return as(() -> Objects.requireNonNull(transaction.execute(_ -> picks.toPick())));
    }

    private List<Finding> standing() {
        return as(() -> findings.standing(waybill)).stream().toList();
    }

    private void finds(String kind, Instant at) {
        long key = WaybillKey.of(waybill);
        send("{\"id\":\"%d.%s.%d\",\"kind\":\"%s\",\"key\":\"%d\",\"waybill\":\"%s\",\"at\":\"%s\"}".formatted(key,
                kind,
                at.getEpochSecond(), kind, key, waybill, at));
    }

    private void send(String value) {
        topic.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset++, new byte[0],
                value.getBytes(UTF_8)));
    }

    private void serves(String... scans) {
        TIMELINES.put(waybill, "{\"waybill\":\"%s\",\"scans\":[%s]}".formatted(waybill, String.join(",", scans)));
    }

    private static String scan(String type, Instant at) {
        return "{\"type\":\"%s\",\"at\":\"%s\",\"arrived\":\"%s\",\"site\":\"H4401\",\"nextSite\":null,\"device\":0,\"operator\":0,\"flags\":[]}"
                .formatted(type, at, at);
    }

    private static HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/timelines/", exchange -> {
                try (exchange) {
                    var waybill = exchange.getRequestURI().getPath().substring("/timelines/".length());
                    var body = TIMELINES.getOrDefault(waybill, "{\"waybill\":\"%s\",\"scans\":[]}".formatted(waybill))
                            .getBytes(UTF_8);
                    boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(known ? 200 : 401, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R> R as(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), work::get);
    }
}
