package io.waypost.app.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** Describes how every route says no: a problem document with a code and the fields that are wrong. */
final class ApiProblems {

    private static final String NAME = "Problem";

    private ApiProblems() {}

    static void describe(OpenAPI api) {
        api.getComponents().addSchemas("ProblemField", field());
        api.getComponents().addSchemas(NAME, problem());
        api.getComponents().addResponses(NAME, new ApiResponse()
                .description("No, and why (RFC 9457).")
                .content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref(NAME)))));
        api.getPaths().values().forEach(path -> path.readOperations()
                .forEach(operation -> operation.getResponses()
                        .addApiResponse("default", new ApiResponse().$ref(NAME))));
    }

    private static Schema<?> problem() {
        var schema = new Schema<>();
        schema.addType("object");
        schema.addProperty("type", text());
        schema.addProperty("title", text());
        schema.addProperty("status", integer());
        schema.addProperty("detail", text());
        schema.addProperty("instance", text());
        schema.addProperty("code", text().description("What it is, for programs."));
        schema.addProperty("errors", list(new Schema<>().$ref("ProblemField")));
        schema.addProperty("retryAfterSeconds", integer());
        schema.setRequired(List.of("code", "status"));
        schema.setAdditionalProperties(true);
        return schema;
    }

    private static Schema<?> field() {
        var schema = new Schema<>();
        schema.addType("object");
        schema.addProperty("field", text());
        schema.addProperty("pointer", text().description("The field as a JSON pointer into what was sent."));
        schema.addProperty("value", new Schema<>().description("What was sent."));
        schema.addProperty("code", text());
        schema.addProperty("message", text().description("What would be right."));
        schema.setRequired(List.of("field", "pointer", "value", "code", "message"));
        return schema;
    }

    private static Schema<?> text() {
        var schema = new StringSchema();
        schema.addType("string");
        return schema;
    }

    private static Schema<?> integer() {
        var schema = new IntegerSchema();
        schema.addType("integer");
        return schema;
    }

    private static Schema<?> list(Schema<?> items) {
        var schema = new ArraySchema();
        schema.addType("array");
        schema.setItems(items);
        return schema;
    }
}
