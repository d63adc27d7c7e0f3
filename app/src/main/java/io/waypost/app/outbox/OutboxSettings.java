package io.waypost.app.outbox;

import io.waypost.app.outbox.cmpp.CmppVersion;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.QuietHours;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave ({@code waypost.outbox.*}). Secrets come from here alone and are never shown or logged.
 *
 * @param batch how many messages a node takes at once
 * @param lease how long a node may take for them before they count as lost
 * @param zone where recipients are of whom nothing else is known
 * @param quietFrom when advertising and surveys begin to wait
 * @param quietUntil when they may leave again
 * @param refusals after how many refusals in a row the next provider takes over
 * @param keep how long messages are kept once nothing more happens to them
 * @param recipientPerDay how many messages of a class a recipient gets in a day, for classes that are limited
 * @param templatePerSecond how many messages of a template leave in a second of a node, for templates that are limited
 * @param smsOrder the providers of short messages in the order in which they are tried: {@code file}, or names of links below
 * @param http links to providers that take short messages by HTTP, by name
 * @param cmpp links to carriers, by name
 * @param mail the mail server; null for a file
 * @param push the provider of pushes; null for a file
 */
@ConfigurationProperties("waypost.outbox")
record OutboxSettings(
        @DefaultValue("200") int batch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("2") int refusals,
        @DefaultValue("180d") Duration keep,
        @Nullable Map<MessageClass, Integer> recipientPerDay,
        @Nullable Map<String, Double> templatePerSecond,
        @DefaultValue("file") List<String> smsOrder,
        @Nullable Map<String, Http> http,
        @Nullable Map<String, Cmpp> cmpp,
        @Nullable Mail mail,
        @Nullable Push push,
        @DefaultValue Webhook webhook) {

    QuietHours quietHours() {
        return new QuietHours(quietFrom, quietUntil);
    }

    /** How many messages of that class a recipient gets in a day; 0 for any number. */
    int perDay(MessageClass kind) {
        var limits = recipientPerDay == null
                ? Map.of(MessageClass.COMMERCIAL, 1, MessageClass.SURVEY, 2)
                : recipientPerDay;
        return limits.getOrDefault(kind, 0);
    }

    Map<String, Double> templates() {
        return templatePerSecond == null ? Map.of() : templatePerSecond;
    }

    Map<String, Http> httpLinks() {
        return http == null ? Map.of() : http;
    }

    Map<String, Cmpp> cmppLinks() {
        return cmpp == null ? Map.of() : cmpp;
    }

    /**
     * A provider of short messages by HTTP.
     *
     * @param endpoint where messages are posted to
     * @param keyId who we are
     * @param secret what we sign with
     * @param reportSecret what the provider signs its reports and replies with; null where it sends none
     * @param signName the sender's signature as registered, without its brackets
     * @param query whether the provider can be asked what became of a message ({@code QuerySendDetails})
     * @param templates our templates' names and what the provider calls them; {@code *} for all others
     * @param perSecond how many messages a second the link takes; 0 for any number
     */
    record Http(URI endpoint, String keyId, String secret, @Nullable String reportSecret, String signName,
            @DefaultValue("false") boolean query, Map<String, String> templates, @DefaultValue("0") double perSecond,
            @DefaultValue("5s") Duration timeout) {

        @Override
        public String toString() {
            return "Http[%s]".formatted(endpoint.getHost());
        }
    }

    /**
     * A carrier's gateway.
     *
     * @param source the number that the recipient sees, to which replies come
     */
    record Cmpp(String host, @DefaultValue("7890") int port, @DefaultValue("V3") CmppVersion version, String account,
            String secret, String source, @DefaultValue("") String service, @DefaultValue("16") int window,
            @DefaultValue("0") double perSecond, @DefaultValue("10s") Duration patience,
            @DefaultValue("30s") Duration idle) {

        @Override
        public String toString() {
            return "Cmpp[%s:%d]".formatted(host, port);
        }
    }

    /** How the connection to the mail server is kept from others' eyes. */
    enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    /**
     * A mail server.
     *
     * @param username null where it asks for none
     * @param from the sender, such as {@code 驿路客服 <service@example.com>}
     */
    record Mail(String host, @DefaultValue("587") int port, @DefaultValue("STARTTLS") Tls tls,
            @Nullable String username, @Nullable String password, String from, @DefaultValue("0") double perSecond,
            @DefaultValue("10s") Duration timeout) {

        @Override
        public String toString() {
            return "Mail[%s:%d]".formatted(host, port);
        }
    }

    /** A provider of pushes. */
    record Push(URI endpoint, String keyId, String secret, @DefaultValue("0") double perSecond,
            @DefaultValue("5s") Duration timeout) {

        @Override
        public String toString() {
            return "Push[%s]".formatted(endpoint.getHost());
        }
    }

    /**
     * Calls to partners.
     *
     * @param timeout how long a partner may take to answer
     * @param atOnce how many calls to one endpoint are under way at once
     * @param allowLoopback whether addresses of this machine may be called, without TLS too; for tests only
     */
    record Webhook(@DefaultValue("15s") Duration timeout, @DefaultValue("8") int atOnce,
            @DefaultValue("false") boolean allowLoopback) {}
}
