package io.waypost.app.attachment;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {

    /** Whatever a file is, a browser that opens it by itself runs nothing in it and lets it load nothing. */
    private static final String NOTHING_RUNS = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    private final AttachmentDesk desk;

    AttachmentController(AttachmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{kind}/{subject}")
    Attachment add(@PathVariable String kind, @PathVariable UUID subject, @RequestParam MultipartFile file)
            throws IOException {
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return desk.add(new Subject(kind, subject), name == null ? "" : name, content);
        }
    }

    @GetMapping("/{kind}/{subject}")
    List<Attachment> list(@PathVariable String kind, @PathVariable UUID subject) {
        return desk.of(new Subject(kind, subject));
    }

    @GetMapping("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> open(@PathVariable UUID id) {
        var opened = desk.open(id);
        var type = opened.attachment().type();
        var disposition = (type.shown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(opened.attachment().name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().immutable())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(opened.content());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id) {
        desk.forget(id);
    }
}
