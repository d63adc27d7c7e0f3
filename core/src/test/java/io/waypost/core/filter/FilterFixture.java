package io.waypost.core.filter;

import io.waypost.core.filter.Filter.All;
import io.waypost.core.filter.Filter.Any;
import io.waypost.core.filter.Filter.Condition;
import io.waypost.core.filter.Filter.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A table of fields as a list might have it, and random filters over it. */
final class FilterFixture {

    static final FilterFields FIELDS = FilterFields.of(
            FilterField.choice("state", List.of("DISPATCHED", "WAITING", "REPLIED")),
            FilterField.flag("urgent"),
            FilterField.code("waybill"),
            FilterField.number("urges"),
            FilterField.time("dueAt").optional(),
            FilterField.person("responsible").optional(),
            FilterField.unit("unit").tree());
    static final FilterReader READER = new FilterReader(FIELDS);

    private FilterFixture() {}

    static Filter random(Random random, int depth) {
        int kind = depth >= 3 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 1 -> new All(parts(random, depth));
            case 2 -> new Any(parts(random, depth));
            case 3 -> new Not(random(random, depth + 1));
            default -> condition(random);
        };
    }

    private static List<Filter> parts(Random random, int depth) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> random(random, depth + 1)).toList();
    }

    private static Condition condition(Random random) {
        var field = FIELDS.all().get(random.nextInt(FIELDS.all().size()));
        var operators = new ArrayList<>(field.operators().stream().sorted().toList());
        var operator = operators.get(random.nextInt(operators.size()));
        int values = operator.bare() ? 0 : operator.several() ? 1 + random.nextInt(3) : 1;
        return new Condition(field, operator, IntStream.range(0, values)
                .mapToObj(_ -> FilterWords.read(field, word(field, random), "")).toList());
    }

    private static Object word(FilterField field, Random random) {
        return switch (field.type()) {
            case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
            case FLAG -> random.nextBoolean();
            case CODE -> List.of("SF1234567890", "a;b|c!(d):e,f\\g", "'; drop table ticket.ticket; --", "运单 🚚")
                    .get(random.nextInt(4));
            case NUMBER -> random.nextInt(1000) - 500;
            case TIME -> List.of("now", "+30m", "-2h", "+1d", "-1501m", "2026-11-28T08:00:00.123Z")
                    .get(random.nextInt(6));
            case PERSON -> random.nextBoolean() ? "me" : new UUID(random.nextLong(), random.nextLong()).toString();
            case UNIT -> random.nextBoolean() ? "mine" : "O440106-001";
        };
    }
}
