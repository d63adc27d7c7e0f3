package io.waypost.app.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.partner.BatchStore.RowResult;
import io.waypost.app.partner.Once.Done;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many tickets in one call: taken in at once, worked on in the background. */
@RestController
@RequestMapping("/open/v1")
class OpenBatchController {

    private static final int MOST = 500;

    private final Batches batches;
    private final BatchStore store;
    private final Once once;
    private final Owner owner;
    private final JsonMapper json;

    OpenBatchController(Batches batches, BatchStore store, Once once, Owner owner, JsonMapper json) {
        this.batches = batches;
        this.store = store;
        this.once = once;
        this.owner = owner;
        this.json = json;
    }

    record PartnerBatch(@Nullable List<PartnerTicketDraft> tickets) {}

    /** How far a batch is. */
    record PartnerJob(UUID id, PartnerJobState state, @JsonProperty("created_at") Instant createdAt, int rows, int done,
            List<PartnerJobRow> results) {}

    /**
     * What became of a row.
     *
     * @param row its place in the batch, from 0
     * @param status what it would have been answered by itself, 201 for a new ticket; null while it waits
     * @param problem why not, as a problem document
     */
    record PartnerJobRow(int row, @Nullable Integer status, @JsonProperty("ticket_id") @Nullable UUID ticketId,
            @Nullable JsonNode problem) {}

    /** Whether every row has been worked on. */
    enum PartnerJobState {
        RUNNING,
        DONE
    }

    @PostMapping("/tickets/batch")
    @ApiResponse(responseCode = "202", description = "It was taken in; ask for the job at Location.")
    ResponseEntity<PartnerJob> take(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PartnerBatch body) {
        var partner = Owner.current();
        return once.answer(new Once.Request(partner.keyId(), key, "POST /open/v1/tickets/batch", body),
                PartnerJob.class, () -> rows(body), () -> {
                    var job = batches.take(partner.keyId(), rows(body));
                    return new Done<>(HttpStatus.ACCEPTED, "/open/v1/jobs/" + job.id(),
                            new PartnerJob(job.id(), PartnerJobState.RUNNING, job.at(), job.rows(), 0, List.of()));
                });
    }

    @GetMapping("/jobs/{id}")
    PartnerJob get(@PathVariable UUID id) {
        var keyId = Owner.current().keyId();
        return owner.inOne(() -> {
            var job = store.find(keyId, id).orElseThrow(() -> Refusal.notFound("job", id));
            var results = store.rows(id).stream().map(this::row).toList();
            int done = (int) results.stream().filter(row -> row.status() != null).count();
            return new PartnerJob(id, done == job.rows() ? PartnerJobState.DONE : PartnerJobState.RUNNING, job.at(),
                    job.rows(), done, results);
        });
    }

    private PartnerJobRow row(RowResult result) {
        return new PartnerJobRow(result.n(), result.status(), result.ticketId(),
                result.problem() == null ? null : json.readTree(result.problem()));
    }

    private static List<PartnerTicketDraft> rows(PartnerBatch body) {
        var rows = body.tickets();
        if (rows == null || rows.isEmpty() || rows.size() > MOST) {
            throw Refusal.invalid("tickets", rows == null ? null : rows.size(), "OUT_OF_RANGE",
                    "Send 1 to %d tickets.".formatted(MOST));
        }
        return rows;
    }
}
