package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.email.MailboxConnection.Found;
import io.waypost.app.email.MailboxStore.Reached;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one mailbox until it is stopped or another node has it; {@link #run} belongs to one thread. */
final class MailboxWatch implements Runnable {

    /** A server that tells nothing any more is found out by this; it also is how often a lease is renewed. */
    private static final Duration LOOK = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    /** What came shortly before the account was set up is read: clocks differ, and people try it out. */
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);

    private final ChannelAccount account;
    private final Mailbox mailbox;
    private final UUID owner;
    private final MailboxStore store;
    private final MailTaking taking;
    private final EmailWork work;
    private final Clock wall;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final KnownSockets[] open = new KnownSockets[1];
    private volatile @Nullable Thread thread;
    private long stuck;
    private int stuckTimes;

    MailboxWatch(ChannelAccount account, UUID owner, MailboxStore store, MailTaking taking, EmailWork work,
            Clock wall) {
        this.account = account;
        this.mailbox = Mailbox.of(account);
        this.owner = owner;
        this.store = store;
        this.taking = taking;
        this.work = work;
        this.wall = wall;
    }

    private static final class Lost extends Exception {

        private static final long serialVersionUID = 1L;
    }

    boolean watches(ChannelAccount other) {
        return account.equals(other);
    }

    boolean ended() {
        var running = thread;
        return running == null || !running.isAlive();
    }

    void start() {
        thread = Thread.ofVirtual().name("email-" + account.key()).start(this);
    }

    /** Ends the watch and gives the mailbox free; returns when that is done, at the latest after some seconds. */
    void stop() throws InterruptedException {
        stopped.countDown();
        synchronized (open) {
            if (open[0] != null) {
                open[0].closeAll();
            }
        }
        var running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(5));
        }
    }

    @Override
    public void run() {
        int failures = 0;
        try {
            while (stopped.getCount() > 0) {
                if (!work.whole(() -> store.renew(account.key(), owner, wall.instant()))) {
                    return;
                }
                var before = wall.instant();
                try {
                    watch();
                } catch (MessagingException | IOException | RuntimeException failure) {
                    if (stopped.getCount() > 0) {
                        // Whoever was connected for long begins anew with a short pause.
                        failures = wall.instant().isAfter(before.plus(LOOK)) ? 1 : failures + 1;
                        say(failure);
                        pause(failure, failures);
                    }
                }
            }
        } catch (Lost elsewhere) {
            LOG.debug("The mailbox {} is watched by another node now", account.key(), elsewhere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            work.whole(() -> {
                store.release(account.key(), owner);
                return true;
            });
        }
    }

    private void say(Exception failure) {
        var words = mailbox.imap().safe()
                ? MailboxWords.of("收信", mailbox.imap(), failure)
                : MailboxWords.unsafe("收信", mailbox.imap());
        LOG.warn("The mailbox {} cannot be read: {}", account.key(), failure.toString());
        work.whole(() -> {
            store.trouble(account.key(), owner, words);
            return true;
        });
    }

    private void pause(Exception failure, int failures) throws InterruptedException {
        // Whoever is refused often in a row is locked out by many providers.
        var seconds = failure instanceof AuthenticationFailedException
                ? LONGEST_PAUSE.toSeconds()
                : Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures - 1, 10));
        var ended = stopped.await(seconds, TimeUnit.SECONDS);
        LOG.debug("Tries again: {}", !ended);
    }

    private void watch() throws MessagingException, IOException, Lost, InterruptedException {
        if (!mailbox.imap().safe()) {
            throw new MessagingException("The connection would be open to others.");
        }
        var sockets = new KnownSockets();
        synchronized (open) {
            open[0] = sockets;
        }
        try (var connection = MailboxConnection.open(mailbox.imap(), mailbox.folder(), sockets)) {
            while (stopped.getCount() > 0) {
                look(connection);
                work.whole(() -> {
                    store.looked(account.key(), owner, wall.instant());
                    return true;
                });
                if (!connection.idle(LOOK, MailboxConnection.ANSWER)
                        && stopped.await(LOOK.toSeconds(), TimeUnit.SECONDS)) {
                    return;
                }
            }
        }
    }

    private void look(MailboxConnection connection) throws MessagingException, IOException, Lost {
        held(work.whole(() -> store.renew(account.key(), owner, wall.instant())));
        var reached = work.whole(() -> store.reached(account.key()));
        long validity = connection.validity();
        var known = reached.validity();
        if (known == null || known != validity || !reached.place().equals(mailbox.place())) {
            held(work.whole(() -> store.restart(account.key(), owner, mailbox.place(), validity)));
            reached = work.whole(() -> store.reached(account.key()));
        }
        long old = 0;
        for (var found : connection.after(reached.uid())) {
            if (stopped.getCount() == 0) {
                return;
            }
            if (!young(found.at(), reached.since())) {
                old = found.uid();
                continue;
            }
            take(connection, reached, found);
            old = 0;
        }
        if (old > 0) {
            pass(old);
        }
    }

    private void take(MailboxConnection connection, Reached reached, Found found)
            throws MessagingException, IOException, Lost {
        stuckTimes = stuck == found.uid() ? stuckTimes + 1 : 1;
        stuck = found.uid();
        // One mail that the server cannot give must not keep back all after it.
        var raw = connection.raw(found, stuckTimes > TRIES);
        if (raw == null) {
            pass(found.uid());
        } else {
            held(taking.take(account, owner, reached, found.uid(), raw));
        }
    }

    private void pass(long uid) throws Lost {
        held(work.whole(() -> store.advance(account.key(), owner, uid, wall.instant())));
    }

    private static boolean young(@Nullable Instant at, Instant since) {
        return at == null || !at.isBefore(since.minus(BEFORE));
    }

    private static void held(boolean mine) throws Lost {
        if (!mine) {
            throw new Lost();
        }
    }
}
