package io.waypost.core.identity;

import java.time.Duration;

/** How long somebody must wait after wrong passwords (登录锁定): a minute at first, twice as long each time, an hour at most. */
public enum LockOut {
    /** One account, whoever tries: locked from the fifth failure on. */
    ACCOUNT(5),
    /** One address, whichever account: a whole outlet may share it, so it is locked from the thirtieth failure on. */
    ADDRESS(30);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final int firstLocking;

    LockOut(int firstLocking) {
        this.firstLocking = firstLocking;
    }

    /** How long nothing is tried any more after that many failures in a row; zero while there are tries left. */
    public Duration after(int failures) {
        if (failures < firstLocking) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - firstLocking, 6);
        var wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
