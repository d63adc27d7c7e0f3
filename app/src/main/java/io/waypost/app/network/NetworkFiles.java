package io.waypost.app.network;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.kernel.Sheets;
import io.waypost.core.network.UnitReader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The tree as a file, in and out. */
@RestController
@RequestMapping("/api/v1/network")
class NetworkFiles {

    private final NetworkDesk desk;
    private final NetworkStore store;
    private final AuditTrail audit;

    NetworkFiles(NetworkDesk desk, NetworkStore store, AuditTrail audit) {
        this.desk = desk;
        this.store = store;
        this.audit = audit;
    }

    @PostMapping("/import")
    ImportReport read(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun)
            throws IOException {
        var sheet = Sheet.read(file.getBytes());
        var wrong = sheet.columnErrors(UnitReader.COLUMNS, List.of("code"));
        if (!wrong.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), wrong);
        }
        return desk.put(sheet.rows().stream().map(row -> new NetworkDesk.Row(row.number(), row.cells())).toList(),
                dryRun);
    }

    @GetMapping("/export")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", schema = @Schema(type = "string", format = "binary"))})
    @Transactional
    void write(@RequestParam(defaultValue = "csv") String format, HttpServletResponse response) throws IOException {
        if (!format.equals("csv") && !format.equals("xlsx")) {
            throw Refusal.invalid("format", format, "UNKNOWN", "Use csv or xlsx.");
        }
        var rows = store.all().stream().map(NetworkFiles::row).toList();
        audit.record("NETWORK_EXPORTED", "NETWORK", "units", Acting.current().scope().path(),
                Map.of("rows", rows.size(), "format", format));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"network." + format + "\"");
        if (format.equals("csv")) {
            response.setContentType("text/csv;charset=UTF-8");
            Sheets.csv(response.getOutputStream(), UnitReader.COLUMNS, rows);
        } else {
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            Sheets.excel(response.getOutputStream(), "network", UnitReader.COLUMNS, rows);
        }
    }

    private static List<String> row(Unit unit) {
        return List.of(unit.code(), unit.name(), unit.kind().name(), text(unit.parentCode()), text(unit.division()),
                text(unit.address()), text(unit.phone()), text(unit.opens()), text(unit.closes()),
                text(unit.serviceArea()), Boolean.toString(unit.active()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
