package io.waypost.app.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers chosen commands ({@code RCPT}, {@code DATA}, {@code .} for the end of a mail) as it is told, and everything
 * else well. An empty answer ends the connection.
 */
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, String> answers;
    private final AtomicInteger bodies = new AtomicInteger();

    public ScriptedSmtp(Map<String, String> answers) {
        this.answers = answers;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many mails came as a whole. */
    public int bodies() {
        return bodies.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                serve(socket);
            } catch (IOException closed) {
                // The next one, or the end.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            var answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
            if (answer.isEmpty()) {
                return;
            }
            say(socket, answer);
            if (command.equals("DATA") && answer.startsWith("354")) {
                while (!".".equals(line)) {
                    line = in.readLine();
                }
                bodies.incrementAndGet();
                var end = answers.getOrDefault(".", "250 taken");
                if (end.isEmpty()) {
                    return;
                }
                say(socket, end);
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
