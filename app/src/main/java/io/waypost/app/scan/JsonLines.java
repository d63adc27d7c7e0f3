package io.waypost.app.scan;

import io.waypost.core.scan.ScanFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads objects from a JSON array, or one from each line (NDJSON). A line that is no JSON costs only itself. */
@Component
class JsonLines {

    private static final int DEEPEST = 2;

    private final JsonMapper json;

    JsonLines(JsonMapper json) {
        this.json = json;
    }

    /** The lines of a body; at most one more than {@code most}, so that the caller sees that there were too many. */
    List<Line> read(byte[] body, int most) {
        int start = 0;
        while (start < body.length && (body[start] <= ' ' || isMark(body, start))) {
            start++;
        }
        return start < body.length && body[start] == '[' ? array(body, start, most) : lines(body, start, most);
    }

    /** All lines of these bytes, an object in each. */
    List<Line> lines(byte[] bytes) {
        return lines(bytes, 0, Integer.MAX_VALUE - 1);
    }

    /** The object in one line. */
    Line line(long number, byte[] bytes, int from, int to) {
        try (var parser = json.createParser(bytes, from, to - from)) {
            var fields = parser.nextToken() == JsonToken.START_OBJECT ? fields(parser) : null;
            return new Line(number, parser.nextToken() == null ? fields : null);
        } catch (JacksonException _) {
            return new Line(number, null);
        }
    }

    /** The fields of a scan from its bytes, as the stream asks for those that are not written plainly; null where they cannot be read. */
    @Nullable
    ScanFields scan(byte[] bytes, int from, int until) {
        var fields = line(0, bytes, from, until).fields();
        return fields == null ? null : Intake.scan(fields);
    }

    private List<Line> lines(byte[] body, int start, int most) {
        var lines = new ArrayList<Line>();
        int from = start;
        long number = 0;
        while (from < body.length && lines.size() <= most) {
            int to = from;
            while (to < body.length && body[to] != '\n') {
                to++;
            }
            number++;
            if (!isBlank(body, from, to)) {
                lines.add(line(number, body, from, to));
            }
            from = to + 1;
        }
        return lines;
    }

    private List<Line> array(byte[] body, int start, int most) {
        var lines = new ArrayList<Line>();
        try (var parser = json.createParser(body, start, body.length - start)) {
            parser.nextToken();
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.END_ARRAY && lines.size() <= most) {
                if (token == JsonToken.START_OBJECT) {
                    lines.add(new Line(lines.size() + 1L, fields(parser)));
                } else {
                    parser.skipChildren();
                    lines.add(new Line(lines.size() + 1L, null));
                }
                token = parser.nextToken();
            }
        } catch (JacksonException _) {
            // What stood before the break is good and is taken; the break itself is told as one line.
            lines.add(new Line(lines.size() + 1L, null));
        }
        return lines;
    }

    private static Map<String, String> fields(JsonParser parser) {
        var fields = new LinkedHashMap<String, String>();
        fields(parser, "", 1, fields);
        return fields;
    }

    private static void fields(JsonParser parser, String prefix, int depth, Map<String, String> fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = prefix + parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
                fields(parser, name + ".", depth + 1, fields);
            } else if (token.isStructStart()) {
                parser.skipChildren();
                fields.put(name, "[…]");
            } else if (token != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getString());
            }
        }
    }

    private static boolean isMark(byte[] body, int at) {
        return at < 3 && body[at] < 0;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
