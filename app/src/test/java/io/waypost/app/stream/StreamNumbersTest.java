package io.waypost.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.watch.table.WaybillKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("P1 P3 A gateway numbers its calls, and one that it repeats is not taken again")
class StreamNumbersTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path data;

    private final ScanStream stream;
    private final StreamEngine engine;
    private final BusinessClock clock;
    private final Actor.Partner partner = partner();
    private final String waybill = "YT62478778%05d".formatted(NUMBER.incrementAndGet());

    StreamNumbersTest(ScanStream stream, StreamEngine engine, BusinessClock clock) {
        this.stream = stream;
        this.engine = engine;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.data", () -> data.toString());
    }

    @Test
    void aRepetitionIsAnsweredAndNotWritten() throws Exception {
        var first = take(partner, 1, line("PICKED_UP") + line("NO_SUCH"));
        assertThat(first.repeated()).isFalse();
        assertThat(first.taken().accepted()).isEqualTo(1);
        var again = take(partner, 1, line("PICKED_UP") + line("NO_SUCH"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.taken().accepted()).as("they were").isEqualTo(1);
        assertThat(again.taken().refused()).as("it hears again what was wrong")
                .isEqualTo(first.taken().refused()).hasSize(1);
        assertThat(timeline()).isEqualTo(1);
        take(partner, 2, line("DEPARTED"));
        take(partner(), 2, line("DEPARTED"));
        assertThat(timeline()).as("another key's gateway of the same name").isEqualTo(3);
        take(partner, null, line("DEPARTED"));
        take(partner, null, line("DEPARTED"));
        assertThat(timeline()).as("without a number").isEqualTo(5);
    }

    @Test
    void isKnownAfterARestartToo() throws Exception {
        take(partner, 1, line("PICKED_UP"));
        engine.stop();
        engine.start();
        assertThat(take(partner, 1, line("PICKED_UP")).repeated()).isTrue();
        assertThat(timeline()).isEqualTo(1);
    }

    @Test
    void aCallThatBreaksOffWasNotTaken() throws Exception {
        var number = BatchNumber.of(partner, "gate-7", 1L);
        var broken = new SequenceInputStream(new ByteArrayInputStream(line("PICKED_UP").getBytes(UTF_8)), new Gone());
        assertThatThrownBy(() -> stream.lines(broken, ThoroughLines::fields, Scope.EVERYTHING, 1 << 20, number))
                .isInstanceOf(IOException.class);
        assertThat(take(partner, 1, line("PICKED_UP")).repeated()).isFalse();
        assertThat(timeline()).isPositive();
    }

    @Test
    void whatDidNotComeIsCountedAndMayComeLater() throws Exception {
        long before = stream.state().missing();
        take(partner, 1, line("PICKED_UP"));
        assertThat(take(partner, 4, line("DEPARTED")).missing()).isEqualTo(2);
        assertThat(stream.state().missing()).isEqualTo(before + 2);
        assertThat(stream.state().senders()).isPositive();
        var late = take(partner, 3, line("ARRIVED"));
        assertThat(late.repeated()).as("it was overtaken, and is new").isFalse();
        assertThat(late.missing()).isEqualTo(1);
        assertThat(timeline()).isEqualTo(3);
    }

    @Test
    void theSameCallAtTheSameTimeIsAskedToWait() throws Exception {
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new SequenceInputStream(new Waiting(reached, goOn),
                new ByteArrayInputStream(line("PICKED_UP").getBytes(UTF_8)));
        var number = BatchNumber.of(partner, "gate-7", 5L);
        var first = Thread.ofVirtual().start(() -> {
            try {
                stream.lines(slow, ThoroughLines::fields, Scope.EVERYTHING, 1 << 20, number);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        reached.await();
        assertThatThrownBy(() -> take(partner, 5, line("PICKED_UP"))).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.code()).isEqualTo("SEQUENCE_UNDER_WAY"));
        assertThat(take(partner, 6, line("ARRIVED")).repeated()).as("others of its calls are taken").isFalse();
        goOn.countDown();
        first.join();
        assertThat(take(partner, 5, line("PICKED_UP")).repeated()).isTrue();
        assertThat(timeline()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, 1, sender, MISSING, a name", "gate 7, 1, sender, SENDER_FORMAT, 'gate 7'",
            "gate-7, -, sequence, MISSING, 1 to 9007199254740991", "gate-7, 0, sequence, SEQUENCE_RANGE, (0)",
            "gate-7, 9007199254740992, sequence, SEQUENCE_RANGE, 9007199254740991"})
    void saysWhatIsWrongWithANumber(@Nullable String sender, @Nullable Long sequence, String field, String code,
            String says) {
        assertThatThrownBy(() -> BatchNumber.of(partner, sender, sequence)).isInstanceOfSatisfying(Refusal.class,
                refused -> assertThat(refused.fields()).singleElement().satisfies(wrong -> {
                    assertThat(wrong.field()).isEqualTo(field);
                    assertThat(wrong.code()).isEqualTo(code);
                    assertThat(wrong.message()).contains(says);
                }));
    }

    private StreamTaken take(Actor actor, @Nullable Integer number, String lines) throws IOException {
        return stream.lines(new ByteArrayInputStream(lines.getBytes(UTF_8)), ThoroughLines::fields,
                Scope.EVERYTHING, 1 << 20,
                number == null ? null : BatchNumber.of(actor, "gate-7", number.longValue()));
    }

    private static Actor.Partner partner() {
        return new Actor.Partner(UUID.randomUUID(), "partner", Scope.EVERYTHING, Set.of());
    }

    private String line(String type) {
        return """
                {"waybill":"%s","type":"%s","scannedAt":"%s","site":"O440106-001"}
                """.formatted(waybill, type, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** How many scans of the parcel the log has. */
    private int timeline() throws Exception {
        var running = engine.opened().engine();
        running.awaitTimelines(running.state().durable());
        var scans = new AtomicInteger();
        running.timeline(WaybillKey.of(waybill), _ -> scans.incrementAndGet());
        return scans.get();
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

    /** A sender that takes its time. */
    private static final class Waiting extends InputStream {

        private final CountDownLatch reached;
        private final CountDownLatch goOn;

        Waiting(CountDownLatch reached, CountDownLatch goOn) {
            this.reached = reached;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }
}
