package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to leave the platform (外发消息). Made by one of the factories, completed by the withers.
 *
 * <p>The recipient and the body are sealed at rest. {@code key}, {@code template} and {@code subject} are not: no personal data may
 * stand in them.
 *
 * @param key the same for the same message however often it is added; begins with the feature's name
 * @param to a phone number, a mail address, a device, or the id of a partner's endpoint; never to be logged
 * @param subject what it is about, which its outcome names again; null where nobody asks
 * @param notBefore business time before which it must not leave; null for at once
 * @param expiresAt business time after which it is of no use; null for never
 * @param template the name of its text, by which its rate can be limited; null where it has none
 * @param zone where the recipient is, for quiet hours; null for the platform's own
 * @param reason why it is an emergency, which may leave at any hour; null for every other class
 */
public record OutgoingMessage(
        String key,
        Channel channel,
        MessageClass kind,
        String to,
        MessageBody body,
        @Nullable Subject subject,
        @Nullable Instant notBefore,
        @Nullable Instant expiresAt,
        @Nullable String template,
        @Nullable ZoneId zone,
        @Nullable String reason) {

    public OutgoingMessage {
        if (key.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException("A message needs a key and a recipient.");
        }
        if ((kind == MessageClass.EMERGENCY) != (reason != null && !reason.isBlank())) {
            throw new IllegalArgumentException("The message %s must say a reason if, and only if, it is an emergency."
                    .formatted(key));
        }
    }

    /** What a message is about, such as {@code TICKET} and its id. */
    public record Subject(String kind, String id) {}

    /** A short message of a class other than an emergency's (see {@link #emergency}); the text begins with the sender's signature. */
    public static OutgoingMessage sms(String key, MessageClass kind, String phone, String text) {
        return of(key, Channel.SMS, kind, phone, new MessageBody(null, text, null, Map.of()));
    }

    /**
     * A mail.
     *
     * @param html the same as the text, for programs that show it; null where there is none
     */
    public static OutgoingMessage mail(String key, MessageClass kind, String address, String title, String text,
            @Nullable String html) {
        return of(key, Channel.EMAIL, kind, address, new MessageBody(title, text, html, Map.of()));
    }

    /**
     * A push to the app.
     *
     * @param data what the app needs to open the right page
     */
    public static OutgoingMessage push(String key, MessageClass kind, String device, String title, String text,
            Map<String, String> data) {
        return of(key, Channel.PUSH, kind, device, new MessageBody(title, text, null, data));
    }

    /**
     * A call to a partner.
     *
     * @param endpoint the id by which {@link WebhookEndpoints} finds the address
     * @param type such as {@code ticket.closed}
     * @param json the whole body, up to {@link MessageBody#MOST_EVENT_BYTES} bytes
     */
    public static OutgoingMessage event(String key, String endpoint, String type, String json) {
        return of(key, Channel.WEBHOOK, MessageClass.SERVICE, endpoint, MessageBody.event(type, json));
    }

    private static OutgoingMessage of(String key, Channel channel, MessageClass kind, String to, MessageBody body) {
        return new OutgoingMessage(key, channel, kind, to, body, null, null, null, null, null, null);
    }

    /** The same as an emergency, which leaves at any hour and before other mass messages; the reason is kept for the audit. */
    public OutgoingMessage emergency(String why) {
        return new OutgoingMessage(key, channel, MessageClass.EMERGENCY, to, body, subject, notBefore, expiresAt,
                template, zone, why);
    }

    /** The same mail with a file. */
    public OutgoingMessage attaching(Attached file) {
        if (channel != Channel.EMAIL) {
            throw new IllegalArgumentException("Files go with mails only, not with %s.".formatted(channel));
        }
        return new OutgoingMessage(key, channel, kind, to,
                new MessageBody(body.title(), body.text(), body.html(), body.data(), file), subject, notBefore,
                expiresAt, template, zone, reason);
    }

    /** The same about that thing. */
    public OutgoingMessage about(String kindOfThing, Object id) {
        return new OutgoingMessage(key, channel, kind, to, body, new Subject(kindOfThing, id.toString()), notBefore,
                expiresAt, template, zone, reason);
    }

    /** The same, not to leave before that instant of business time. */
    public OutgoingMessage notBefore(Instant instant) {
        return new OutgoingMessage(key, channel, kind, to, body, subject, instant, expiresAt, template, zone, reason);
    }

    /** The same, of no use after that instant of business time. */
    public OutgoingMessage expiringAt(Instant instant) {
        return new OutgoingMessage(key, channel, kind, to, body, subject, notBefore, instant, template, zone, reason);
    }

    /** The same with the name of its text. */
    public OutgoingMessage template(String name) {
        return new OutgoingMessage(key, channel, kind, to, body, subject, notBefore, expiresAt, name, zone, reason);
    }

    /** The same for a recipient who lives by that clock. */
    public OutgoingMessage in(ZoneId where) {
        return new OutgoingMessage(key, channel, kind, to, body, subject, notBefore, expiresAt, template, where,
                reason);
    }

    @Override
    public String toString() {
        return "OutgoingMessage[%s %s %s]".formatted(channel, kind, key);
    }
}
