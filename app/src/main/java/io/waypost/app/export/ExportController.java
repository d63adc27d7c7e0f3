package io.waypost.app.export;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_PARAMETERS = 40;
    private static final int LONGEST_PARAMETER = 4_000;

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportJob order(@RequestBody NewExport request) {
        if (request.list() == null) {
            throw Refusal.invalid("list", null, "MISSING", "Name the list to export, such as tickets.");
        }
        var query = request.query() == null ? Map.<String, String>of() : request.query();
        if (query.size() > MOST_PARAMETERS
                || query.values().stream().anyMatch(value -> value == null || value.length() > LONGEST_PARAMETER)) {
            throw Refusal.invalid("query", null, "TOO_LONG", "At most %d parameters of %d characters."
                    .formatted(MOST_PARAMETERS, LONGEST_PARAMETER));
        }
        var locale = "en".equals(request.locale()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return exports.order(request.list(), query, request.columns(), request.title(), locale);
    }

    @GetMapping
    List<ExportJob> own() {
        return exports.own();
    }

    @GetMapping("/{id}")
    ExportJob get(@PathVariable UUID id) {
        return exports.get(id);
    }

    @PostMapping("/{id}/cancel")
    ExportJob cancel(@PathVariable UUID id) {
        return exports.cancel(id);
    }

    @GetMapping("/{id}/file")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = EXCEL, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        var download = exports.fetch(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(EXCEL))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(download.name(), StandardCharsets.UTF_8).build().toString())
                .body(new FileSystemResource(download.path()));
    }

    /**
     * @param query what narrows the list, with the names that its route takes
     * @param columns which columns, in which order; all where none are named
     * @param locale {@code zh-CN} or {@code en}, the language of titles and words
     */
    record NewExport(
            @Nullable String list,
            @Nullable String title,
            @Nullable Map<String, String> query,
            @Nullable List<String> columns,
            @Nullable String locale) {}
}
