package io.waypost.app.ticket;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketView.PhotoView;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1")
class PhotoController {

    private final Photos photos;

    PhotoController(Photos photos) {
        this.photos = photos;
    }

    @PostMapping("/tickets/{id}/photos")
    PhotoView add(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > Photos.BYTES) {
            throw Refusal.invalid("file", file.getSize(), "TOO_LARGE", "At most %d bytes.".formatted(Photos.BYTES));
        }
        return photos.add(id, file.getBytes());
    }

    @GetMapping("/photos/{id}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> get(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(12)).cachePrivate().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .body(photos.read(id));
    }
}
