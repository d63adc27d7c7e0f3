package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.Outgoing;
import io.waypost.app.channel.SendResult;
import io.waypost.app.channel.SendResult.Later;
import io.waypost.app.channel.SendResult.Never;
import io.waypost.app.channel.SendResult.Sent;
import io.waypost.app.channel.SendResult.Unknown;
import io.waypost.app.email.MailStore.SentKind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Hands mails over to the mailbox's own server, each by a connection of its own. */
@Component
class EmailSending {

    private static final Logger LOG = LoggerFactory.getLogger(EmailSending.class);

    private final MailWriter writer;
    private final MailStore store;
    private final EmailWork work;
    private final Clock wall;

    EmailSending(MailWriter writer, MailStore store, EmailWork work, @Qualifier("wallClock") Clock wall) {
        this.writer = writer;
        this.store = store;
        this.work = work;
        this.wall = wall;
    }

    SendResult send(ChannelAccount account, Outgoing message) {
        var mailbox = Mailbox.of(account);
        if (!mailbox.smtp().safe()) {
            return new Never("CONNECTION_OPEN");
        }
        var kind = kind(message);
        var entry = message.entry();
        if (!work.whole(() -> store.leaves(entry.conversation(), entry.seq(), message.to(), kind, wall.instant()))) {
            return new Never("AUTO_REPLY_LIMIT");
        }
        var session = MailSessions.smtp(mailbox.smtp());
        try {
            return hand(session, mailbox, writer.write(session, mailbox, message, kind));
        } catch (MailWriter.Unwritable unwritable) {
            return new Never(unwritable.code());
        }
    }

    private static SentKind kind(Outgoing message) {
        return switch (message.entry().author()) {
            case AGENT -> SentKind.PERSON;
            case CUSTOMER -> SentKind.PERSON;
            // What follows a step of a case has the number of its news; an answer of a machine has none.
            case BOT -> message.entry().cid() == null ? SentKind.ANSWER : SentKind.NEWS;
            case SYSTEM -> SentKind.QUESTION;
        };
    }

    private static SendResult hand(Session session, Mailbox mailbox, MimeMessage mail) {
        var server = mailbox.smtp();
        var transport = transport(session, mailbox);
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (AuthenticationFailedException refused) {
            return new Later("AUTHENTICATION", Duration.ofMinutes(10));
        } catch (MessagingException unreached) {
            LOG.warn("The mail server of {} is not reached: {}", mailbox, unreached.getMessage());
            return new Later("NOT_REACHED", Duration.ZERO);
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Sent(mail.getMessageID());
        } catch (SendFailedException refused) {
            return SmtpAnswers.of(refused);
        } catch (MessagingException lost) {
            // The server may have taken it before the connection broke.
            LOG.warn("Whether a mail of {} was sent is unknown: {}", mailbox, lost.getMessage());
            return new Unknown("CONNECTION_LOST");
        } finally {
            close(transport);
        }
    }

    private static Transport transport(Session session, Mailbox mailbox) {
        try {
            return session.getTransport(MailSessions.smtpProtocol(mailbox.smtp()));
        } catch (NoSuchProviderException defect) {
            throw new IllegalStateException("The mail provider is missing.", defect);
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyBroken) {
            LOG.debug("The broken connection did not close well", alreadyBroken);
        }
    }
}
