package io.waypost.app.scan;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.waypost.app.kernel.Acting;
import io.waypost.core.scan.ScanFields;
import io.waypost.core.waybill.RegistrationFields;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ScanController {

    private final Body body;
    private final Intake intake;

    ScanController(Body body, Intake intake) {
        this.body = body;
        this.intake = intake;
    }

    @PostMapping("/scans")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/json", array = @ArraySchema(schema = @Schema(implementation = ScanFields.class))),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ScanFields.class))})
    Answer scans(HttpServletRequest request) throws IOException {
        var actor = Acting.current();
        return Answer.of(intake.takeScans(body.lines(request), actor.name(), actor.scope()));
    }

    @PostMapping("/parcels")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/json", array = @ArraySchema(schema = @Schema(implementation = RegistrationFields.class))),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = RegistrationFields.class))})
    Answer parcels(HttpServletRequest request) throws IOException {
        return Answer.of(intake.register(body.lines(request), Acting.current().scope()));
    }

    record Answer(int accepted, int duplicates, List<Refused> rejected) {

        static Answer of(Intake.Outcome outcome) {
            return new Answer(outcome.accepted(), outcome.duplicates(), outcome.rejected().stream()
                    .map(one -> new Refused(one.line(), one.field(), one.code(), one.message()))
                    .toList());
        }
    }

    record Refused(long line, String field, String code, String message) {}
}
