package io.waypost.app.partner;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.partner.SignatureRules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of a partner's tickets. The content is the body itself, so that a signature covers it like any other. */
@RestController
@RequestMapping("/open/v1/tickets/{id}/attachments")
class OpenAttachmentController {

    private final PartnerDesk desk;
    private final Once once;
    private final Owner owner;

    OpenAttachmentController(PartnerDesk desk, Once once, Owner owner) {
        this.desk = desk;
        this.once = once;
        this.owner = owner;
    }

    /** What is the same request again: the same name and the same bytes. */
    private record Sent(String name, String sha256) {}

    @PostMapping
    @ApiResponse(responseCode = "201", description = "It was added.")
    ResponseEntity<PartnerFile> add(@PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(description = "What the file is called; what it is, its content tells.") @RequestParam String name,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))) @RequestBody byte[] content) {
        var partner = Owner.current();
        if (name.isBlank() || name.length() > 200) {
            throw Refusal.invalid("name", name, "OUT_OF_RANGE", "Say in 1 to 200 characters what the file is called.");
        }
        var sum = HexFormat.of().formatHex(SignatureRules.sha256(content));
        var uploaded = new AtomicReference<@Nullable PartnerFile>();
        return once.answer(
                new Once.Request(partner.keyId(), key, "POST /open/v1/tickets/%s/attachments".formatted(id),
                        new Sent(name, sum)),
                PartnerFile.class,
                () -> {
                    owner.inOne(() -> desk.get(partner.keyId(), id));
                    uploaded.set(desk.upload(partner, id, name, new ByteArrayInputStream(content)));
                },
                () -> new Once.Done<>(HttpStatus.CREATED, null, desk.file(partner, id, taken(uploaded.get()))));
    }

    @GetMapping
    List<PartnerFile> list(@PathVariable UUID id) {
        var keyId = Owner.current().keyId();
        return owner.inOne(() -> desk.files(keyId, id));
    }

    @GetMapping("/{attachmentId}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(@PathVariable UUID id, @PathVariable UUID attachmentId) {
        var keyId = Owner.current().keyId();
        var opened = owner.inOne(() -> desk.open(keyId, id, attachmentId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.file().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(opened.file().name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(opened.content());
    }

    private static PartnerFile taken(@Nullable PartnerFile file) {
        if (file == null) {
            throw new IllegalStateException("The file was not taken in before the work.");
        }
        return file;
    }
}
