package io.waypost.core.filter;

import static io.waypost.core.filter.FilterReader.wrong;

import io.waypost.core.filter.FilterProblem.Reason;
import io.waypost.core.filter.FilterValue.Count;
import io.waypost.core.filter.FilterValue.Flag;
import io.waypost.core.filter.FilterValue.FromNow;
import io.waypost.core.filter.FilterValue.Moment;
import io.waypost.core.filter.FilterValue.Own;
import io.waypost.core.filter.FilterValue.Someone;
import io.waypost.core.filter.FilterValue.Word;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of conditions, read by the type of their field and written again. */
final class FilterWords {

    private static final int LONGEST = 100;
    private static final String ME = "me";
    private static final String MINE = "mine";
    private static final String NOW = "now";
    private static final Pattern DISTANCE = Pattern.compile("([+-])(\\d{1,5})([mhd])");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private FilterWords() {}

    static FilterValue read(FilterField field, @Nullable Object value, String at) {
        var text = value instanceof String || value instanceof Number || value instanceof Boolean
                ? value.toString()
                : null;
        if (text == null) {
            throw wrong(at, value, Reason.WRONG_VALUE, "Write a text, a number, or true or false.");
        }
        if (text.length() > LONGEST) {
            throw wrong(at, text, Reason.TOO_LONG, "A value may have %d characters.".formatted(LONGEST));
        }
        var read = switch (field.type()) {
            case CHOICE -> field.choices().contains(text) ? new Word(text) : null;
            case FLAG -> text.equals("true") || text.equals("false") ? new Flag(text.equals("true")) : null;
            case CODE -> text.isBlank() || text.chars().anyMatch(Character::isISOControl) ? null : new Word(text);
            case NUMBER -> number(text);
            case TIME -> time(text);
            case PERSON -> text.equals(ME)
                    ? new Own()
                    : ID.matcher(text).matches() ? new Someone(UUID.fromString(text)) : null;
            case UNIT -> text.equals(MINE) ? new Own() : UNIT.matcher(text).matches() ? new Word(text) : null;
        };
        if (read == null) {
            throw wrong(at, text, Reason.WRONG_VALUE, right(field));
        }
        return read;
    }

    static String write(FilterValue value) {
        return switch (value) {
            case Word(var text) -> text;
            case Count(var number) -> Long.toString(number);
            case Flag(var yes) -> Boolean.toString(yes);
            case Moment(var at) -> at.toString();
            case FromNow(var distance) -> distance(distance);
            case Someone(var id) -> id.toString();
            case Own() -> ME;
        };
    }

    /** The same for a value of that field: one's own unit is written another way than oneself. */
    static String write(FilterField field, FilterValue value) {
        return value instanceof Own && field.type() == FilterField.Type.UNIT ? MINE : write(value);
    }

    private static @Nullable FilterValue number(String text) {
        try {
            return text.length() <= 15 ? new Count(Long.parseLong(text)) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable FilterValue time(String text) {
        if (text.equals(NOW)) {
            return new FromNow(Duration.ZERO);
        }
        var match = DISTANCE.matcher(text);
        if (match.matches()) {
            long size = Long.parseLong(match.group(2)) * (match.group(1).equals("-") ? -1 : 1);
            return new FromNow(switch (match.group(3)) {
                case "m" -> Duration.ofMinutes(size);
                case "h" -> Duration.ofHours(size);
                default -> Duration.ofDays(size);
            });
        }
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : new Moment(at);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static String distance(Duration distance) {
        if (distance.isZero()) {
            return NOW;
        }
        var sign = distance.isNegative() ? "-" : "+";
        long minutes = distance.abs().toMinutes();
        if (minutes % 1_440 == 0) {
            return sign + minutes / 1_440 + "d";
        }
        return minutes % 60 == 0 ? sign + minutes / 60 + "h" : sign + minutes + "m";
    }

    private static String right(FilterField field) {
        return switch (field.type()) {
            case CHOICE -> "One of: %s.".formatted(String.join(", ", field.choices()));
            case FLAG -> "true or false.";
            case CODE -> "A text without control characters.";
            case NUMBER -> "A whole number of at most 15 characters.";
            case TIME ->
                "An instant such as 2026-11-28T08:00:00+08:00, now, or a distance from now such as +30m, -2h or +1d.";
            case PERSON -> "A person's id, or me.";
            case UNIT -> "A unit's code, or mine.";
        };
    }
}
