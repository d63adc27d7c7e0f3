package io.waypost.app.stream;

import io.waypost.core.scan.ScanFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line of JSON the thorough way. */
final class ThoroughLines {

    private static final JsonMapper JSON = new JsonMapper();

    private ThoroughLines() {}

    static @Nullable ScanFields fields(byte[] body, int from, int until) {
        try {
            return JSON.readValue(body, from, until - from, ScanFields.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
