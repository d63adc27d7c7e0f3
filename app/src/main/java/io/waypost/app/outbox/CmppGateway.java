package io.waypost.app.outbox;

import io.waypost.app.outbox.OutboxSettings.Cmpp;
import io.waypost.app.outbox.cmpp.CmppFrame.Reply;
import io.waypost.app.outbox.cmpp.CmppFrame.Report;
import io.waypost.app.outbox.cmpp.CmppFrame.Submit;
import io.waypost.app.outbox.cmpp.CmppLink;
import io.waypost.app.outbox.cmpp.CmppLink.Account;
import io.waypost.app.outbox.cmpp.CmppLink.Answered;
import io.waypost.app.outbox.cmpp.CmppLink.NoAnswer;
import io.waypost.app.outbox.cmpp.CmppLink.NotSent;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.SmsParts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends short messages straight to a carrier by CMPP, over one connection that is kept open, because replies and delivery reports come
 * in by it too. A message of several parts counts as sent when all of them were taken; its reports are those of the first part.
 */
final class CmppGateway implements Gateway, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CmppGateway.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FLOW_CONTROL = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Cmpp settings;
    private final Clock wall;
    private final Supplier<Inbound> inbound;
    private final Account account;
    private final AtomicInteger references = new AtomicInteger();
    private volatile @Nullable CmppLink link;
    private volatile @Nullable Thread keeper;

    CmppGateway(String name, Cmpp settings, Clock wall, Supplier<Inbound> inbound) {
        this.name = name;
        this.settings = settings;
        this.wall = wall;
        this.inbound = inbound;
        this.account = new Account(settings.host(), settings.port(), settings.version(), settings.account(),
                settings.secret(), settings.window(), settings.patience(), settings.idle());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public double perSecond() {
        return settings.perSecond();
    }

    /** Keeps the connection open from now on, so that reports come in also while nothing is sent. */
    void keepOpen() {
        keeper = Thread.ofVirtual().name("cmpp-keeper-" + name).start(this::keep);
    }

    @Override
    public void close() {
        var thread = keeper;
        keeper = null;
        if (thread != null) {
            thread.interrupt();
        }
        var open = link;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public List<Result> submit(List<Letter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        CmppLink open;
        try {
            open = link();
        } catch (IOException unreached) {
            LOG.warn("The carrier {} is not reached: {}", name, unreached.getMessage());
            return letters.stream().<Result>map(_ -> new Retryable("NOT_REACHED", Duration.ZERO)).toList();
        }
        var results = new ArrayList<Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = letters.stream().map(letter -> threads.submit(() -> one(open, letter))).toList();
            futures.forEach(future -> results.add(get(future)));
        }
        return results;
    }

    private static Result get(Future<Result> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            LOG.error("A message could not be handed to the carrier", failure.getCause());
            return new Unknown("GATEWAY_FAILED");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Unknown("INTERRUPTED");
        }
    }

    private Result one(CmppLink open, Letter letter) {
        if (letter.to().length() > 21 || !letter.to().matches("\\+?[0-9]+")) {
            return new Rejected("MOBILE_NUMBER_ILLEGAL");
        }
        var parts = SmsParts.of(letter.body().text());
        int reference = references.incrementAndGet() & 0xff;
        String first = null;
        for (int i = 0; i < parts.size(); i++) {
            var submit = new Submit(parts.size(), i + 1, reference, settings.service(), settings.account(),
                    settings.source(), letter.to(), parts.get(i));
            switch (open.submit(submit)) {
                case Answered(var id, var result) -> {
                    if (result != 0) {
                        return refused(result, first != null);
                    }
                    first = first == null ? Long.toUnsignedString(id) : first;
                }
                case NotSent(var code) -> {
                    return first == null ? new Retryable(code, Duration.ZERO) : new Unknown("PARTLY_SENT");
                }
                case NoAnswer(var code) -> {
                    return new Unknown(code);
                }
            }
        }
        return new Accepted(java.util.Objects.requireNonNull(first));
    }

    private static Result refused(int result, boolean partlySent) {
        if (partlySent) {
            return new Unknown("PARTLY_SENT");
        }
        return result == FLOW_CONTROL
                ? new Retryable("FLOW_CONTROL", Duration.ofSeconds(1))
                : new Rejected("CMPP_" + result);
    }

    private synchronized CmppLink link() throws IOException {
        var open = link;
        if (open == null || !open.isOpen()) {
            open = CmppLink.open(account, new Received(), LocalDateTime.ofInstant(wall.instant(), CHINA));
            link = open;
            LOG.info("The carrier {} is reached", name);
        }
        return open;
    }

    private void keep() {
        var pause = Duration.ofSeconds(1);
        while (keeper != null) {
            try {
                link();
                pause = Duration.ofSeconds(1);
            } catch (IOException unreached) {
                LOG.warn("The carrier {} is not reached and will be tried again in {}: {}", name, pause,
                        unreached.getMessage());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private final class Received implements CmppLink.Listener {

        @Override
        public void replied(Reply reply) {
            inbound.get().reply(name, Long.toUnsignedString(reply.messageId()), reply.from(), reply.to(), reply.text());
        }

        @Override
        public void reported(Report report) {
            boolean delivered = report.state().equals("DELIVRD");
            inbound.get().report(name, Long.toUnsignedString(report.about()), null, delivered,
                    delivered ? null : report.state());
        }
    }
}
