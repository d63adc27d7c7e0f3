package io.waypost.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.knowledge.ArticleStore.Published;
import io.waypost.core.knowledge.ArticleLife.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B3 only what is or will be in force is made ready to be searched")
class ArticleIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final KeptArticle ARTICLE = new KeptArticle(new UUID(0, 1), 1, "HQ", "/HQ/");

    private static Published version(int number, long from, @Nullable Long until) {
        return new Published(ARTICLE, new KeptVersion(ARTICLE.id(), number, State.APPROVED,
                KnowledgeAccess.body("索引", List.of()), "", "", Set.of(), NOW, NOW, "", "", null, NOW,
                NOW.plusSeconds(from), until == null ? null : NOW.plusSeconds(until), null, null, false, false, 1));
    }

    private static List<Integer> living(Published... published) {
        return ArticleIndex.living(List.of(published), NOW).stream().map(one -> one.version().version()).toList();
    }

    @Test
    void whatIsOverOrHasGivenWayIsLeftOut() {
        assertThat(living(version(1, -9, null), version(2, -1, null), version(3, 5, null))).containsExactly(2, 3);
        assertThat(living(version(1, -9, 0L))).isEmpty();
        assertThat(living(version(1, -9, 1L))).containsExactly(1);
    }

    @Test
    void whatGaveWayDoesNotComeBackWhereItsSuccessorIsOver() {
        assertThat(living(version(1, -9, null), version(2, -5, -1L))).isEmpty();
    }
}
