package io.waypost.chat.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object that a test reads. */
record Json(Map<String, Object> fields) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    static Json read(String json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static Json object(JsonParser parser) {
        var fields = new HashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            fields.put(name, value(parser, parser.nextToken()));
        }
        return new Json(fields);
    }

    private static Object value(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            var list = new ArrayList<Json>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(object(parser));
            }
            return list;
        }
        return parser.getString();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new AssertionError("There is no '" + name + "' in " + fields);
        }
        return value.toString();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Json object(String name) {
        return (Json) Objects.requireNonNull(fields.get(name));
    }

    @SuppressWarnings("unchecked")
    List<Json> list(String name) {
        return (List<Json>) Objects.requireNonNull(fields.get(name));
    }
}
