package io.waypost.app.identity;

import io.waypost.core.identity.LockOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries of passwords and codes, by account and by address. A try is counted as failed before anything is compared and
 * taken back when it succeeds, so that a hundred tries at the same moment are not all compared.
 */
@Service
class Attempts {

    private final AttemptStore store;
    private final Clock wall;

    Attempts(AttemptStore store, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.wall = wall;
    }

    /** Counts a try; how long to wait where the account or the address is locked. */
    @Transactional
    Optional<Duration> begin(String account, String address) {
        var now = wall.instant();
        return begin(LockOut.ADDRESS, addressSubject(address), now)
                .or(() -> begin(LockOut.ACCOUNT, accountSubject(account), now));
    }

    private Optional<Duration> begin(LockOut kind, String subject, Instant now) {
        var failures = store.count(subject, now);
        if (failures.isEmpty()) {
            return store.lockedUntil(subject).map(until -> Duration.between(now, until));
        }
        var lock = kind.after(failures.get());
        if (!lock.isZero()) {
            store.lock(subject, now.plus(lock));
        }
        return Optional.empty();
    }

    /** The try succeeded: the account begins anew; the address, which others may try from, has this one taken back. */
    @Transactional
    void succeeded(String account, String address) {
        store.clear(accountSubject(account));
        store.forgive(addressSubject(address));
    }

    /** The try was no failure, but proved nothing either: a password without the code that belongs to it. */
    @Transactional
    void undecided(String account, String address) {
        store.forgive(accountSubject(account));
        store.forgive(addressSubject(address));
    }

    /** Until when those of the accounts that are locked are. */
    Map<String, Instant> lockedUntil(List<String> accounts) {
        var bySubject = store.locked(accounts.stream().map(Attempts::accountSubject).toList(), wall.instant());
        var byAccount = new HashMap<String, Instant>();
        for (var account : accounts) {
            var until = bySubject.get(accountSubject(account));
            if (until != null) {
                byAccount.put(account, until);
            }
        }
        return byAccount;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    void purge() {
        store.purge(wall.instant());
    }

    private static String accountSubject(String account) {
        return "account:" + account;
    }

    private static String addressSubject(String address) {
        return "address:" + address;
    }
}
