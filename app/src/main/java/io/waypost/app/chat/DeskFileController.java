package io.waypost.app.chat;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.chat.FileAnswer.Uploaded;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Pictures and files of the conversations that are before an agent. The desk says who may, not the scope: a file that came before the
 * contact went to another region belongs to the conversation all the same, and a guest opens it as long as they are one.
 */
@RestController
@RequestMapping("/api/v1/desk/conversations/{conversation}/files")
class DeskFileController {

    private final ChatFiles files;
    private final DeskTalks desk;

    DeskFileController(ChatFiles files, DeskTalks desk) {
        this.files = files;
        this.desk = desk;
    }

    /** Takes a file in; it is said to the customer with an entry over the socket. */
    @PostMapping
    Uploaded upload(@PathVariable UUID conversation, @RequestParam MultipartFile file) throws IOException {
        requireRead(conversation);
        if (!(Acting.current() instanceof Actor.Person person) || !desk.mayWrite(person.id(), conversation)) {
            throw Refusal.conflict("CONTACT_NOT_YOURS", "You may not write to this customer.");
        }
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return Uploaded.of(files.add(conversation, name == null ? "" : name, content));
        }
    }

    @GetMapping("/{file}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> open(@PathVariable UUID conversation, @PathVariable UUID file) {
        requireRead(conversation);
        return FileAnswer
                .of(files.open(List.of(conversation), file).orElseThrow(() -> Refusal.notFound("file", file)));
    }

    private void requireRead(UUID conversation) {
        if (!desk.mayRead(conversation)) {
            throw Refusal.notFound("conversation", conversation);
        }
    }
}
