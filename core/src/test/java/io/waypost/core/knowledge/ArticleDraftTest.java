package io.waypost.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.core.contact.ContactChannel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B3 an article says what it must, with its source")
class ArticleDraftTest {

    private static final ArticleSource SOURCE = new ArticleSource(ArticleSource.Kind.LAW, "快递暂行条例第二十九条",
            LocalDate.of(2025, 6, 1));

    private static ArticleDraft draft(String title, List<String> similar, String text, List<ArticleVariant> variants,
            @Nullable ArticleSource source) {
        return new ArticleDraft(title, ArticleCategory.COMPLAINT, ArticleAudience.CUSTOMERS, similar, text, null,
                variants, source, false);
    }

    @Test
    void aWholeOneHasNoFlaws() {
        assertThat(draft("投诉处理时限", List.of("投诉几天有结果"), "七日内答复。",
                List.of(new ArticleVariant(null, ContactChannel.SMS, "七日内答复", null)), SOURCE).flaws()).isEmpty();
    }

    @Test
    void everyFlawIsToldByItsField() {
        var nowhere = new ArticleVariant(null, null, "都一样", null);
        var south = new ArticleVariant("R05", null, "华南", null);
        assertThat(draft(" ", List.of("投诉几天有结果", "投诉几天有结果", ""), "x".repeat(2_001),
                List.of(nowhere, south, south), null).flaws()).extracting(ArticleFlaw::field, ArticleFlaw::reason)
                .containsExactly(tuple("title", ArticleFlaw.Reason.MISSING),
                        tuple("text", ArticleFlaw.Reason.TOO_LONG),
                        tuple("source", ArticleFlaw.Reason.MISSING),
                        tuple("similar[1]", ArticleFlaw.Reason.TWICE),
                        tuple("similar[2]", ArticleFlaw.Reason.MISSING),
                        tuple("variants[0]", ArticleFlaw.Reason.NOWHERE),
                        tuple("variants[2]", ArticleFlaw.Reason.TWICE));
    }

    @Test
    void aQuestionIsHeldAgainstTheSentencesOfTheAnswerToo() {
        assertThat(draft("投诉时限", List.of("几天有结果"), "七日内答复。不满意可以申诉！好", List.of(), SOURCE).sought())
                .containsExactly("投诉时限", "几天有结果", "七日内答复", "不满意可以申诉");
    }

    @Test
    void whatIsForAgentsIsNotShownToCustomers() {
        assertThat(ArticleAudience.AGENTS.shownTo(ArticleAudience.CUSTOMERS)).isFalse();
        assertThat(ArticleAudience.AGENTS.shownTo(ArticleAudience.AGENTS)).isTrue();
        assertThat(ArticleAudience.CUSTOMERS.shownTo(ArticleAudience.CUSTOMERS)).isTrue();
        assertThat(ArticleAudience.CUSTOMERS.shownTo(ArticleAudience.AGENTS)).isTrue();
    }
}
