package io.waypost.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.export.ExportJob.Failure;
import io.waypost.app.export.ExportJob.State;
import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = {"waypost.export.page-rows=100", "waypost.export.sheet-rows=1000"})
@Import(ExportsTest.Numbers.class)
@DisplayName("N1 exports are written in the background, whole or not at all")
class ExportsTest {

    private final Exports exports;
    private final ExportWriter writer;
    private final ExportRunner runner;
    private final ExportFiles files;
    private final Numbers numbers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Actor.Person person;

    ExportsTest(Exports exports, ExportWriter writer, ExportRunner runner, ExportFiles files, Numbers numbers,
            JdbcClient jdbc, PlatformTransactionManager transactions, Organisation organisation, ActingPeople people) {
        this.exports = exports;
        this.writer = writer;
        this.runner = runner;
        this.files = files;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        PersonRef manager = organisation.person(Role.REGION_MANAGER, Organisation.SOUTH);
        this.person = people.now(manager.id()).orElseThrow();
    }

    /** A list of numbers that does something when a page of it is read. */
    @TestComponent
    static final class Numbers implements ExportSource {

        int size = 250;
        final AtomicReference<Runnable> onPage = new AtomicReference<>(() -> {});
        final List<Actor> readers = new ArrayList<>();

        @Override
        public String list() {
            return "numbers";
        }

        @Override
        public Permission permission() {
            return Permission.TICKET_READ;
        }

        @Override
        public List<Column> columns(Locale locale) {
            return List.of(new Column("n", "数"), new Column("square", "平方"));
        }

        @Override
        public long count(Map<String, String> query, long most) {
            return Math.min(size, most);
        }

        @Override
        public Rows rows(Map<String, String> query, Locale locale, @Nullable String after, int limit) {
            readers.add(Acting.current());
            int from = after == null ? 0 : Integer.parseInt(after);
            if (from == 100) {
                onPage.get().run();
            }
            var rows = new ArrayList<List<Cell>>();
            for (int i = from; i < Math.min(size, from + limit); i++) {
                rows.add(List.of(new Cell.Count(i), new Cell.Count((long) i * i)));
            }
            return new Rows(rows, from + limit < size ? Integer.toString(from + limit) : null);
        }
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    /** Each test writes its exports itself. */
    @BeforeEach
    void onlyTheTestWrites() {
        runner.stop();
        numbers.readers.clear();
        numbers.onPage.set(() -> {});
        asPlatform(() -> jdbc.sql("delete from export.job").update());
    }

    @AfterEach
    void noFileIsLeftBehindUnknown() {
        assertThat(asPlatform(() -> jdbc.sql("select count(*) from export.job where state = 'RUNNING'")
                .query(Long.class).single())).isZero();
    }

    @Test
    void writesEveryRowOnceAsThePersonWhoAsked() throws IOException {
        var job = order(null);
        assertThat(job.state()).isEqualTo(State.QUEUED);
        assertThat(job.rowsTotal()).isEqualTo(250);
        write();
        var done = get(job.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.rowsDone()).isEqualTo(250);
        assertThat(numbers.readers).hasSize(3).allMatch(person::equals);
        assertThat(rows(job.id())).hasSize(251);
        var file = Acting.as(person, () -> exports.fetch(job.id()));
        assertThat(file.name()).isEqualTo("数.xlsx");
        assertThat(Files.getPosixFilePermissions(file.path())).hasSize(2);
    }

    @Test
    void onlyTheColumnsAskedForInTheirOrder() throws IOException {
        var job = order(List.of("square", "n"));
        write();
        assertThat(rows(job.id()).getFirst()).containsExactly("平方", "数");
        assertThat(rows(job.id()).get(3)).containsExactly("4", "2");
        assertThatThrownBy(() -> order(List.of("cube"))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.fields().getFirst().field()).isEqualTo("columns[0]"));
    }

    @Test
    void aNodeThatDiedIsTakenOverAndItsLateFileCountsForNothing() throws IOException {
        var job = order(null);
        // In the middle of the first attempt the lease runs out, and another node writes the whole file.
        numbers.onPage.set(() -> {
            numbers.onPage.set(() -> {});
            elsewhere(() -> {
                asPlatform(() -> jdbc.sql("update export.job set lease_until = now() - interval '1 second'").update());
                assertThat(writer.writeNext(() -> false)).isTrue();
            });
        });
        write();
        assertThat(get(job.id()).state()).isEqualTo(State.DONE);
        assertThat(rows(job.id())).hasSize(251);
        assertThat(asPlatform(() -> jdbc.sql("select file from export.job").query(String.class).single()))
                .endsWith("-2.xlsx");
        assertThat(files.path(job.id() + "-1.xlsx")).doesNotExist();
    }

    @Test
    void cancellingStopsTheWritingAndLeavesNoFile() {
        var job = order(null);
        numbers.onPage.set(() -> elsewhere(() -> Acting.as(person, () -> exports.cancel(job.id()))));
        write();
        assertThat(get(job.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(files.path(job.id() + "-1.xlsx")).doesNotExist();
        assertThatThrownBy(() -> Acting.as(person, () -> exports.fetch(job.id()))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(person, () -> exports.cancel(job.id()))).isInstanceOf(Refusal.class);
    }

    @Test
    void aNodeThatStopsHandsItOn() throws IOException {
        var job = order(null);
        assertThat(writer.writeNext(() -> true)).isTrue();
        assertThat(get(job.id()).state()).isEqualTo(State.QUEUED);
        write();
        assertThat(rows(job.id())).hasSize(251);
    }

    @Test
    void whatGoesWrongIsTriedAgainAndGivenUpInTheEnd() {
        var job = order(null);
        numbers.onPage.set(() -> {
            throw new IllegalStateException("a defect of the test's list");
        });
        for (int i = 0; i < 5; i++) {
            asPlatform(() -> jdbc.sql("update export.job set due_at = now() - interval '1 second'").update());
            assertThat(writer.writeNext(() -> false)).isTrue();
        }
        assertThat(get(job.id()).state()).isEqualTo(State.FAILED);
        assertThat(get(job.id()).failure()).isEqualTo(Failure.BROKEN);
        assertThat(writer.writeNext(() -> false)).isFalse();
    }

    @Test
    void whoeverLostTheRightGetsNothing() {
        var job = order(null);
        asPlatform(() -> jdbc.sql("update export.job set scope_path = '/HQ/R05/P44/'").update());
        write();
        assertThat(get(job.id()).failure()).isEqualTo(Failure.NOT_ALLOWED);
    }

    @Test
    void filesAreClearedAwayWhenTheirTimeIsOver() throws IOException {
        var job = order(null);
        write();
        var path = Acting.as(person, () -> exports.fetch(job.id())).path();
        runner.clear();
        assertThat(path).exists();
        asPlatform(() -> jdbc.sql("update export.job set expires_at = now() - interval '1 second'").update());
        Files.setLastModifiedTime(path, java.nio.file.attribute.FileTime
                .from(Clock.systemUTC().instant().minus(Duration.ofHours(2))));
        runner.clear();
        assertThat(path).doesNotExist();
        assertThat(get(job.id()).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void onePersonKeepsFiveWaitingAtMost() {
        for (int i = 0; i < 5; i++) {
            order(null);
        }
        assertThatThrownBy(() -> order(null)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("TOO_MANY_EXPORTS"));
        for (int i = 0; i < 5; i++) {
            write();
        }
    }

    private ExportJob order(@Nullable List<String> columns) {
        return Acting.as(person,
                () -> exports.order("numbers", Map.of(), columns, "数", Locale.SIMPLIFIED_CHINESE));
    }

    private void write() {
        assertThat(writer.writeNext(() -> false)).isTrue();
    }

    private ExportJob get(UUID id) {
        return Acting.as(person, () -> exports.get(id));
    }

    private List<List<String>> rows(UUID id) throws IOException {
        var path = Acting.as(person, () -> exports.fetch(id)).path();
        try (var book = new ReadableWorkbook(path.toFile())) {
            return book.getFirstSheet().read().stream()
                    .map(row -> List.of(row.getCellText(0), row.getCellText(1))).toList();
        }
    }

    /** What another node does meanwhile. */
    private static void elsewhere(Runnable work) {
        var failure = new AtomicReference<@Nullable Throwable>();
        var other = Thread.ofPlatform().uncaughtExceptionHandler((_, thrown) -> failure.set(thrown)).start(work);
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        assertThat(failure.get()).isNull();
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> work.get()));
    }
}
