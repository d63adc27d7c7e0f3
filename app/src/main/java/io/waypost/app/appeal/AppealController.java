package io.waypost.app.appeal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.appeal.AppealLists.Asked;
import io.waypost.app.appeal.AppealLists.Counts;
import io.waypost.app.appeal.AppealView.AppealRow;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.kernel.Sheets;
import io.waypost.core.appeal.AppealCategory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/appeals")
class AppealController {

    private final AppealIntake intake;
    private final AppealImport imports;
    private final AppealLists lists;
    private final AppealViews views;

    AppealController(AppealIntake intake, AppealImport imports, AppealLists lists, AppealViews views) {
        this.intake = intake;
        this.imports = imports;
        this.lists = lists;
        this.views = views;
    }

    record Unmask(String field, @Nullable String reason) {}

    record Unmasked(String value) {}

    @GetMapping
    Page<AppealRow> list(
            @RequestParam(defaultValue = "DUE") AppealLists.Queue view,
            @RequestParam(required = false) @Nullable AppealCategory category,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(new Asked(view, category, unit, text), cursor, limit);
    }

    @GetMapping("/counts")
    Counts counts() {
        return lists.counts();
    }

    @PostMapping
    AppealView receive(@RequestBody NewAppeal typed) {
        return views.view(intake.receive(typed).id());
    }

    @PostMapping("/import")
    ImportReport importFile(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        return imports.put(Sheet.read(file.getBytes()), dryRun);
    }

    @GetMapping("/import/template")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void template(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appeals.csv\"");
        Sheets.csv(response.getOutputStream(), List.copyOf(AppealImport.COLUMNS.keySet()), List.of());
    }

    @GetMapping("/{id}")
    AppealView get(@PathVariable UUID id) {
        return views.view(id);
    }

    @PostMapping("/{id}/unmask")
    Unmasked unmask(@PathVariable UUID id, @RequestBody Unmask body) {
        return new Unmasked(views.unmask(id, body.field(), body.reason()));
    }
}
