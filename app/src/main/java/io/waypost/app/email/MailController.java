package io.waypost.app.email;

import io.waypost.app.desk.DeskTalks;
import io.waypost.app.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail behind an entry, for whoever may read the conversation. */
@RestController
@RequestMapping("/api/v1/desk/conversations/{id}/mails")
class MailController {

    private final MailStore store;
    private final DeskTalks desk;
    private final EmailWork work;

    MailController(MailStore store, DeskTalks desk, EmailWork work) {
        this.store = store;
        this.desk = desk;
        this.work = work;
    }

    /**
     * A mail as it came.
     *
     * @param html made harmless, without anything that is fetched from elsewhere
     * @param remoteImages how many pictures were left out for that
     */
    record OriginalMail(String subject, String from, String to, @Nullable Instant at, String html,
            List<String> attachments, int remoteImages) {

        @Override
        public String toString() {
            return "OriginalMail[%s]".formatted(at);
        }
    }

    @GetMapping("/{seq}")
    OriginalMail mail(@PathVariable UUID id, @PathVariable long seq) {
        if (!desk.mayRead(id)) {
            throw Refusal.notFound("conversation", id);
        }
        var mail = work.whole(() -> store.find(id, seq)).orElseThrow(() -> Refusal.notFound("mail", seq));
        return new OriginalMail(mail.subject(), mail.from(), mail.to(), mail.at(), mail.html(), mail.files(),
                mail.remoteImages());
    }
}
