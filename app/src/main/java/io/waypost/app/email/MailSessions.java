package io.waypost.app.email;

import io.waypost.app.email.Mailbox.MailServer;
import io.waypost.app.email.Mailbox.Tls;
import jakarta.mail.Session;
import java.util.List;
import java.util.Properties;

/** How the mail library is set up for a mailbox. */
final class MailSessions {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private MailSessions() {}

    static String imapProtocol(MailServer server) {
        return server.tls() == Tls.IMPLICIT ? "imaps" : "imap";
    }

    static String smtpProtocol(MailServer server) {
        return server.tls() == Tls.IMPLICIT ? "smtps" : "smtp";
    }

    static Session imap(MailServer server, KnownSockets sockets) {
        var prefix = "mail.%s.".formatted(imapProtocol(server));
        var properties = common(server, prefix);
        properties.put(prefix + "socketFactory", sockets);
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        // Some servers tell a wrong size, and whoever believes them loses the end of the mail.
        properties.setProperty(prefix + "ignorebodystructuresize", "true");
        properties.setProperty(prefix + "fetchsize", "1048576");
        properties.setProperty(prefix + "peek", "true");
        return Session.getInstance(properties);
    }

    static Session smtp(MailServer server) {
        var prefix = "mail.%s.".formatted(smtpProtocol(server));
        var properties = common(server, prefix);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty("mail.mime.allowutf8", "false");
        return Session.getInstance(properties);
    }

    private static Properties common(MailServer server, String prefix) {
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        for (var name : List.of("starttls.enable", "starttls.required")) {
            properties.setProperty(prefix + name, String.valueOf(server.tls() == Tls.STARTTLS));
        }
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
