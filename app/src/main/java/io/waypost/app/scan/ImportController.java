package io.waypost.app.scan;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/scans/imports")
class ImportController {

    private static final int SHOWN = 100;

    private final Imports imports;
    private final ImportStore store;

    ImportController(Imports imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    @PostMapping
    ImportJob upload(@RequestParam MultipartFile file) throws IOException {
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return imports.accept(name == null ? "upload" : name, content);
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    public List<ImportJob> list() {
        return store.newest(SHOWN);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public ImportJob get(@PathVariable UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("import", id));
    }

    @GetMapping("/{id}/errors")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Transactional(readOnly = true)
    public void errors(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var job = get(id);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"errors-%s.csv\"".formatted(job.id()));
        try (var writer = response.getWriter(); var errors = store.errors(id)) {
            write(errors, writer);
        }
    }

    private static void write(Stream<Rejection> errors, Writer writer) throws IOException {
        // Excel reads UTF-8 only behind a byte order mark.
        writer.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord("line", "field", "value", "code", "message");
            errors.forEach(error -> csv.writeRecord(Long.toString(error.line()), error.field(), harmless(error.value()),
                    error.code(),
                    harmless(error.message())));
        }
    }

    /** A value that a spreadsheet would take for a formula is shown as the text it is. */
    private static String harmless(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
