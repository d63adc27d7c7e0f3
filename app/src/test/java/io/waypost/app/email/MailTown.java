package io.waypost.app.email;

import static io.waypost.app.testing.Until.until;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** A mail server of this machine, with mailboxes of ours and of customers. */
final class MailTown implements AutoCloseable {

    static final String PASSWORD = "tiger-uphill";

    private final GreenMail server = new GreenMail(new ServerSetup[]{
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private final String name = UUID.randomUUID().toString().substring(0, 8);

    MailTown() {
        server.start();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** An address that no other test has. */
    String address(String who) {
        var address = "%s-%s@town.example".formatted(who, name);
        user(address);
        return address;
    }

    Map<String, String> settings(String address, int imapPort, int smtpPort) {
        return Map.of("address", address, "displayName", "驿路客服", "imapHost", "127.0.0.1", "imapPort",
                String.valueOf(imapPort), "imapTls", "NONE", "smtpHost", "127.0.0.1", "smtpPort",
                String.valueOf(smtpPort), "smtpTls", "NONE");
    }

    Map<String, String> settings(String address) {
        return settings(address, imapPort(), smtpPort());
    }

    /** Puts a mail into a mailbox as its server does. */
    void deliver(String to, String raw) throws MessagingException {
        user(to).deliver(new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    /** A mail of a person. */
    void write(String from, String to, String subject, String headers, String text) throws MessagingException {
        deliver(to, """
                From: 张三 <%s>
                To: %s
                Subject: %s
                Message-ID: <%s@customer.example>
                %sContent-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, to, subject, UUID.randomUUID(), headers.isEmpty() ? "" : headers + "\n", text));
    }

    /** What came for somebody, at least so many. */
    List<MimeMessage> received(String address, int atLeast) throws InterruptedException {
        until(() -> inbox(address).size() >= atLeast);
        return inbox(address);
    }

    private List<MimeMessage> inbox(String address) {
        return Stream.of(server.getReceivedMessagesForDomain(address)).toList();
    }

    private GreenMailUser user(String address) {
        var known = server.getUserManager().getUserByEmail(address);
        return Objects.requireNonNullElseGet(known, () -> server.setUser(address, address, PASSWORD));
    }

    @Override
    public void close() {
        server.stop();
    }
}
