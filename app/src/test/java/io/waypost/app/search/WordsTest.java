package io.waypost.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.search.Excerpt.Piece;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@DisplayName("T3 B3 text is found by its words, and no question breaks the index")
class WordsTest {

    private final JdbcClient jdbc;

    WordsTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            包裹破损严重，客户要求赔偿           | 破损
            包裹破损严重，客户要求赔偿           | 客户赔偿
            包裹破损严重，客户要求赔偿           | 破 赔偿
            收件人张小明说没有收到               | 张小明
            已联系广州转运中心，今晚发出         | 转运中心
            已联系广州转运中心，今晚发出         | 广州 发出
            ＡＢＣ超市代收，签收人不对           | abc 超市
            Left at the front desk of the hotel  | FRONT desk
            Left at the front desk of the hotel  | hot
            外包装湿了                           | 湿
            里面是药                             | 药
            """)
    void finds(String text, String typed) {
        assertThat(matches(text, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            包裹破损严重 | 丢失
            包裹破损严重 | 破损 丢失
            广州市       | 州广
            """)
    void findsNothingElse(String text, String typed) {
        assertThat(matches(text, typed)).isFalse();
    }

    @Test
    void longNumbersAreNoWords() {
        assertThat(Words.vector("电话13812345678，单号SF1234567890123")).doesNotContain("138").doesNotContain("sf12");
        assertThat(Words.query("13812345678")).isEmpty();
        assertThat(Words.vector("3楼 A区")).contains("'3'").contains("'a'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "&|!()", "' or 1=1 --", "a & | b", "破损:*", "<->", "\\'", "'''", "foo:bar*", "!破损",
            "\u0000", "🚚", "(((", "a'b\\c"})
    void anythingMayBeTyped(String typed) {
        matches("包裹破损", typed);
    }

    @Test
    @DisplayName("T3 random questions and texts never break PostgreSQL's syntax")
    void survivesAnyQuestion() {
        var random = new Random(11);
        var pieces = List.of("破损", "包裹", "'", "\\", "&", "|", "!", "(", ")", ":*", "<->", " ", "a", "Ω", "𠮷野家",
                "\uD800",
                "\n", "%", "_", "--", "/*", "١٢", "ﬀ", "İ");
        for (int i = 0; i < 400; i++) {
            matches(text(random, pieces), text(random, pieces));
        }
    }

    @Test
    void theExcerptMarksWhatWasFoundAndTrustsNoText() {
        var excerpt = Excerpt.of("<b>客户说</b>：包裹破损严重，请尽快处理", "破损");
        assertThat(excerpt.pieces()).contains(new Piece("破损", true));
        assertThat(excerpt.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo("<b>客户说</b>：包裹破损严重，请尽快处理");
        var late = Excerpt.of("无".repeat(500) + "丢失" + "无".repeat(500), "丢失");
        assertThat(late.pieces().getFirst().text()).isEqualTo("…");
        assertThat(late.pieces()).contains(new Piece("丢失", true));
        assertThat(Excerpt.of("İ破损", "破损").pieces()).isNotEmpty();
        assertThat(Excerpt.of("🚚".repeat(200), "x").pieces().getFirst().text()).hasSizeLessThanOrEqualTo(120);
    }

    private static String text(Random random, List<String> pieces) {
        return random.ints(1 + random.nextInt(12), 0, pieces.size()).mapToObj(pieces::get)
                .collect(Collectors.joining());
    }

    private boolean matches(String text, String typed) {
        var vector = Words.vector(text);
        return Acting.as(new Actor.Internal("test"), () -> jdbc
                .sql("select cast(:vector as tsvector) @@ cast(:query as tsquery)")
                .param("vector", vector).param("query", Words.query(typed).orElse("'nothing at all'"))
                .query(Boolean.class).single());
    }
}
