package io.waypost.app.outbox;

import io.waypost.app.outbox.cmpp.CmppCodec;
import io.waypost.app.outbox.cmpp.CmppFrame;
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
import io.waypost.app.outbox.cmpp.CmppSecret;
import io.waypost.app.outbox.cmpp.CmppVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A carrier on this machine that speaks CMPP and fails by script: one word a submission; it takes all when the script is at its end. */
final class CmppServer implements AutoCloseable {

    /** What happens to a submission. */
    enum Fault {
        NONE,
        /** Taken, and the answer is never sent. */
        NO_ANSWER,
        /** Taken; the report is sent before the answer. */
        REPORT_FIRST,
        /** Refused: too fast. */
        FLOW_CONTROL,
        /** Refused for good. */
        REFUSED,
        /** Taken, and the connection ends. */
        HANG_UP
    }

    private final ServerSocket server;
    private final CmppCodec codec;
    private final CmppVersion version;
    private final String secret;
    private final Deque<Fault> script = new ArrayDeque<>();
    private final List<Submit> taken = new ArrayList<>();
    private final List<Integer> confirmed = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(0x7f00_0000_0000_0000L);
    private final AtomicInteger numbers = new AtomicInteger(1000);
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable Socket current;

    CmppServer(CmppVersion version, String secret) {
        this.version = version;
        this.secret = secret;
        this.codec = new CmppCodec(version);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized void script(Fault... faults) {
        script.clear();
        script.addAll(List.of(faults));
        taken.clear();
    }

    /** What was taken, part by part. */
    synchronized List<Submit> taken() {
        return List.copyOf(taken);
    }

    int connections() {
        return connections.get();
    }

    /** The results with which our deliveries were confirmed. */
    List<Integer> confirmed() {
        return List.copyOf(confirmed);
    }

    void deliver(CmppFrame frame) throws IOException {
        write(Objects.requireNonNull(current), new Numbered(numbers.incrementAndGet(), frame));
    }

    void hangUp() throws IOException {
        Objects.requireNonNull(current).close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        var open = current;
        if (open != null) {
            open.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                var numbered = Objects.requireNonNull(codec.read(socket.getInputStream()));
                answer(socket, numbered);
            }
        } catch (IOException gone) {
            // The client left, or the script ended the connection.
        }
    }

    private void answer(Socket socket, Numbered numbered) throws IOException {
        int number = numbered.sequence();
        switch (numbered.frame()) {
            case Connect connect -> {
                boolean known = CmppSecret.ofClient(connect.account(), secret, connect.timestamp())
                        .equals(connect.authenticator());
                int status = known ? 0 : 3;
                var proof = CmppSecret.ofServer(version, status, connect.authenticator(), secret);
                connections.incrementAndGet();
                current = socket;
                write(socket, new Numbered(number, new ConnectResponse(status, proof, version == CmppVersion.V3
                        ? 0x30
                        : 0x20)));
            }
            case Submit submit -> take(socket, number, submit);
            case ActiveTest _ -> write(socket, new Numbered(number, new ActiveTestResponse()));
            case Terminate _ -> write(socket, new Numbered(number, new TerminateResponse()));
            case DeliverResponse response -> confirmed.add(response.result());
            case ConnectResponse _,TerminateResponse _,ActiveTestResponse _,SubmitResponse _,Reply _,Report _ ->
                throw new IOException("Not for a carrier.");
        }
    }

    private void take(Socket socket, int number, Submit submit) throws IOException {
        Fault fault;
        synchronized (this) {
            fault = script.isEmpty() ? Fault.NONE : script.poll();
            if (fault != Fault.FLOW_CONTROL && fault != Fault.REFUSED) {
                taken.add(submit);
            }
        }
        long id = ids.incrementAndGet();
        switch (fault) {
            case NONE -> write(socket, new Numbered(number, new SubmitResponse(id, 0)));
            case NO_ANSWER -> {
                // Nothing comes.
            }
            case REPORT_FIRST -> {
                deliver(new Report(ids.incrementAndGet(), id, "DELIVRD", submit.source(), submit.to()));
                write(socket, new Numbered(number, new SubmitResponse(id, 0)));
            }
            case FLOW_CONTROL -> write(socket, new Numbered(number, new SubmitResponse(id, 8)));
            case REFUSED -> write(socket, new Numbered(number, new SubmitResponse(id, 13)));
            case HANG_UP -> socket.close();
        }
    }

    private void write(Socket socket, Numbered numbered) throws IOException {
        var bytes = codec.encode(numbered);
        synchronized (socket) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }
}
