package io.waypost.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B3 the articles that the software brings along")
class SeedFileTest {

    private static final String WHOLE = """
            # remark

            @ a.b
            title: 标题
            category: CLAIM
            source: LAW | 某法第一条 | 2025-06-01
            ask: 问一
            ask: 问: 二
            answer: 答。
            """;

    @Test
    void oneFieldALine() {
        var entry = SeedFile.read(WHOLE).getFirst();
        assertThat(entry.code()).isEqualTo("a.b");
        assertThat(entry.draft().category()).isEqualTo(ArticleCategory.CLAIM);
        assertThat(entry.draft().audience()).isEqualTo(ArticleAudience.CUSTOMERS);
        assertThat(entry.draft().similar()).containsExactly("问一", "问: 二");
        assertThat(entry.draft().source()).extracting(ArticleSource::name).isEqualTo("某法第一条");
        assertThat(entry.draft().standard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"title: 标题;titel: 标题;titel is no field",
            "category: CLAIM;category: CLAIMS;a.b has a category that there is not",
            "answer: 答。;# none;a.b has no answer", "ask: 问一;title: 又一个;title stands there twice",
            "ask: 问一;ask:;write \"name: value\"", "2025-06-01;2025-06-31;the source of a.b is not KIND | name | date",
            "LAW | ;GESETZ | ;the source of a.b is not KIND | name | date", "@ a.b;@ A B;A B is no name",
            "@ a.b;;no article has begun", "ask: 问一;ask: 标题;has flaws"})
    void whateverElseStandsThereIsRefusedWithItsLine(String right, String wrong, String told) {
        var file = WHOLE.replace(right, wrong == null ? "" : wrong);
        assertThat(file).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> SeedFile.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told).hasMessageStartingWith("Line ");
    }

    @Test
    void aNameStandsThereOnce() {
        assertThatThrownBy(() -> SeedFile.read(WHOLE + WHOLE)).hasMessageContaining("there is a a.b already");
    }

    @Test
    void thePackagedOnesAreWholeAndNoQuestionBelongsToTwo() {
        var entries = KnowledgeSeed.entries();
        assertThat(entries).hasSizeGreaterThan(90);
        var owner = new HashMap<String, String>();
        for (var entry : entries) {
            assertThat(entry.draft().similar()).as(entry.code()).hasSizeBetween(4, 6);
            for (var question : entry.draft().questions()) {
                assertThat(owner.put(question, entry.code())).as(question).isNull();
            }
            if (entry.draft().category() == ArticleCategory.CUSTOMS && entry.draft().standard()) {
                assertThat(entry.draft().text()).as(entry.code()).contains("海关");
            }
            assertThat(entry.draft().audience() == ArticleAudience.AGENTS).as(entry.code())
                    .isEqualTo(entry.draft().category() == ArticleCategory.INTERNAL);
        }
    }

    /** The editions on which the platform's rules stand. */
    private static final Map<String, LocalDate> EDITIONS = Map.of("快递暂行条例", LocalDate.of(2025, 6, 1), "快递市场管理办法",
            LocalDate.of(2024, 3, 1), "邮政法", LocalDate.of(2015, 4, 24), "民法典", LocalDate.of(2021, 1, 1),
            "GB/T 27917—2023", LocalDate.of(2024, 4, 1));

    @Test
    void eachOfThemRestsOnOneLawOfItsDateAndNoBusinessesFigures() {
        for (var entry : KnowledgeSeed.entries()) {
            var source = Objects.requireNonNull(entry.draft().source());
            var named = EDITIONS.keySet().stream().filter(source.name()::contains).toList();
            switch (source.kind()) {
                case LAW, STANDARD -> {
                    assertThat(named).as(entry.code() + ": " + source.name()).hasSize(1);
                    assertThat(source.date()).as(entry.code()).isEqualTo(EDITIONS.get(named.getFirst()));
                    assertThat(source.name()).as(entry.code()).doesNotContain("管理规定", "处理办法");
                }
                case RULE, PAGE -> {
                    assertThat(named).as(entry.code() + ": " + source.name()).isEmpty();
                    assertThat(entry.draft().text()).as(entry.code())
                            .doesNotContainPattern("[0-9]+ ?(元|小时|天|日|公斤)");
                }
            }
        }
    }
}
