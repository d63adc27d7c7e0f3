package io.waypost.app.system;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** How the API describes itself (OpenAPI 3.1), exact enough to generate a client's types from it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** One for all platforms in this JVM, because the library's converters are. */
    private static final ApiNames NAMES = new ApiNames();

    /** Registered before the library's own converters, which are asked first and fall back on this one. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelConverter apiModels(ObjectMapperProvider mappers) {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
        return new ModelResolver(mappers.jsonMapper(), NAMES).openapi31(true);
    }

    @Bean
    OperationCustomizer apiOperations() {
        return (operation, handler) -> {
            operation.setOperationId(name(handler));
            operation.setTags(List.of(feature(handler)));
            upload(operation, handler);
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer apiWhole() {
        var schemas = new ApiSchemas(NAMES);
        return api -> {
            NAMES.refuseClashes();
            api.setInfo(new Info().title("Waypost").version("v1")
                    .description("驿路, an open customer-service platform for express delivery."));
            schemas.complete(api);
            ApiProblems.describe(api);
            api.getComponents().addSecuritySchemes("session",
                    new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("SESSION")
                            .description("People, after POST /api/v1/session."));
            api.getComponents().addSecuritySchemes("key", new SecurityScheme().type(SecurityScheme.Type.HTTP)
                    .scheme("bearer").description("Programs of partners."));
            api.setSecurity(List.of(new SecurityRequirement().addList("session"),
                    new SecurityRequirement().addList("key")));
        };
    }

    /** The description of the console's API leaves out what is for partners; {@link #openV1} is asked for by its paths. */
    @Bean
    OpenApiMethodFilter notForPartners() {
        return method -> Stream.of(method.getDeclaringClass(), method)
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .filter(Objects::nonNull)
                .flatMap(mapping -> Arrays.stream(mapping.path()))
                .noneMatch(path -> path.startsWith("/open/"));
    }

    /** The part of the API that partners program against: a description of its own, with nothing else of the platform in it. */
    @Bean
    GroupedOpenApi openV1(OperationCustomizer apiOperations) {
        var schemas = new ApiSchemas(NAMES);
        return GroupedOpenApi.builder()
                .group(OpenApiController.GROUP)
                .pathsToMatch("/open/v1/**")
                .addOperationCustomizer(apiOperations)
                .addOpenApiCustomizer(api -> {
                    NAMES.refuseClashes();
                    api.setInfo(new Info().title("Waypost for partners").version("v1")
                            .description(
                                    "驿路, tickets and parcels for partners' programs. How to begin: docs/open-api.md."));
                    schemas.complete(api);
                    ApiProblems.describe(api);
                    OpenApiWords.complete(api);
                })
                .build();
    }

    /** The controller and its method: {@code ticketAnswer}. */
    private static String name(HandlerMethod handler) {
        var controller = handler.getBeanType().getSimpleName().replace("Controller", "");
        var method = handler.getMethod().getName();
        return controller.substring(0, 1).toLowerCase(Locale.ROOT) + controller.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }

    /** The library takes a file for JSON. */
    private static void upload(Operation operation, HandlerMethod handler) {
        var body = operation.getRequestBody();
        if (body != null && Arrays.asList(handler.getMethod().getParameterTypes()).contains(MultipartFile.class)) {
            var media = body.getContent().values().iterator().next();
            body.setContent(new Content().addMediaType(MediaType.MULTIPART_FORM_DATA_VALUE, media));
        }
    }

    private static String feature(HandlerMethod handler) {
        var name = handler.getBeanType().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
