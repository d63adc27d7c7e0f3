package io.waypost.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.routing.ContactLanguage.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C2 a matter and a language are found in a customer's first words")
class FirstWordsTest {

    private final FirstWords words = new FirstWords(RoutingPolicy.defaults());

    private static ContactMatter matter(String code, String... words) {
        return new ContactMatter(code, code, code, "GENERAL", 2, 1, List.of(words));
    }

    private static FirstWords of(ContactMatter... matters) {
        return new FirstWords(RoutingPolicy.defaults().about(List.of(matters), List.of()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            我的快递 YT6200000000017 到哪了,WHERE_IS_IT,到哪了
            打开一看杯子碎了，给我赔偿,DAMAGE,碎了
            显示签收了但是我没收到,NOT_RECEIVED,显示签收
            帮我催一下,URGE,催一下
            我要投诉你们快递员,SERVICE,投诉
            地址写错了能换地址吗,ADDRESS,地址写错
            Where is my parcel,WHERE_IS_IT,where is
            ＣＬＡＩＭ,CLAIM,claim
            在吗,GENERAL,
            '',GENERAL,
            """)
    @DisplayName("what customers of express delivery usually write")
    void usual(String text, String matter, String word) {
        var found = words.in(text);
        assertThat(found.matter()).isEqualTo(matter);
        assertThat(found.word()).isEqualTo(word);
        assertThat(found.saidMatter()).isEqualTo(word != null);
    }

    @Test
    @DisplayName("the longest word wins, then most words, then the order")
    void wins() {
        var found = of(matter("ONE", "地址", "电话"), matter("TWO", "改地址"), matter("THREE", "姓名", "地址"));
        assertThat(found.in("我要改地址和电话").matter()).isEqualTo("TWO");
        assertThat(found.in("地址和电话").matter()).isEqualTo("ONE");
        assertThat(found.in("姓名、地址").matter()).isEqualTo("THREE");
        assertThat(found.in("地址").matter()).isEqualTo("ONE");
        assertThat(found.in("姓名").word()).isEqualTo("姓名");
    }

    @Test
    @DisplayName("words of letters stand apart, and no pattern is one")
    void apart() {
        var found = of(matter("LATE", "late"), matter("ANY", ".*"));
        assertThat(found.in("the plate is broken").matter()).isEqualTo("GENERAL");
        assertThat(found.in("It is LATE!").matter()).isEqualTo("LATE");
        assertThat(found.in("plate, late").matter()).isEqualTo("LATE");
        assertThat(found.in("包裹late了").matter()).isEqualTo("LATE");
        assertThat(found.in("写作 .* 的").matter()).isEqualTo("ANY");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Where is my parcel please,ENGLISH
            hello,
            YT6200000000017 SF1234567890123,
            https://www.example.com/some/long/way,
            我的 iPhone15ProMax 到哪了,
            运单在 express tracking 里没有更新,
            Где моя посылка,RUSSIAN
            荷物はまだ届いていません,JAPANESE
            제 택배는 지금 어디에 있나요,KOREAN
            مېنىڭ پوسۇلكام قەيەردە,UYGHUR
            """)
    @DisplayName("a language is known by its letters, and not by waybills or single words")
    void languages(String text, String language) {
        assertThat(words.in(text).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("whatever is written and configured, the answer is a matter of the policy, its word is in the text, and it is the same again")
    void whatever(long seed) {
        var random = new Random(seed);
        var letters = "改地址电话abc １ＡＢ。.*".toCharArray();
        for (int i = 0; i < 300; i++) {
            var matters = new ArrayList<ContactMatter>();
            for (int j = 0; j < 4; j++) {
                matters.add(matter("M" + j, text(random, letters, 3), text(random, letters, 2)));
            }
            var text = text(random, letters, 30);
            var found = of(matters.toArray(ContactMatter[]::new)).in(text);
            assertThat(found).isEqualTo(of(matters.toArray(ContactMatter[]::new)).in(text));
            if (found.word() == null) {
                assertThat(found.matter()).isEqualTo("GENERAL");
            } else {
                assertThat(matters).filteredOn(one -> one.code().equals(found.matter())).singleElement()
                        .satisfies(one -> assertThat(one.words()).contains(found.word()));
            }
        }
    }

    private static String text(Random random, char[] letters, int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            text.append(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    @Test
    @DisplayName("with the packaged policy whoever has the general skill can be given everything")
    void everythingIsAnswered() {
        assertThat(Coverage.gaps(RoutingPolicy.defaults(), List.of(Map.of("GENERAL", 1)))).isEmpty();
    }

    @Test
    @DisplayName("a level that nobody has is a gap, and so is a pair of skills that nobody has together")
    void gaps() {
        var policy = RoutingPolicy.defaults().about(
                List.of(new ContactMatter("CLAIM", "理赔", "Claim", "CLAIM", 3, 2, List.of())),
                List.of(new ContactLanguage("ENGLISH", Writing.LATIN, 90, "ENGLISH", 2, 1)));
        assertThat(Coverage.gaps(policy, List.of(Map.of("GENERAL", 3), Map.of("CLAIM", 1, "ENGLISH", 2))))
                .containsExactly(new Coverage.Gap("CLAIM", null, "CLAIM", 2),
                        new Coverage.Gap("GENERAL", "ENGLISH", "ENGLISH", 1));
        assertThat(Coverage.gaps(policy, List.of(Map.of("GENERAL", 3, "ENGLISH", 1), Map.of("CLAIM", 2))))
                .containsExactly(new Coverage.Gap("CLAIM", "ENGLISH", "ENGLISH", 1));
        // Where there are no agents yet, nothing can be said.
        assertThat(Coverage.gaps(policy, List.of())).isEmpty();
    }
}
