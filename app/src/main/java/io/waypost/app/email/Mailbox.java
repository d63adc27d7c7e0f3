package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelField;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A mailbox of ours (邮箱账号), as its account sets it up. */
record Mailbox(String key, int version, String address, String displayName, MailServer imap, MailServer smtp,
        String folder, String judge) {

    private static final String HOST = "[A-Za-z0-9.-]{1,253}|\\[?[0-9a-fA-F:]{2,45}]?";
    private static final String PORT = "[0-9]{1,5}";
    private static final String TLS = "IMPLICIT|STARTTLS|NONE";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** How a connection is kept from others' eyes. */
    enum Tls {
        /** Not at all; only within the machine. */
        NONE,
        STARTTLS,
        IMPLICIT
    }

    /** Where mails are fetched from or handed over. */
    record MailServer(String host, int port, Tls tls, String user, String password) {

        /** Whether nobody listens in: passwords and mails go to another machine only sealed. */
        boolean safe() {
            return tls != Tls.NONE || HERE.contains(host);
        }

        @Override
        public String toString() {
            return "%s:%d".formatted(host, port);
        }
    }

    static List<ChannelField> fields() {
        return List.of(
                ChannelField.needed("address", "[^\\s@<>,;:\"]{1,64}@[A-Za-z0-9.-]{1,190}", "service@example.com"),
                ChannelField.optional("displayName", "[^\\p{Cntrl}]{1,60}", "驿路客服"),
                ChannelField.needed("imapHost", HOST, "imap.example.com"),
                ChannelField.needed("imapPort", PORT, "993"),
                ChannelField.needed("imapTls", TLS, "IMPLICIT"),
                ChannelField.optional("folder", "[^\\p{Cntrl}]{1,200}", "INBOX"),
                ChannelField.needed("smtpHost", HOST, "smtp.example.com"),
                ChannelField.needed("smtpPort", PORT, "465"),
                ChannelField.needed("smtpTls", TLS, "IMPLICIT"),
                ChannelField.optional("username", "[^\\p{Cntrl}]{1,200}", "service@example.com"),
                ChannelField.optional("authServId", "[^\\s;]{1,200}", "mx.example.com"),
                ChannelField.secret("password", "[^\\p{Cntrl}]{1,500}", "the mailbox's code of authorisation"),
                ChannelField.optionalSecret("smtpPassword", "[^\\p{Cntrl}]{1,500}", "only if it is another one"));
    }

    static Mailbox of(ChannelAccount account) {
        var address = account.setting("address");
        var user = or(account.setting("username"), address);
        var password = account.secret("password");
        return new Mailbox(account.key(), account.version(), address.toLowerCase(Locale.ROOT),
                or(account.setting("displayName"), account.name()),
                new MailServer(account.setting("imapHost"), Integer.parseInt(account.setting("imapPort")),
                        Tls.valueOf(account.setting("imapTls")), user, password),
                new MailServer(account.setting("smtpHost"), Integer.parseInt(account.setting("smtpPort")),
                        Tls.valueOf(account.setting("smtpTls")), user, or(account.secret("smtpPassword"), password)),
                or(account.setting("folder"), "INBOX"), account.setting("authServId"));
    }

    /** Which folder of which server it is. */
    String place() {
        return "%s/%s/%s".formatted(imap, imap.user(), folder);
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    @Override
    public String toString() {
        return "Mailbox[%s]".formatted(key);
    }
}
