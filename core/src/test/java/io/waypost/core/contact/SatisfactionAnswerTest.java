package io.waypost.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C3 a number from 1 to 5 answers how satisfied somebody is, anything else says something else")
class SatisfactionAnswerTest {

    @Test
    void readsANumberHoweverItIsTyped() {
        for (var text : new String[]{"5", " 5 ", "５", "5分", "五", "五星", "5 分。", "5."}) {
            assertThat(SatisfactionAnswer.read(text)).as(text).hasValue(5);
        }
        assertThat(SatisfactionAnswer.read("一")).hasValue(1);
    }

    @Test
    void readsNothingElse() {
        for (var text : new String[]{"", "0", "6", "55", "5 个包裹", "我有5个", "十五", "1069", "-1", "2,3"}) {
            assertThat(SatisfactionAnswer.read(text)).as(text).isEmpty();
        }
    }
}
