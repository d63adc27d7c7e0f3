package io.waypost.core.outbox;

/** The way a message leaves by (外发渠道). */
public enum Channel {
    /** Short message (短信): a provider that is given one twice sends it twice. */
    SMS(false),
    /** E-mail (邮件): a mailbox that is given one twice shows it twice. */
    EMAIL(false),
    /** Push to the app (APP 推送): dropped by its key when it comes twice. */
    PUSH(true),
    /** Call to a partner's address (Webhook): dropped by its id when it comes twice. */
    WEBHOOK(true);

    private final boolean repeatable;

    Channel(boolean repeatable) {
        this.repeatable = repeatable;
    }

    /** Whether the other side drops doubles, so that a message whose fate is unknown may be sent again. */
    public boolean repeatable() {
        return repeatable;
    }
}
