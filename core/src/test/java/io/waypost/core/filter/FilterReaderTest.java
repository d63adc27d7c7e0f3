package io.waypost.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.filter.Filter.All;
import io.waypost.core.filter.Filter.Any;
import io.waypost.core.filter.Filter.Condition;
import io.waypost.core.filter.Filter.Not;
import io.waypost.core.filter.FilterProblem.Reason;
import io.waypost.core.filter.FilterRead.Bad;
import io.waypost.core.filter.FilterRead.Good;
import io.waypost.core.filter.FilterValue.Flag;
import io.waypost.core.filter.FilterValue.FromNow;
import io.waypost.core.filter.FilterValue.Own;
import io.waypost.core.filter.FilterValue.Word;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T3 filters name fields of their table and nothing else")
class FilterReaderTest {

    private static final FilterReader READER = FilterFixture.READER;

    @Test
    void readsTheTextOfAnAddress() {
        assertThat(good(READER.read("state:is:WAITING,REPLIED;(urgent:is:true|dueAt:before:+30m);!unit:within:mine")))
                .isEqualTo(new All(List.of(
                        condition("state", FilterOperator.IS, new Word("WAITING"), new Word("REPLIED")),
                        new Any(List.of(condition("urgent", FilterOperator.IS, new Flag(true)),
                                condition("dueAt", FilterOperator.BEFORE, new FromNow(Duration.ofMinutes(30))))),
                        new Not(condition("unit", FilterOperator.WITHIN, new Own())))));
    }

    @Test
    void readsTheTreeOfJson() {
        var tree = Map.of("all", List.of(
                Map.of("field", "urges", "op", "min", "values", List.of(3)),
                Map.of("field", "responsible", "op", "empty")));
        assertThat(FilterText.of(good(READER.readTree(tree)))).isEqualTo("urges:min:3;responsible:empty");
    }

    @Test
    void nothingNarrowsByNothing() {
        for (var read : Stream.of(READER.read(null), READER.read(" "), READER.readTree(null), READER.read("()"))
                .toList()) {
            assertThat(good(read)).isEqualTo(Filter.EVERYTHING);
        }
        assertThat(FilterText.of(Filter.EVERYTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            colour:is:red                     ~ UNKNOWN_FIELD    ~ field     ~ colour
            state:before:WAITING              ~ UNKNOWN_OPERATOR ~ op        ~ before
            state:is:OPEN                     ~ WRONG_VALUE      ~ values[0] ~ OPEN
            urges:min:many                    ~ WRONG_VALUE      ~ values[0] ~ many
            urges:min:1,2                     ~ WRONG_COUNT      ~ values    ~ 2
            dueAt:empty:now                   ~ WRONG_COUNT      ~ values    ~ 1
            dueAt:before:tomorrow             ~ WRONG_VALUE      ~ values[0] ~ tomorrow
            dueAt:before:9999-01-01T00\\:00\\:00Z ~ WRONG_VALUE  ~ values[0] ~ 9999-01-01T00:00:00Z
            unit:within:/HQ/' or 1=1          ~ WRONG_VALUE      ~ values[0] ~ /HQ/' or 1=1
            responsible:is:1                  ~ WRONG_VALUE      ~ values[0] ~ 1
            """)
    void saysWhatIsWrongAndWhatIsRight(String text, Reason reason, String at, String value) {
        var problem = bad(READER.read(text));
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.at()).isEqualTo(at);
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.right()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "state", "state:is:WAITING)", "((state:is:WAITING)", ";", "|", "!", ":",
            "state:is",
            "\\", "state:is:WAITING;;urgent:is:true"})
    void refusesWhatIsNoFilter(String text) {
        assertThat(bad(READER.read(text)).right()).isNotBlank();
    }

    @Test
    void boundsDepthNumberAndLength() {
        assertThat(bad(READER.read("(".repeat(1_900) + "urgent:is:true" + ")".repeat(1_900))).reason())
                .isEqualTo(Reason.TOO_DEEP);
        assertThat(bad(READER.read("!".repeat(3_000) + "urgent:is:true")).reason()).isEqualTo(Reason.TOO_DEEP);
        assertThat(bad(READER.read("urgent:is:true;".repeat(60) + "urgent:is:true")).reason())
                .isEqualTo(Reason.TOO_MANY);
        assertThat(bad(READER.read("x".repeat(5_000))).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(bad(READER.read("waybill:is:" + "x".repeat(101))).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(bad(READER.read("waybill:is:" + "x,".repeat(150) + "x")).reason()).isEqualTo(Reason.WRONG_COUNT);
        Object tree = Map.of("field", "urgent", "op", "is", "values", true);
        for (int i = 0; i < 100_000; i++) {
            tree = Map.of("not", tree);
        }
        assertThat(bad(READER.readTree(tree)).reason()).isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void theTreeMayHoldAnythingJsonHolds() {
        var withNull = new HashMap<String, @Nullable Object>();
        withNull.put("field", null);
        withNull.put("op", "is");
        for (var tree : List.of(1, true, "state", List.of(), Map.of(), Map.of("all", 1), Map.of("all", List.of(), "any",
                List.of()), Map.of("field", "state", "op", "is", "values", Map.of()), withNull,
                Map.of("field", "state", "op", "is", "values", List.of(List.of())), Map.of(1, 2))) {
            assertThat(bad(READER.readTree(tree)).right()).isNotBlank();
        }
    }

    @Test
    @DisplayName("T3 a filter is the same after it was written and read, as text and as tree")
    void writesWhatItReads() {
        var random = new Random(20261128);
        for (int i = 0; i < 20_000; i++) {
            var filter = FilterFixture.random(random, 0);
            assertThat(good(READER.readTree(FilterReader.tree(filter)))).isEqualTo(filter);
            // Groups of one part are not written as groups: the text is the same from the second time on.
            var text = FilterText.of(good(READER.read(FilterText.of(filter))));
            assertThat(FilterText.of(good(READER.read(text)))).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("T3 random texts are read or refused, never more")
    void survivesAnyText() {
        var random = new Random(7);
        var pieces = List.of("state", "is", "WAITING", ":", ";", "|", "!", "(", ")", ",", "\\", "'", "--", "\u0000",
                "$1", ":x", "select", "union", "/*", "%27", "🚚", "\uD800", "运单", "urgent:is:true", "dueAt:before:now",
                "waybill:is:", "\n");
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            switch (READER.read(text.toString())) {
                case Good(var filter) -> assertThat(good(READER.readTree(FilterReader.tree(filter)))).isEqualTo(filter);
                case Bad(var problem) -> assertThat(problem.right()).isNotBlank();
            }
        }
    }

    private static Condition condition(String field, FilterOperator operator, FilterValue... values) {
        return new Condition(FilterFixture.FIELDS.field(field).orElseThrow(), operator, List.of(values));
    }

    private static Filter good(FilterRead read) {
        return switch (read) {
            case Good(var filter) -> filter;
            case Bad(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    private static FilterProblem bad(FilterRead read) {
        return switch (read) {
            case Good(var filter) -> throw new AssertionError("Read as " + filter);
            case Bad(var problem) -> problem;
        };
    }
}
