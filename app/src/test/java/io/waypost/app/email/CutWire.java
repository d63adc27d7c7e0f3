package io.waypost.app.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server of this machine that can be cut, or fall silent without being cut. */
final class CutWire implements AutoCloseable {

    private final ServerSocket server;
    private final int to;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    CutWire(int to) {
        this.to = to;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Whether nobody is connected by it. */
    boolean unused() {
        return sockets.stream().allMatch(Socket::isClosed);
    }

    /** Nothing comes through any more, and nobody is told. */
    void fallSilent() {
        silent = true;
    }

    /** All connections break. */
    void cut() {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException closed) {
                // It is broken already.
            }
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), to);
                sockets.add(near);
                sockets.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException closed) {
                // The next one, or the end.
            }
        }
    }

    private void carry(Socket from, Socket into) {
        try (from; into) {
            var bytes = new byte[8192];
            for (int read = from.getInputStream().read(bytes); read >= 0; read = from.getInputStream().read(bytes)) {
                if (!silent) {
                    into.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException broken) {
            // Cut.
        }
    }
}
