package io.waypost.app.outbox.cmpp;

import io.waypost.app.outbox.cmpp.CmppFrame.ActiveTest;
import io.waypost.app.outbox.cmpp.CmppFrame.ActiveTestResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Connect;
import io.waypost.app.outbox.cmpp.CmppFrame.ConnectResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.DeliverResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Numbered;
import io.waypost.app.outbox.cmpp.CmppFrame.Reply;
import io.waypost.app.outbox.cmpp.CmppFrame.Report;
import io.waypost.app.outbox.cmpp.CmppFrame.Submit;
import io.waypost.app.outbox.cmpp.CmppFrame.SubmitResponse;
import io.waypost.app.outbox.cmpp.CmppFrame.Terminate;
import io.waypost.app.outbox.cmpp.CmppFrame.TerminateResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a carrier. Submissions may be made by several threads at once; no more are under way than the window holds.
 * Deliveries are handed to the listener on a thread of the link. When the connection ends, whatever is under way ends as lost.
 */
public final class CmppLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CmppLink.class);

    private final CmppCodec codec;
    private final Socket socket;
    private final Listener listener;
    private final Account account;
    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Semaphore window;
    private final Map<Integer, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    private CmppLink(Account account, Listener listener, Socket socket) {
        this.account = account;
        this.listener = listener;
        this.socket = socket;
        this.codec = new CmppCodec(account.version());
        this.window = new Semaphore(account.window());
    }

    /**
     * Where to, and as whom.
     *
     * @param secret shared with the carrier; never to be logged
     * @param window how many submissions may be without an answer
     * @param patience how long to wait for an answer
     * @param idle after how long without a word the other side is asked whether it is there
     */
    public record Account(String host, int port, CmppVersion version, String name, String secret, int window,
            Duration patience, Duration idle) {

        @Override
        public String toString() {
            return "Account[%s at %s:%d]".formatted(name, host, port);
        }
    }

    /** Who hears of replies and reports. A report or reply whose listener fails is not confirmed, and comes again. */
    public interface Listener {

        void replied(Reply reply);

        void reported(Report report);
    }

    /** What became of a submission. */
    public sealed interface Answer {}

    /** The carrier's answer; 0 means taken. */
    public record Answered(long messageId, int result) implements Answer {}

    /** It never left: the window stayed full, or the link was closed before. */
    public record NotSent(String code) implements Answer {}

    /** It left and nothing came back. */
    public record NoAnswer(String code) implements Answer {}

    /**
     * Opens a connection.
     *
     * @param now the time that the authentication carries
     * @throws IOException if there is none, or the carrier does not let us in
     */
    public static CmppLink open(Account account, Listener listener, LocalDateTime now) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(account.host(), account.port()), (int) account.patience().toMillis());
            socket.setTcpNoDelay(true);
            var link = new CmppLink(account, listener, socket);
            link.logIn(now);
            Thread.ofVirtual().name("cmpp-" + account.name()).start(link::read);
            return link;
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    /** Whether it still carries. */
    public boolean isOpen() {
        return open;
    }

    /** Submits one part and waits for the answer. */
    public Answer submit(Submit submit) {
        try {
            if (!window.tryAcquire(account.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new NotSent("WINDOW_FULL");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new NotSent("INTERRUPTED");
        }
        try {
            return send(submit);
        } finally {
            window.release();
        }
    }

    private Answer send(Submit submit) {
        int number = next();
        var future = new CompletableFuture<Answer>();
        underWay.put(number, future);
        try {
            if (!open) {
                return new NotSent("LINK_CLOSED");
            }
            write(new Numbered(number, submit));
            return future.completeOnTimeout(new NoAnswer("NO_RESPONSE"), account.patience().toMillis(),
                    TimeUnit.MILLISECONDS).join();
        } catch (IOException perhapsWritten) {
            close();
            return new NoAnswer("LINK_LOST");
        } finally {
            underWay.remove(number);
        }
    }

    /** Says good-bye and closes; whatever is under way ends as lost. */
    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                write(new Numbered(next(), new Terminate()));
            } catch (IOException gone) {
                LOG.debug("The link {} is gone already", account, gone);
            }
            closeSocket();
        }
        underWay.values().forEach(future -> future.complete(new NoAnswer("LINK_LOST")));
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException ignored) {
            LOG.debug("The link {} did not close well", account, ignored);
        }
    }

    private void logIn(LocalDateTime now) throws IOException {
        int timestamp = (((now.getMonthValue() * 100 + now.getDayOfMonth()) * 100 + now.getHour()) * 100
                + now.getMinute()) * 100 + now.getSecond();
        var proof = CmppSecret.ofClient(account.name(), account.secret(), timestamp);
        socket.setSoTimeout((int) account.patience().toMillis());
        write(new Numbered(next(), new Connect(account.name(), proof, account.version().code(), timestamp)));
        // Unbuffered: what follows belongs to the reading thread.
        var answer = codec.read(socket.getInputStream());
        if (answer == null || !(answer.frame() instanceof ConnectResponse response)) {
            throw new IOException("The carrier answered the log-in with something else.");
        }
        if (response.status() != 0) {
            throw new IOException(
                    "The carrier does not let %s in: status %d.%nMaybe the secret, the address or the version is wrong."
                            .formatted(account, response.status()));
        }
        var expected = CmppSecret.ofServer(account.version(), 0, proof, account.secret());
        if (!expected.equals(response.authenticator())) {
            throw new IOException("The other side of %s does not know the secret.".formatted(account));
        }
        socket.setSoTimeout((int) account.idle().toMillis());
    }

    private void read() {
        try {
            var in = new BufferedInputStream(socket.getInputStream());
            while (open) {
                try {
                    in.mark(1);
                    if (in.read() < 0) {
                        break;
                    }
                    in.reset();
                } catch (SocketTimeoutException quiet) {
                    askWhetherThere();
                    continue;
                }
                var numbered = codec.read(in);
                unanswered.set(0);
                if (numbered != null) {
                    take(numbered);
                }
            }
        } catch (IOException lost) {
            LOG.info("The link {} was lost: {}", account, lost.getMessage());
        } finally {
            close();
        }
    }

    private void askWhetherThere() throws IOException {
        if (unanswered.incrementAndGet() > 3) {
            throw new IOException("The other side does not answer any more.");
        }
        write(new Numbered(next(), new ActiveTest()));
    }

    private void take(Numbered numbered) throws IOException {
        switch (numbered.frame()) {
            case SubmitResponse(var id, var result) -> {
                var future = underWay.get(numbered.sequence());
                if (future != null) {
                    future.complete(new Answered(id, result));
                }
            }
            case Reply reply -> confirm(numbered.sequence(), reply.messageId(), () -> listener.replied(reply));
            case Report report -> confirm(numbered.sequence(), report.messageId(), () -> listener.reported(report));
            case ActiveTest _ -> write(new Numbered(numbered.sequence(), new ActiveTestResponse()));
            case Terminate _ -> {
                write(new Numbered(numbered.sequence(), new TerminateResponse()));
                throw new IOException("The carrier ended it.");
            }
            case ActiveTestResponse _,TerminateResponse _ -> {
                // They are there: that is all.
            }
            case Connect _,ConnectResponse _,Submit _,DeliverResponse _ ->
                throw new IOException("The carrier sent what only we may send.");
        }
    }

    private void confirm(int number, long messageId, Runnable work) throws IOException {
        int result = 0;
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("A delivery of {} could not be kept and will come again", account, failure);
            result = 9;
        }
        write(new Numbered(number, new DeliverResponse(messageId, result)));
    }

    private void write(Numbered numbered) throws IOException {
        var bytes = codec.encode(numbered);
        synchronized (this) {
            var out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }

    private int next() {
        return sequence.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
    }
}
