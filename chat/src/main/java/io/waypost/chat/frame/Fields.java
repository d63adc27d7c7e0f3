package io.waypost.chat.frame;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The fields of one JSON object, as they came. Fields that nobody asks for are passed over, so that newer clients may say more. */
final class Fields {

    private static final int MOST_FIELDS = 32;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).maxNumberLength(20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What stands for an array, an object or a number that is not whole. */
    private enum Other {
        OTHER;

        @Override
        public String toString() {
            return "something else";
        }
    }

    private final Map<String, Object> values;

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads them; a field that is null is one that is not there. */
    static Fields of(String json) {
        var values = new HashMap<String, Object>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadField("BAD_FRAME", "A frame is a JSON object.");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                var value = value(parser, parser.nextToken());
                if (value != null) {
                    values.put(name, value);
                }
                if (values.size() > MOST_FIELDS) {
                    throw new BadField("BAD_FRAME", "A frame has at most " + MOST_FIELDS + " fields.");
                }
            }
            if (parser.nextToken() != null) {
                throw new BadField("BAD_FRAME", "There is something after the frame's JSON object.");
            }
        } catch (JacksonException malformed) {
            throw new BadField("BAD_FRAME", "The frame is no JSON: " + malformed.getOriginalMessage());
        }
        return new Fields(values);
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> {
                parser.skipChildren();
                yield Other.OTHER;
            }
        };
    }

    private static Object whole(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Other.OTHER : parser.getLongValue();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text of at least one character and at most so many. */
    String text(String name, int longest) {
        var value = value(name, "a text");
        if (!(value instanceof String text) || text.isEmpty() || text.length() > longest) {
            throw BadField.of(name, value, "a text of 1 to " + longest + " characters");
        }
        return text;
    }

    /** What people wrote: not blank, at most so many code points, nothing that is no character. */
    String words(String name, int longest) {
        var right = "a text of 1 to " + longest + " characters that is not blank";
        var value = value(name, right);
        if (!(value instanceof String text) || text.isBlank()) {
            throw BadField.of(name, value, right);
        }
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new BadField("TOO_LONG", named(name, text) + ": it has " + length + " characters, at most " + longest
                    + " are taken.");
        }
        if (text.codePoints().anyMatch(Fields::isNoCharacter)) {
            throw BadField.of(name, text, "without U+0000 and without halves of characters");
        }
        return text;
    }

    private static boolean isNoCharacter(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    UUID uuid(String name) {
        var right = "a UUID in lower case such as 0190b7a2-6c1e-7d3a-9f00-1a2b3c4d5e6f";
        var value = value(name, right);
        var uuid = value instanceof String text ? FrameReader.uuid(text) : null;
        if (uuid == null) {
            throw BadField.of(name, value, right);
        }
        return uuid;
    }

    @Nullable
    UUID uuidIfAny(String name) {
        return values.get(name) instanceof String text ? FrameReader.uuid(text) : null;
    }

    long number(String name, long least, long most) {
        var right = right(least, most);
        var value = value(name, right);
        if (!(value instanceof Long number) || number < least || number > most) {
            throw BadField.of(name, value, right);
        }
        return number;
    }

    long number(String name, long least, long most, long otherwise) {
        return has(name) ? number(name, least, most) : otherwise;
    }

    private static String right(long least, long most) {
        if (least == most) {
            return String.valueOf(least);
        }
        return most == Long.MAX_VALUE
                ? "a whole number of at least " + least
                : "a whole number from " + least + " to " + most;
    }

    private Object value(String name, String right) {
        var value = values.get(name);
        if (value == null) {
            throw new BadField("BAD_FIELD", "'" + name + "' is missing: it must be " + right + ".");
        }
        return value;
    }

    /** A field and its value, to begin a sentence with. */
    static String named(String name, Object value) {
        return "'" + name + "' is " + BadField.shown(value);
    }
}
