package io.waypost.app.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Scope;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.parcel.ParcelsElsewhere;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.app.scan.KafkaScanSettings.Into;
import io.waypost.app.stream.BatchNumber;
import io.waypost.app.stream.ScanStream;
import io.waypost.app.stream.StreamState;
import io.waypost.app.stream.StreamTaken;
import io.waypost.app.stream.TopicReader;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.intake.MalformedBatch;
import io.waypost.watch.intake.ScanLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("P1 Scans that a gateway writes into Kafka are taken as those of a call")
class KafkaScansTest {

    private static final TopicPartition PARTITION = new TopicPartition("scans", 0);

    @TempDir
    static Path data;

    private final ScanStream stream;
    private final Intake intake;
    private final JsonLines json;
    private final Parcels parcels;
    private final ParcelsElsewhere elsewhere;
    private final BusinessClock clock;
    private final List<byte @Nullable []> written = new ArrayList<>();
    private volatile long told;
    private TopicReader scans;

    KafkaScansTest(ScanStream stream, Intake intake, JsonLines json, Parcels parcels, ParcelsElsewhere elsewhere,
            BusinessClock clock) {
        this.stream = stream;
        this.intake = intake;
        this.json = json;
        this.parcels = parcels;
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.scans = reads(Into.STREAM);
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.data", () -> data.toString());
    }

    @AfterEach
    void stop() {
        scans.stop();
    }

    @Test
    void linesAndBatchesGoIntoTheStreamAndWhatCannotBeReadHoldsUpNothing() {
        writes(line("YT6247879900001", "PICKED_UP") + "\n" + line("YT6247879900002", "PICKED_UP"));
        writes("no line");
        writes(null);
        writes("x".repeat(70_000));
        send("WPS1 and nothing more".getBytes(UTF_8));
        send(batch("YT6247879900003"));
        writes(line("YT6247879900001", "DEPARTED"));
        scans.start();
        untilRead();
        assertThat(timeline("YT6247879900001")).extracting(TimelineScan::type)
                .containsExactlyInAnyOrder(ScanType.PICKED_UP, ScanType.DEPARTED);
        assertThat(timeline("YT6247879900002")).hasSize(1);
        assertThat(timeline("YT6247879900003")).extracting(TimelineScan::type).containsExactly(ScanType.ARRIVED);
        assertThat(scans.troubles()).isEmpty();
    }

    @Test
    void intoTheTimelinesThemselvesWhereTheNetworkIsSmall() {
        scans = reads(Into.TIMELINES);
        writes(line("YT6247879900011", "PICKED_UP"));
        writes(line("YT6247879900011", "DEPARTED") + "\n" + line("YT6247879900012", "PICKED_UP"));
        send(batch("YT6247879900013"));
        scans.start();
        untilRead();
        assertThat(Acting.as(new Actor.Internal("test"), () -> parcels.timeline("YT6247879900011"))).hasSize(2);
        assertThat(Acting.as(new Actor.Internal("test"), () -> parcels.timeline("YT6247879900012"))).hasSize(1);
        assertThat(elsewhere.bring("YT6247879900013")).as("a batch is for the stream").isFalse();
    }

    @Test
    void whatWasNotTakenComesAgain() {
        scans = reads(Into.STREAM, new Reluctant(stream));
        writes(line("YT6247879900021", "PICKED_UP"));
        scans.start();
        await().untilAsserted(() -> assertThat(scans.troubles()).singleElement().asString()
                .startsWith("The topic of scans cannot be read").contains("the disk is full"));
        assertThat(told).as("Kafka was not told").isZero();
        untilRead();
        assertThat(timeline("YT6247879900021")).hasSize(1);
        await().untilAsserted(() -> assertThat(scans.troubles()).isEmpty());
    }

    /** A stream that takes nothing the first time. */
    private static final class Reluctant implements ScanStream {

        private final ScanStream stream;
        private final AtomicBoolean took = new AtomicBoolean();

        Reluctant(ScanStream stream) {
            this.stream = stream;
        }

        @Override
        public StreamTaken lines(InputStream body, ScanLines.Thorough thorough, Scope scope, long most,
                @Nullable BatchNumber number) throws IOException {
            if (took.compareAndSet(false, true)) {
                throw new IllegalStateException("the disk is full");
            }
            return stream.lines(body, thorough, scope, most, number);
        }

        @Override
        public StreamTaken batch(byte[] body, Scope scope, @Nullable BatchNumber number) throws MalformedBatch {
            return stream.batch(body, scope, number);
        }

        @Override
        public StreamState state() {
            return stream.state();
        }
    }

    private TopicReader reads(Into into) {
        return reads(into, stream);
    }

    private TopicReader reads(Into into, ScanStream taking) {
        return new KafkaScans(into, taking, intake, json).reader(this::connect);
    }

    /** A consumer that goes on from where Kafka was told that the one before had come to. */
    private MockConsumer<byte[], byte[]> connect() {
        var connected = new MockConsumer<byte[], byte[]>("earliest") {
            @Override
            public synchronized void commitSync() {
                told = position(PARTITION);
            }
        };
        connected.assign(List.of(PARTITION));
        connected.updateBeginningOffsets(Map.of(PARTITION, told));
        for (long i = told; i < written.size(); i++) {
            connected.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), i, new byte[0],
                    written.get((int) i)));
        }
        return connected;
    }

    private void untilRead() {
        await().atMost(Duration.ofSeconds(20)).until(() -> told == written.size());
    }

    private List<TimelineScan> timeline(String waybill) {
        elsewhere.bring(waybill);
        return Acting.as(new Actor.Internal("test"), () -> parcels.timeline(waybill));
    }

    private String line(String waybill, String type) {
        return "{\"waybill\":\"%s\",\"type\":\"%s\",\"scannedAt\":\"%s\",\"site\":\"%s\"}".formatted(waybill, type,
                now(), Organisation.TIANHE);
    }

    /** One arrival at a hub, as docs/open-api.md describes it. */
    private byte[] batch(String waybill) {
        var out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN).put("WPS1".getBytes(UTF_8));
        out.putShort((short) 1).put((byte) 5).put("H4401".getBytes(UTF_8)).putShort((short) 0).putShort((short) 0);
        out.putInt(1).put((byte) waybill.length()).put(waybill.getBytes(UTF_8));
        out.put((byte) ScanType.ARRIVED.code()).putInt((int) now().getEpochSecond());
        out.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0).put((byte) 0);
        var batch = new byte[out.position()];
        out.flip().get(batch);
        return batch;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void writes(@Nullable String value) {
        send(value == null ? null : value.getBytes(UTF_8));
    }

    private void send(byte @Nullable [] value) {
        written.add(value);
    }
}
