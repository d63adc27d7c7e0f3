package io.waypost.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.knowledge.ArticleLife.End;
import io.waypost.core.knowledge.ArticleLife.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("B3 what falls due on an article waits for whoever writes in it, and takes out only what is over")
class ArticleDuesTest {

    private final KnowledgeDesk desk;
    private final ArticleDues dues;
    private final ArticleStore store;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Instant now;

    ArticleDuesTest(KnowledgeDesk desk, ArticleDues dues, ArticleStore store, Organisation organisation,
            TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.dues = dues;
        this.store = store;
        this.organisation = organisation;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What falls due on the shared database another test's context may carry out. */
    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    private <T> T byEditor(Supplier<T> work) {
        return Acting.as(organisation.actor(Organisation.HEADQUARTERS, Permission.KNOWLEDGE_VIEW,
                Permission.KNOWLEDGE_EDIT, Permission.KNOWLEDGE_APPROVE), work::get);
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** Puts a version into force by two people, the first or the next one of an article. */
    private KeptVersion approved(@Nullable UUID article, @Nullable Instant from, @Nullable Instant until) {
        var begun = byEditor(() -> article == null
                ? desk.write(null, KnowledgeAccess.body("按时上下线", List.of()), "")
                : desk.begin(article, ""));
        var saved = byEditor(() -> desk.save(begun.article(), begun.version(), begun.revision(), begun.body(), "", from,
                until));
        var submitted = byEditor(() -> desk.submit(saved.article(), saved.version(), saved.revision()));
        return byEditor(() -> desk.approve(submitted.article(), submitted.version(), submitted.revision()));
    }

    private KeptVersion read(KeptVersion version) {
        return asPlatform(() -> store.version(version.article(), version.version()).orElseThrow());
    }

    private int runDue(Instant at) {
        return Acting.as(new Actor.Internal("test"), () -> dues.runDue(at));
    }

    @Test
    void whatIsDueWaitsUntilWhoeverHoldsTheArticleIsDone() {
        var from = now.plus(Duration.ofDays(2));
        var version = approved(null, from, null);
        asPlatform(() -> {
            assertThat(store.lock(version.article())).isPresent();
            CompletableFuture.runAsync(() -> runDue(from)).orTimeout(20, TimeUnit.SECONDS).join();
            return assertThat(store.version(version.article(), version.version()).orElseThrow().begun()).isFalse();
        });
        runDue(from);
        assertThat(read(version).begun()).isTrue();
    }

    @Test
    void whatSomebodyTookOutDoesNotExpireAsWell() {
        var until = now.plus(Duration.ofDays(40));
        var version = approved(null, null, until);
        byEditor(() -> desk.takeOut(version.article(), version.version(), version.revision(), "写错了"));
        assertThat(asPlatform(() -> store.end(version, End.EXPIRED, until, "")))
                .isFalse();
        assertThat(read(version).end()).isEqualTo(End.TAKEN_OUT);
    }

    @Test
    void whatCountsAlreadyStaysWhenTheNextIsForLaterThoughItsBeginWasNotNotedYet() {
        var first = approved(null, null, null);
        asPlatform(() -> jdbc.sql("update knowledge.version set begun = false, due_at = null where article_id = :id")
                .param("id", first.article()).update());
        var later = approved(first.article(), now.plus(Duration.ofDays(3)), null);
        assertThat(read(first).state()).isEqualTo(State.APPROVED);
        approved(first.article(), null, null);
        assertThat(List.of(read(first).state(), read(later).state())).containsOnly(State.RETIRED);
    }
}
