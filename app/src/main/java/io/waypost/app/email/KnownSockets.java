package io.waypost.app.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of a connection, to be given another patience or closed from outside: the mail library waits for ever for a server that
 * has died while it was waited for. Thread-safe.
 */
final class KnownSockets extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(KnownSockets.class);

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        sockets.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }

    /** How long to wait for something to read from now on. */
    void patience(long millis) throws IOException {
        for (var socket : sockets) {
            if (!socket.isClosed()) {
                socket.setSoTimeout(Math.toIntExact(Math.max(1, millis)));
            }
        }
    }

    void closeAll() {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException broken) {
                LOG.debug("A broken connection did not close well", broken);
            }
        }
    }
}
