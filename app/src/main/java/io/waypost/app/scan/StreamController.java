package io.waypost.app.scan;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.stream.BatchNumber;
import io.waypost.app.stream.ScanStream;
import io.waypost.app.stream.StreamState;
import io.waypost.app.stream.StreamTaken;
import io.waypost.core.scan.ScanFields;
import io.waypost.watch.intake.MalformedBatch;
import io.waypost.watch.intake.Taken.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way in for a whole network's scans, at the speed of a disk. */
@RestController
@RequestMapping("/api/v1/scans/stream")
class StreamController {

    private static final String BINARY = "application/vnd.waypost.scans";
    /** Lines are read as they come in. */
    private static final long MOST_BYTES = 64L << 20;
    /** A batch is judged whole before any of it is taken, so it lies in memory: some half a million scans. */
    private static final int MOST_BATCH = 16 << 20;

    private final ScanStream stream;
    private final Body body;
    private final JsonLines json;

    StreamController(ScanStream stream, Body body, JsonLines json) {
        this.stream = stream;
        this.body = body;
        this.json = json;
    }

    /** Answers when all of it is on disk. */
    @PostMapping(consumes = {"application/x-ndjson", BINARY})
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ScanFields.class)),
            @Content(mediaType = BINARY, schema = @Schema(type = "string", format = "binary"))})
    Streamed take(HttpServletRequest request,
            @Parameter(description = "Name of the gateway that numbers its calls, with `sequence`: 1 to 64 letters, digits, dots, underscores or hyphens. Each key has its own names.") @RequestParam(required = false) @Nullable String sender,
            @Parameter(description = "Number of the call, from 1, one more than that of the call before. A call of a number that was taken is not taken again.") @RequestParam(required = false) @Nullable Long sequence)
            throws IOException {
        var scope = Acting.current().scope();
        var number = BatchNumber.of(Acting.current(), sender, sequence);
        var type = request.getContentType();
        try (var in = body.stream(request)) {
            if (type != null && type.startsWith(BINARY)) {
                var bytes = in.readNBytes(MOST_BATCH + 1);
                if (bytes.length > MOST_BATCH) {
                    throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                            "A call may have at most %d bytes unpacked; nothing was taken.".formatted(MOST_BATCH));
                }
                return Streamed.of(stream.batch(bytes, scope, number));
            }
            return Streamed.of(stream.lines(in, json::scan, scope, MOST_BYTES, number));
        } catch (ZipException | EOFException _) {
            throw Body.notGzip();
        } catch (MalformedBatch malformed) {
            throw Refusal.invalid("body", null, "MALFORMED_BATCH", String.valueOf(malformed.getMessage()));
        }
    }

    @GetMapping
    StreamState state() {
        return stream.state();
    }

    /**
     * What became of the scans of a call.
     *
     * @param reduced how many of the accepted said more than the stream keeps: a promise, a weight, a bag's name, a remark, an event's number
     * @param repeated how many were taken before, by a call of the same number, and are not taken again; then none is accepted
     * @param missing how many of the sender's calls have not come, though later ones did; 0 if it gives no numbers
     * @param refused how many were not taken; the first thousand are told one by one
     */
    record Streamed(long accepted, long reduced, long repeated, long missing, long refused, List<Refused> rejected) {

        static Streamed of(StreamTaken call) {
            var taken = call.taken();
            return call.repeated()
                    ? new Streamed(0, 0, taken.accepted(), call.missing(), taken.refusals(), taken.refused())
                    : new Streamed(taken.accepted(), taken.reduced(), 0, call.missing(), taken.refusals(),
                            taken.refused());
        }
    }
}
