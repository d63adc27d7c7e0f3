package io.waypost.watch.host;

/**
 * How much of the log may have to be read again for a part of what is kept, before that part is written down. It decides how long a start
 * after a crash takes, and how much of the log is kept; what is found does not depend on it.
 *
 * @param frames numbers of the log, so that a quiet network's log is cut too
 * @param bytes bytes of what the frames say: a scan is 32 of them, whether it came alone or with thousands
 */
public record ReplayDebt(long frames, long bytes) {

    /** Nothing may have to be read again. */
    static final ReplayDebt NONE = new ReplayDebt(0, 0);

    /** A million frames, and a gigabyte: some 33 million scans, half of them to be applied again on average. */
    public static ReplayDebt defaults() {
        return new ReplayDebt(1_000_000, 1L << 30);
    }

    /**
     * How many of the parts should be written down, the oldest first, so that each has had its turn when the bytes have passed.
     *
     * @param passed bytes since one was written down for their sake
     */
    long turns(long passed, int parts) {
        return bytes == 0 ? parts : passed * parts / bytes;
    }
}
