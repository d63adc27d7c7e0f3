package io.waypost.app.email;

import io.waypost.app.email.Mailbox.MailServer;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox opened to be read, by one thread; {@link #cut} may be called by any. Nothing in the mailbox is changed. */
final class MailboxConnection implements AutoCloseable {

    /** The largest mail that is taken whole. */
    static final int MOST_BYTES = 25 * 1024 * 1024;
    private static final int MOST_HEADERS = 256 * 1024;
    static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(MailboxConnection.class);

    private final KnownSockets sockets;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean idles;
    /** Whether the server has told of a mail since it was last asked; it may do so at any time, and then not once more. */
    private boolean news;

    private MailboxConnection(KnownSockets sockets, IMAPStore store, IMAPFolder folder) throws MessagingException {
        this.sockets = sockets;
        this.store = store;
        this.folder = folder;
        this.idles = store.hasCapability("IDLE");
        folder.doCommand(protocol -> {
            protocol.addResponseHandler(this::hear);
            return null;
        });
    }

    private void hear(Response response) {
        if (response instanceof IMAPResponse told && told.keyEquals("EXISTS")) {
            news = true;
        }
    }

    /** A mail that may be new. */
    record Found(long uid, @Nullable Instant at, IMAPMessage message) {}

    static MailboxConnection open(MailServer server, String folderName, KnownSockets sockets)
            throws MessagingException {
        var store = (IMAPStore) MailSessions.imap(server, sockets).getStore(MailSessions.imapProtocol(server));
        try {
            store.connect(server.host(), server.port(), server.user(), server.password());
            if (store.hasCapability("ID")) {
                // Some providers let nobody in who does not say what they are.
                store.id(Map.of("name", "waypost", "vendor", "waypost"));
            }
            var folder = (IMAPFolder) store.getFolder(folderName);
            folder.open(Folder.READ_ONLY);
            return new MailboxConnection(sockets, store, folder);
        } catch (MessagingException refused) {
            close(store);
            throw refused;
        }
    }

    /** Of which series the numbers are. */
    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The mails after that number, in the order of their numbers. */
    List<Found> after(long uid) throws MessagingException {
        news = false;
        // Asked for what is after the last one a server names the last one again.
        var messages = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, profile);
        var found = new ArrayList<Found>();
        for (Message each : messages) {
            if (each instanceof IMAPMessage message && !message.isExpunged() && folder.getUID(message) > uid) {
                var at = message.getReceivedDate();
                found.add(new Found(folder.getUID(message), at == null ? null : at.toInstant(), message));
            }
        }
        found.sort(Comparator.comparingLong(Found::uid));
        return found;
    }

    /** The mail as it is; only its headers where it is too large or {@code headersOnly}; null where it is gone. */
    byte @Nullable [] raw(Found found, boolean headersOnly) throws MessagingException, IOException {
        try {
            int size = found.message().getSize();
            if (!headersOnly && size <= MOST_BYTES) {
                var whole = new Bounded(MOST_BYTES);
                try {
                    found.message().writeTo(whole);
                    return whole.bytes.toByteArray();
                } catch (TooLarge larger) {
                    LOG.debug("A mail is larger than its server says", larger);
                }
            }
            return Shortened.write(headers(found.message()), size);
        } catch (MessageRemovedException gone) {
            return null;
        } finally {
            found.message().invalidateHeaders();
        }
    }

    private static byte[] headers(IMAPMessage message) throws MessagingException {
        var text = new StringBuilder();
        for (var line : Collections.list(message.getAllHeaderLines())) {
            if (text.length() + line.length() < MOST_HEADERS) {
                text.append(line).append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Waits until the server tells of something, where it does; false at once where it does not.
     *
     * @param answer how long it may take to say that the waiting is over; it has died where it does not
     */
    boolean idle(Duration most, Duration answer) throws MessagingException {
        if (!idles) {
            return false;
        }
        folder.doCommand(protocol -> idle(protocol, most, answer));
        return true;
    }

    /**
     * The library's own idling waits for ever on a server that tells nothing any more. Here the socket's patience ends it, and the same
     * thread goes on.
     */
    private @Nullable Object idle(IMAPProtocol protocol, Duration most, Duration answer)
            throws ProtocolException {
        try {
            protocol.idleStart();
            sockets.patience(most.toMillis());
            boolean done = false;
            boolean ending = news;
            if (ending) {
                sockets.patience(answer.toMillis());
                protocol.idleAbort();
            }
            while (!done) {
                var response = protocol.readIdleResponse();
                boolean silent = response == null || (response.isBYE() && response.isSynthetic());
                if (silent ? ending : response.isBYE()) {
                    // Nobody would answer a good-bye either.
                    sockets.closeAll();
                    throw new ProtocolException("The server has gone while it was waited for: " + response);
                }
                // It says whether the waiting goes on.
                done = !silent && !protocol.processIdleResponse(response);
                if (!done && !ending && (silent || news)) {
                    sockets.patience(answer.toMillis());
                    protocol.idleAbort();
                    ending = true;
                }
            }
            sockets.patience(ANSWER.toMillis());
            return null;
        } catch (IOException broken) {
            throw new ProtocolException("The connection broke while it was waited for.", broken);
        }
    }

    /** Ends the connection from another thread, whatever its own one is doing. */
    void cut() {
        sockets.closeAll();
    }

    @Override
    public void close() {
        close(store);
        sockets.closeAll();
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException broken) {
            LOG.debug("A broken connection did not close well", broken);
        }
    }

    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            if (bytes.size() + length > most) {
                throw new TooLarge();
            }
            bytes.write(some, from, length);
        }
    }
}
