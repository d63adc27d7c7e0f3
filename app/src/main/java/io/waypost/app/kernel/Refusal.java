package io.waypost.app.kernel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be granted, on its way to the caller as {@code application/problem+json} (RFC 9457).
 *
 * <p>{@code code} is part of the API: the console maps it to a sentence. Expected refusals of business rules are values of
 * the feature's decision; they become a {@code Refusal} only at the controller.
 */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final List<Field> fields;
    private final Map<String, Object> extra = new LinkedHashMap<>();

    private Refusal(HttpStatus status, String code, String detail, List<Field> fields) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.fields = List.copyOf(fields);
    }

    /** One field that is wrong: its name, its value, a reason code, and what would be right. */
    public record Field(String field, @Nullable Object value, String code, String message) {

        /** The same place as a JSON pointer (RFC 6901) into what was sent. */
        @JsonProperty
        public String pointer() {
            return field.isEmpty() ? "" : "/" + field.replace("[", "").replace("]", "").replace('.', '/');
        }
    }

    public static Refusal notFound(String what, Object which) {
        return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND",
                "There is no %s %s within your reach.".formatted(what, which), List.of());
    }

    public static Refusal forbidden(String code, String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, code, detail, List.of());
    }

    public static Refusal conflict(String code, String detail) {
        return new Refusal(HttpStatus.CONFLICT, code, detail, List.of());
    }

    public static Refusal invalid(String detail, List<Field> fields) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", detail, fields);
    }

    public static Refusal invalid(String field, @Nullable Object value, String code, String message) {
        return invalid("The field %s is not acceptable: %s".formatted(field, message),
                List.of(new Field(field, value, code, message)));
    }

    public static Refusal of(HttpStatus status, String code, String detail) {
        return new Refusal(status, code, detail, List.of());
    }

    /** Adds a member to the problem document. */
    public Refusal with(String name, Object value) {
        extra.put(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Field> fields() {
        return fields;
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
