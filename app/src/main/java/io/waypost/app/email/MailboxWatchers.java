package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.core.contact.ContactChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The watches of this node: one thread sees to it that each mailbox that is in use and free is watched. */
@Component
class MailboxWatchers implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatchers.class);

    private final ChannelAccounts accounts;
    private final MailboxStore store;
    private final MailTaking taking;
    private final EmailWork work;
    private final Clock wall;
    private final UUID node = UUID.randomUUID();
    private final Map<String, MailboxWatch> watches = new HashMap<>();
    private final Semaphore changed = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    MailboxWatchers(ChannelAccounts accounts, MailboxStore store, MailTaking taking, EmailWork work,
            @Qualifier("wallClock") Clock wall) {
        this.accounts = accounts;
        this.store = store;
        this.taking = taking;
        this.work = work;
        this.wall = wall;
    }

    /** Looks at the accounts soon. */
    void changed() {
        changed.release();
    }

    private void loop() {
        while (running) {
            try {
                tryLook();
                if (changed.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void tryLook() throws InterruptedException {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("The mailboxes could not be looked at; it is tried again", failure);
        }
    }

    private void look() throws InterruptedException {
        var wanted = accounts.active(ContactChannel.EMAIL).stream()
                .collect(Collectors.toMap(ChannelAccount::key, Function.identity()));
        for (var key : watches.keySet().toArray(String[]::new)) {
            var watch = watches.get(key);
            var account = wanted.get(key);
            if (watch != null && (watch.ended() || account == null || !watch.watches(account))) {
                watch.stop();
                watches.remove(key);
            }
        }
        for (var account : wanted.values()) {
            if (!watches.containsKey(account.key())
                    && work.whole(() -> store.claim(account.key(), node, wall.instant()))) {
                var watch = new MailboxWatch(account, node, store, taking, work, wall);
                watches.put(account.key(), watch);
                watch.start();
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("email-watchers").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        try {
            var looking = thread;
            if (looking != null) {
                // Not interrupted: that would break a connection to the database.
                changed.release();
                looking.join(Duration.ofSeconds(10));
            }
            for (var watch : watches.values()) {
                watch.stop();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        watches.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
