package io.waypost.app.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of each property whether it may be null and whether it may be missing, as the records say it with {@link Nullable}.
 *
 * <p>In an answer everything is there, if only as null, but for what {@link JsonInclude} leaves out. In a request what may be null may be left out too.
 */
final class ApiSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final ApiNames names;

    ApiSchemas(ApiNames names) {
        this.names = names;
    }

    void complete(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var answered = answered(api, schemas);
        schemas.forEach((name, schema) -> {
            var type = names.type(name);
            if (type != null && type.isRecord() && schema.getProperties() != null) {
                complete(schema, type, answered.contains(name));
            }
        });
    }

    private static void complete(Schema<?> schema, Class<?> type, boolean answered) {
        var required = new TreeSet<String>();
        schema.setProperties(completed(schema.getProperties(), components(type), answered, required));
        schema.setRequired(required.isEmpty() ? null : required.stream().toList());
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private static Map<String, Schema> completed(Map<String, Schema> properties,
            Map<String, RecordComponent> components, boolean answered, Set<String> required) {
        var completed = new LinkedHashMap<String, Schema>();
        properties.forEach((name, property) -> {
            var component = components.get(name);
            boolean nullable = component != null
                    && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean omitted = component != null && has(component, JsonInclude.class);
            completed.put(name, nullable && !omitted ? orNull(property) : property);
            if (component != null && !omitted && (answered || !nullable)) {
                required.add(name);
            }
        });
        return completed;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var choice = new Schema<>();
            choice.addAnyOfItem(schema);
            choice.addAnyOfItem(nothing());
            return choice;
        }
        if (schema.getTypes() != null) {
            schema.addType("null");
        }
        return schema;
    }

    private static Schema<?> nothing() {
        var nothing = new Schema<>();
        nothing.addType("null");
        return nothing;
    }

    /** The components of a record by their names in JSON, with those of records that are written as a part of it. */
    private static Map<String, RecordComponent> components(Class<?> type) {
        var components = new LinkedHashMap<String, RecordComponent>();
        for (var component : type.getRecordComponents()) {
            if (has(component, JsonUnwrapped.class)) {
                components.putAll(components(component.getType()));
            } else {
                components.put(name(component), component);
            }
        }
        return components;
    }

    /** The name in JSON, where it is another. */
    private static String name(RecordComponent component) {
        return Arrays.stream(component.getDeclaringRecord().getDeclaredFields())
                .filter(field -> field.getName().equals(component.getName()))
                .flatMap(field -> Stream.ofNullable(field.getAnnotation(JsonProperty.class)))
                .map(JsonProperty::value).filter(value -> !value.isEmpty())
                .findFirst().orElse(component.getName());
    }

    /** Annotations of JSON are kept by the field of a component, not by the component. */
    private static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
        return Arrays.stream(component.getDeclaringRecord().getDeclaredFields())
                .anyMatch(field -> field.getName().equals(component.getName())
                        && field.isAnnotationPresent(annotation));
    }

    /** The names of the schemas that some answer contains. */
    @SuppressWarnings("rawtypes") // as the library has it
    private static Set<String> answered(OpenAPI api, Map<String, Schema> schemas) {
        var found = new HashSet<String>();
        api.getPaths().values().stream()
                .map(PathItem::readOperations).flatMap(Collection::stream)
                .map(Operation::getResponses).flatMap(responses -> responses.values().stream())
                .flatMap(response -> schemas(response.getContent()))
                .forEach(schema -> follow(schema, schemas, found));
        return found;
    }

    private static Stream<Schema<?>> schemas(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.values().stream().filter(media -> media.getSchema() != null)
                        .map(media -> (Schema<?>) media.getSchema());
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private static void follow(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        var name = schema.get$ref() == null ? null : schema.get$ref().replace(PREFIX, "");
        if (name != null && found.add(name)) {
            follow(schemas.get(name), schemas, found);
        }
        follow(schema.getItems(), schemas, found);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            follow(values, schemas, found);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> follow(property, schemas, found));
        }
    }
}
