package io.waypost.core.outbox;

/** What a message is for (消息类别); decides whether it may leave at night, how soon, and to whom. The most pressing first. */
public enum MessageClass {
    /** About a case of the recipient's own (服务通知): at any hour, and even to those who want no advertising. */
    SERVICE(false, 50),
    /** About danger or disruption (应急通知): to many at once. */
    EMERGENCY(false, 30),
    /** A question about the service (满意度调查): not at night. */
    SURVEY(true, 12),
    /** Advertising (商业短信): not at night, and only to those who did not refuse it. */
    COMMERCIAL(true, 8);

    private final boolean quietAtNight;
    private final int share;

    MessageClass(boolean quietAtNight, int share) {
        this.quietAtNight = quietAtNight;
        this.share = share;
    }

    /** Whether it waits for the morning. */
    public boolean quietAtNight() {
        return quietAtNight;
    }

    /** The part of a provider's room, in per cent, that is kept for it however much of the other classes waits. */
    int share() {
        return share;
    }

    /** Whether a person who wants no advertising still gets it. */
    public boolean owed() {
        return this == SERVICE || this == EMERGENCY;
    }
}
