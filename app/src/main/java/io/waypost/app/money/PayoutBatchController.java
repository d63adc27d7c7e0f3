package io.waypost.app.money;

import io.waypost.app.kernel.ImportReport;
import io.waypost.app.money.PayoutBatchStore.Batch;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/payouts/batches")
class PayoutBatchController {

    private static final int MOST = 200;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final PayoutBatchStore store;
    private final PayoutBatchDesk desk;

    PayoutBatchController(PayoutBatchStore store, PayoutBatchDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** The newest first. */
    @GetMapping
    @Transactional(readOnly = true)
    List<Batch> list() {
        Headquarters.only();
        return store.list(MOST);
    }

    @PostMapping
    Batch make() {
        return desk.make();
    }

    /** The file for the bank. It names payees in full: who took it is in the audit trail. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) throws IOException {
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payouts-%s.csv\"".formatted(id))
                .body(desk.file(id));
    }

    @PostMapping("/{id}/result")
    ImportReport result(@PathVariable UUID id, @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "true") boolean dryRun) throws IOException {
        return desk.result(id, file.getBytes(), dryRun);
    }
}
