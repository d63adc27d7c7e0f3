package io.waypost.core.sop;

/** Which version of which kind's SOP (SOP 版本). What it stands for never changes once it is in force. */
public record SopId(TicketKind kind, int version) {

    public SopId {
        if (version < 1) {
            throw new IllegalArgumentException("The version (%d) of an SOP begins with 1.".formatted(version));
        }
    }

    @Override
    public String toString() {
        return kind + "@" + version;
    }
}
