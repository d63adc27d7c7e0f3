package io.waypost.app.email;

import io.waypost.app.channel.ChannelFiles;
import io.waypost.app.channel.ChannelTrouble;
import io.waypost.app.channel.Outgoing;
import io.waypost.app.email.MailStore.KeptMail;
import io.waypost.app.email.MailStore.SentKind;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.Serial;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Writes an entry as a mail that answers the customer's last one. Its Message-ID is made of the entry alone, so that what is sent once
 * more is recognised as the same.
 */
@Component
class MailWriter {

    private final ChannelFiles files;
    private final EmailReading reading;
    private final SignedIds ids;
    private final Clock wall;

    MailWriter(ChannelFiles files, EmailReading reading, SignedIds ids, @Qualifier("wallClock") Clock wall) {
        this.files = files;
        this.reading = reading;
        this.ids = ids;
        this.wall = wall;
    }

    /** It can never be written. */
    static final class Unwritable extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;

        Unwritable(String code, Throwable cause) {
            super(code, cause);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    MimeMessage write(Session session, Mailbox mailbox, Outgoing message, SentKind kind) throws Unwritable {
        try {
            var entry = message.entry();
            var mail = new OwnId(session, ids.give(entry.conversation(), entry.seq(), mailbox.domain()));
            mail.setFrom(new InternetAddress(mailbox.address(), line(mailbox.displayName()), "UTF-8"));
            mail.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
            mail.setSentDate(Date.from(wall.instant()));
            thread(mail, reading.last(entry.conversation()).orElse(null));
            if (kind != SentKind.PERSON) {
                mail.setHeader("Auto-Submitted", kind == SentKind.ANSWER ? "auto-replied" : "auto-generated");
                mail.setHeader("X-Auto-Response-Suppress", "All");
            }
            content(mail, message);
            mail.saveChanges();
            return mail;
        } catch (ChannelTrouble unreadable) {
            throw new Unwritable("FILE_UNREADABLE", unreadable);
        } catch (MessagingException | UnsupportedEncodingException illegal) {
            throw new Unwritable("ADDRESS_ILLEGAL", illegal);
        }
    }

    private static void thread(MimeMessage mail, @org.jspecify.annotations.Nullable KeptMail last)
            throws MessagingException {
        mail.setSubject(line(Subjects.answer(last == null ? "" : last.subject())), "UTF-8");
        if (last != null && !last.references().isEmpty()) {
            mail.setHeader("References", last.references().replace(" ", "\r\n "));
            if (!last.messageId().isEmpty()) {
                mail.setHeader("In-Reply-To", last.messageId());
            }
        }
    }

    private void content(MimeMessage mail, Outgoing message) throws MessagingException, ChannelTrouble {
        var file = message.entry().file();
        if (file == null) {
            mail.setText(message.text(), "UTF-8");
            return;
        }
        var kept = files.open(file);
        var words = new MimeBodyPart();
        words.setText("附件：%s".formatted(line(kept.name())), "UTF-8");
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(kept.content().bytes(), kept.type())));
        try {
            // A name in Chinese is written so that old programs read it too.
            part.setFileName(MimeUtility.encodeText(line(kept.name()), "UTF-8", "B"));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        part.setDisposition(Part.ATTACHMENT);
        mail.setContent(new MimeMultipart("mixed", words, part));
    }

    /** A line break in a header would let its text add headers of its own. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static final class OwnId extends MimeMessage {

        private final String ownId;

        OwnId(Session session, String ownId) {
            super(session);
            this.ownId = ownId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", ownId);
        }
    }
}
