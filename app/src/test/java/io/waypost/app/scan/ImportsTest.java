package io.waypost.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.scan.ImportJob.Format;
import io.waypost.app.scan.ImportJob.State;
import io.waypost.app.testing.SharedDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("P1 Files of scans are taken in piece by piece")
class ImportsTest {

    private final Imports imports;
    private final ImportRemains remains;
    private final WaypostSettings settings;
    private final ImportStore store;
    private final Deadlines deadlines;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportsTest(Imports imports, ImportRemains remains, WaypostSettings settings, ImportStore store,
            Deadlines deadlines, Clock clock, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.remains = remains;
        this.settings = settings;
        this.store = store;
        this.deadlines = deadlines;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    @DisplayName("P1 the real deliveries: 6,118 accepted, 2,014 signed, 156 after the promise, the second time all duplicates")
    void takesTheRealDeliveries() throws IOException {
        var bytes = Files.readAllBytes(RealData.deliveries());
        var first = load("deliveries.ndjson", bytes);
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(List.of(first.accepted(), first.duplicates(), first.rejected())).containsExactly(6118L, 0L, 0L);
        var second = load("deliveries.ndjson", bytes);
        assertThat(List.of(second.accepted(), second.duplicates(), second.rejected())).containsExactly(0L, 6118L, 0L);
        assertThat(count("select count(*) from parcel.parcel where last_site like 'BR-%'")).isEqualTo(2069);
        assertThat(count("select count(*) from parcel.parcel where status = 'SIGNED' and last_site like 'BR-%'"))
                .isEqualTo(2014);
        assertThat(count("select count(*) from parcel.parcel where signed_at > promised_at and last_site like 'BR-%'"))
                .isEqualTo(156);
        assertThat(count("select count(*) from watch.finding")).as("history raises no warnings").isZero();
    }

    @Test
    void readsCsvAsExcelWritesItAndTellsEveryBadLine() throws IOException {
        var text = """
                waybill,type,scannedAt,site,remark\r
                CSV000001,PICKED_UP,2026-11-20T10:00:00+08:00,H4401,"广州, 天河"\r
                CSV000002,PICKED,2026-11-20T10:00:00+08:00,H4401,=1+1\r
                \r
                CSV000003,PICKED_UP,2026-11-20T10:00:00+08:00,H4401,\r
                """;
        var job = load("gbk.csv", text.getBytes(Charset.forName("GB18030")));
        assertThat(job.format()).isEqualTo(Format.CSV);
        assertThat(job.accepted()).isEqualTo(2);
        assertThat(job.bytesDone()).isEqualTo(job.bytesTotal());
        assertThat(errors(job)).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.field()).isEqualTo("type");
        });
        assertThat(count("select count(*) from parcel.scan where remark = '广州, 天河'")).isEqualTo(1);
    }

    @Test
    void takesManyPiecesAndCountsEachLineOnce() throws IOException {
        var text = new StringBuilder("\uFEFF");
        for (int i = 0; i < 12_345; i++) {
            text.append(
                    "{\"waybill\":\"BIG%07d\",\"type\":\"ARRIVED\",\"scannedAt\":\"2026-11-20T10:00:00Z\",\"site\":\"H1\"}\n"
                            .formatted(i));
        }
        var job = load("big.ndjson", text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(job.lines()).isEqualTo(12_345);
        assertThat(job.accepted()).isEqualTo(12_345);
    }

    @Test
    void removesWhatWasLeftOfUploadsThatWereCutOff() throws IOException {
        var folder = Files.createDirectories(settings.data().resolve("imports"));
        var left = Files.writeString(folder.resolve(UUID.randomUUID().toString()), "half of a fi");
        var young = Files.writeString(folder.resolve(UUID.randomUUID().toString()), "being uploaded now");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now(Clock.systemUTC()).minus(Duration.ofDays(8))));
        Acting.as(new Actor.Internal("test"), remains::remove);
        assertThat(left).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    @Test
    void refusesWhatHoldsNoScans() {
        assertThatThrownBy(() -> accept("x.csv", "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.fields().getFirst().code()).isEqualTo("NO_SCANS"));
    }

    private ImportJob load(String name, byte[] bytes) throws IOException {
        var job = accept(name, bytes);
        deadlines.drain(clock.instant().plusSeconds(1));
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> store.find(job.id())))
                .orElseThrow();
    }

    private ImportJob accept(String name, byte[] bytes) throws IOException {
        return Acting.as(new Actor.Internal("test"), () -> imports.accept(name, new ByteArrayInputStream(bytes)));
    }

    private List<Rejection> errors(ImportJob job) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> {
            try (var errors = store.errors(job.id())) {
                return errors.toList();
            }
        }));
    }

    private long count(String sql) {
        return Acting.as(new Actor.Internal("test"),
                () -> transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }
}
