package io.waypost.app.knowledge;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the articles that the software brings along into force, once, on whichever node starts first. Those that a later version of the
 * software knows are added; what people have changed or taken out stays so.
 */
@Component
class KnowledgeSeed {

    private static final String BY = "Waypost";
    private static final String UNIT = "HQ";

    private final ArticleStore store;
    private final TransactionTemplate transaction;
    private final Clock wall;

    KnowledgeSeed(ArticleStore store, PlatformTransactionManager transactions, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.wall = wall;
    }

    static List<SeedFile.Entry> entries() {
        try {
            return SeedFile.read(
                    new ClassPathResource("io/waypost/bot/answers/articles.txt")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("The articles that the software brings along cannot be read.", missing);
        }
    }

    void sow() {
        Acting.as(new Actor.Internal(BY), () -> transaction.executeWithoutResult(_ -> {
            var now = wall.instant().truncatedTo(ChronoUnit.MICROS);
            // Each try to add one again would use up a number of those that people see.
            var known = store.codes();
            var fresh = entries().stream().filter(entry -> !known.contains(entry.code()) && add(entry, now)).count();
            if (fresh > 0) {
                store.nextEdition();
            }
        }));
    }

    private boolean add(SeedFile.Entry entry, Instant now) {
        var article = Ids.next(now);
        if (!store.add(article, UNIT, "/%s/".formatted(UNIT), entry.code(), now)) {
            return false;
        }
        int number = store.addVersion(article, ArticleBody.of(entry.draft(), List.of()), "", BY, null, now);
        var version = store.version(article, number).orElseThrow();
        store.approve(version, Instant.EPOCH, BY, null, now);
        store.follow(store.version(article, number).orElseThrow().with(true, false));
        return true;
    }
}
