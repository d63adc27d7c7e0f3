package io.waypost.app.email;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs in to a mailbox both ways, to see whether it is set up well; nothing is read or sent. */
@Component
class EmailTrial {

    Optional<String> words(Mailbox mailbox) {
        var words = new ArrayList<String>();
        in(mailbox).ifPresent(words::add);
        out(mailbox).ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("", words));
    }

    private static Optional<String> in(Mailbox mailbox) {
        var server = mailbox.imap();
        if (!server.safe()) {
            return Optional.of(MailboxWords.unsafe("收信", server));
        }
        try (var connection = MailboxConnection.open(server, mailbox.folder(), new KnownSockets())) {
            connection.validity();
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(MailboxWords.of("收信", server, failure));
        }
    }

    private static Optional<String> out(Mailbox mailbox) {
        var server = mailbox.smtp();
        if (!server.safe()) {
            return Optional.of(MailboxWords.unsafe("发信", server));
        }
        try (var transport = MailSessions.smtp(server).getTransport(MailSessions.smtpProtocol(server))) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(MailboxWords.of("发信", server, failure));
        }
    }
}
