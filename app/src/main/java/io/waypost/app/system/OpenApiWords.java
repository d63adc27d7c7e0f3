package io.waypost.app.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.waypost.app.kernel.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What the description for partners says beyond the routes: how to sign in, to repeat a request, and to keep to the rate. */
final class OpenApiWords {

    private static final String TOKEN = "/open/v1/oauth/token";

    private OpenApiWords() {}

    static void complete(OpenAPI api) {
        var components = api.getComponents();
        components.addSecuritySchemes("oauth", new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows().clientCredentials(new OAuthFlow().tokenUrl(TOKEN).scopes(scopes()))));
        components.addSecuritySchemes("signature", new SecurityScheme().type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER).name("Signature")
                .description("HTTP Message Signatures (RFC 9421) with hmac-sha256 over @method, @path, @query, and "
                        + "content-digest and idempotency-key where there are such. See docs/open-api.md."));
        components.addSecuritySchemes("key", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("The key itself, for trying out."));
        api.setSecurity(List.of(new SecurityRequirement().addList("oauth"),
                new SecurityRequirement().addList("signature"), new SecurityRequirement().addList("key")));
        components.addHeaders("RateLimit-Policy", text("How many calls a minute, such as \"default\";q=600;w=60."));
        components.addHeaders("RateLimit", text("What is left and for how long, such as \"default\";r=599;t=1."));
        components.addHeaders("Retry-After", new Header().description("Seconds to wait, with 429 and 409 IN_FLIGHT.")
                .schema(new IntegerSchema()));
        components.addHeaders("Idempotency-Replayed", text("true where the answer was given before."));
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (path.equals(TOKEN)) {
            operation.setSecurity(List.of());
            return;
        }
        operation.getResponses().values().stream().filter(response -> response.get$ref() == null).forEach(response -> {
            for (var name : List.of("RateLimit-Policy", "RateLimit")) {
                response.addHeaderObject(name, new Header().$ref(name));
            }
            if (method == HttpMethod.POST) {
                response.addHeaderObject("Idempotency-Replayed", new Header().$ref("Idempotency-Replayed"));
            }
        });
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(parameter -> parameter.getName().equals("Idempotency-Key"))
                    .forEach(parameter -> parameter.required(true)
                            .description(
                                    "1 to 128 visible characters, new for each thing to be done, the same when the same "
                                            + "request is sent again. Kept for 24 hours."));
        }
    }

    private static Scopes scopes() {
        var scopes = new Scopes();
        Arrays.stream(Permission.values()).filter(Permission::forPrograms)
                .forEach(permission -> scopes.addString(permission.code(), words(permission)));
        return scopes;
    }

    private static String words(Permission permission) {
        return switch (Objects.requireNonNull(permission)) {
            case OPEN_TICKETS_READ -> "See one's own tickets.";
            case OPEN_TICKETS_WRITE -> "Open tickets, add messages, urge, withdraw.";
            case OPEN_PARCELS_READ -> "See where parcels are.";
            case OPEN_WEBHOOKS_READ -> "See one's webhooks and what was sent to them.";
            case OPEN_WEBHOOKS_WRITE -> "Subscribe, change and replay webhooks.";
            default -> permission.code();
        };
    }

    private static Header text(String description) {
        Schema<?> schema = new StringSchema();
        return new Header().description(description).schema(schema);
    }
}
