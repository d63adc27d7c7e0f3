package io.waypost.app.outbox;

import io.waypost.app.outbox.OutboxSettings.Mail;
import io.waypost.app.outbox.OutboxSettings.Tls;
import io.waypost.core.outbox.Channel;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mail by SMTP: one connection a batch, one recipient a mail. The Message-ID is made of the message's id, so that a reply and a
 * bounce find it, and a double is recognised as one.
 */
final class MailGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(MailGateway.class);

    private final Mail settings;
    private final InternetAddress from;
    private final Clock wall;
    private final Session session;

    MailGateway(Mail settings, Clock wall) {
        this.settings = settings;
        this.wall = wall;
        try {
            this.from = InternetAddress.parse(settings.from(), true)[0];
            // A name in Chinese is written in UTF-8, not in whatever the machine uses.
            from.setPersonal(from.getPersonal(), "UTF-8");
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException("The sender %s (waypost.outbox.mail.from) is no mail address."
                    .formatted(settings.from()), wrong);
        }
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int most() {
        return 20;
    }

    @Override
    public double perSecond() {
        return settings.perSecond();
    }

    @Override
    public List<Result> submit(List<Letter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        var transport = transport();
        try {
            transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
            var results = new ArrayList<Result>();
            for (var letter : letters) {
                results.add(transport.isConnected()
                        ? one(transport, letter)
                        : new Retryable("CONNECTION_LOST", Duration.ZERO));
            }
            return results;
        } catch (AuthenticationFailedException refused) {
            return Collections.nCopies(letters.size(), new Retryable("AUTHENTICATION", Duration.ofMinutes(10)));
        } catch (MessagingException unreached) {
            LOG.warn("The mail server {} is not reached: {}", settings, unreached.getMessage());
            return Collections.nCopies(letters.size(), new Retryable("NOT_REACHED", Duration.ZERO));
        } finally {
            close(transport);
        }
    }

    private Transport transport() {
        try {
            return session.getTransport(settings.tls() == Tls.IMPLICIT ? "smtps" : "smtp");
        } catch (NoSuchProviderException defect) {
            throw new IllegalStateException("The mail provider is missing.", defect);
        }
    }

    private Result one(Transport transport, Letter letter) {
        InternetAddress to;
        MimeMessage mail;
        try {
            to = new InternetAddress(letter.to(), true);
            mail = mail(letter, to);
        } catch (MessagingException unusable) {
            return new Rejected("ADDRESS_ILLEGAL");
        }
        try {
            transport.sendMessage(mail, new InternetAddress[]{to});
            return new Accepted(mail.getMessageID());
        } catch (SendFailedException refused) {
            return refused(refused);
        } catch (MessagingException lost) {
            // The server may have taken it before the connection broke.
            LOG.warn("Whether the mail {} was sent is unknown: {}", letter.id(), lost.getMessage());
            close(transport);
            return new Unknown("CONNECTION_LOST");
        }
    }

    private static Result refused(SendFailedException failure) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode(), String.valueOf(address.getMessage()));
            }
        }
        return failure instanceof SMTPSendFailedException sending
                ? byCode(sending.getReturnCode(), String.valueOf(sending.getMessage()))
                : new Rejected("ADDRESS_ILLEGAL");
    }

    private static Result byCode(int code, String text) {
        if (code >= 400 && code < 500) {
            return new Retryable("SMTP_" + code, Duration.ofMinutes(1));
        }
        if (code < 500) {
            // Without an answer there is no code.
            return new Unknown(code > 0 ? "SMTP_" + code : "CONNECTION_LOST");
        }
        boolean nobody = code == 550 && text.contains("5.1.1");
        return new Rejected(nobody ? NO_SUCH_RECIPIENT : "SMTP_" + code);
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyBroken) {
            LOG.debug("The broken connection did not close well", alreadyBroken);
        }
    }

    private MimeMessage mail(Letter letter, InternetAddress to) throws MessagingException {
        var mail = new OwnId(session, letter.id(), domain());
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, to);
        var title = letter.body().title() == null ? "" : letter.body().title();
        // A line break in a title would let it add headers of its own.
        mail.setSubject(title.replaceAll("\\p{Cntrl}", " "), "UTF-8");
        mail.setSentDate(Date.from(wall.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        content(mail, letter.body());
        mail.saveChanges();
        return mail;
    }

    private static void content(MimeMessage mail, MessageBody body) throws MessagingException {
        var file = body.attached();
        if (file == null && body.html() == null) {
            mail.setText(body.text(), "UTF-8");
        } else if (file == null) {
            mail.setContent(alternative(body));
        } else {
            var said = new MimeBodyPart();
            if (body.html() == null) {
                said.setText(body.text(), "UTF-8");
            } else {
                said.setContent(alternative(body));
            }
            mail.setContent(new MimeMultipart("mixed", said, part(file)));
        }
    }

    private static MimeMultipart alternative(MessageBody body) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(body.text(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(body.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static MimeBodyPart part(Attached file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
        try {
            // A name in Chinese is written so that old programs read it too.
            part.setFileName(MimeUtility.encodeText(file.name(), "UTF-8", "B"));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    private static Properties properties(Mail settings) {
        var properties = new Properties();
        var prefix = settings.tls() == Tls.IMPLICIT ? "mail.smtps." : "mail.smtp.";
        var millis = String.valueOf(settings.timeout().toMillis());
        for (var name : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty(prefix + name, millis);
        }
        properties.setProperty(prefix + "auth", String.valueOf(settings.username() != null));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.allowutf8", "false");
        return properties;
    }

    private static final class OwnId extends MimeMessage {

        private final String ownId;

        OwnId(Session session, UUID id, String domain) {
            super(session);
            this.ownId = "<waypost.%s@%s>".formatted(id, domain);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", ownId);
        }
    }
}
