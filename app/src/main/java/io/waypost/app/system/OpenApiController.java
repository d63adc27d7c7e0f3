package io.waypost.app.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.MultipleOpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the part of the API that partners program against, where they look for it. */
@Hidden
@RestController
class OpenApiController {

    /** The name of that part among the library's groups. */
    static final String GROUP = "open-v1";

    private static final String PATH = "/open/v1/openapi";

    private final MultipleOpenApiWebMvcResource descriptions;

    OpenApiController(MultipleOpenApiWebMvcResource descriptions) {
        this.descriptions = descriptions;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] describe(HttpServletRequest request) throws JsonProcessingException {
        return descriptions.openapiJson(request, PATH, GROUP, Locale.ROOT);
    }
}
