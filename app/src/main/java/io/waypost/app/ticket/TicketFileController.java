package io.waypost.app.ticket;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.kernel.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Adds files to tickets. They are given out by {@code /attachments}, as the files of all things are. */
@RestController
@RequestMapping("/api/v1/tickets/{id}/files")
class TicketFileController {

    private final TicketCounter counter;
    private final Attachments attachments;

    TicketFileController(TicketCounter counter, Attachments attachments) {
        this.counter = counter;
        this.attachments = attachments;
    }

    /** Some files and a word about them are one step of the ticket's history. */
    @PostMapping
    TicketView add(@PathVariable UUID id, @RequestParam List<MultipartFile> file,
            @RequestParam(required = false) @Nullable String text) throws IOException {
        var note = TicketBodies.text("text", text);
        if (file.size() > TicketFiles.MOST) {
            throw Refusal.invalid("file", file.size(), "TOO_MANY",
                    "Add at most %d files at once.".formatted(TicketFiles.MOST));
        }
        var ids = new ArrayList<UUID>();
        for (var one : file) {
            var name = one.getOriginalFilename();
            try (var content = one.getInputStream()) {
                ids.add(attachments.add(TicketFiles.subject(id), name == null ? "" : name, content).id());
            }
        }
        return counter.file(id, note, ids);
    }
}
