package io.waypost.app.outbox.cmpp;

/** The two versions in use; they differ in the width of some fields. */
public enum CmppVersion {
    V2(0x20, 21, false, 8, 1),
    V3(0x30, 32, true, 20, 4);

    private final int code;
    private final int numberWidth;
    private final boolean numberTypes;
    private final int tail;
    private final int statusWidth;

    CmppVersion(int code, int numberWidth, boolean numberTypes, int tail, int statusWidth) {
        this.code = code;
        this.numberWidth = numberWidth;
        this.numberTypes = numberTypes;
        this.tail = tail;
        this.statusWidth = statusWidth;
    }

    int code() {
        return code;
    }

    /** How many bytes a subscriber's number takes. */
    int numberWidth() {
        return numberWidth;
    }

    /** Whether a byte after a number says of which kind it is. */
    boolean numberTypes() {
        return numberTypes;
    }

    /** How many bytes (LinkID, or reserved) end a submission and a delivery. */
    int tail() {
        return tail;
    }

    /** How many bytes a result takes. */
    int statusWidth() {
        return statusWidth;
    }
}
