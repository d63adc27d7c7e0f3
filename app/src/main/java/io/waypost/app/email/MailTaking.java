package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.ChannelInbox.Letter;
import io.waypost.app.channel.Content;
import io.waypost.app.email.MailboxStore.Reached;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Puts a mail into the inbox and says that it was read, in one transaction: neither twice nor never, wherever the node dies. A mail whose
 * bytes were taken before is not taken again, whatever number it has now.
 */
@Component
class MailTaking {

    private final MailboxStore store;
    private final ChannelInbox inbox;
    private final EmailWork work;
    private final Clock wall;

    MailTaking(MailboxStore store, ChannelInbox inbox, EmailWork work, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.inbox = inbox;
        this.work = work;
        this.wall = wall;
    }

    /** Takes the mail of that number; false where the mailbox is no longer that node's. */
    boolean take(ChannelAccount account, UUID owner, Reached reached, long uid, byte[] raw) {
        var fingerprint = sha256(raw);
        var from = MailFrom.of(MimePart.of(raw));
        return work.whole(() -> {
            if (!store.advance(account.key(), owner, uid, wall.instant())) {
                return false;
            }
            if (store.see(account.key(), fingerprint)) {
                var extId = extId(reached, uid);
                var letter = new Letter(extId, from.address(), Content.of(raw));
                if (!inbox.take(account, letter)) {
                    // The server has given a number twice; what it names is another mail all the same.
                    inbox.take(account,
                            new Letter("%s.%s".formatted(extId, HexFormat.of().formatHex(fingerprint, 0, 8)),
                                    letter.sender(), letter.raw()));
                }
            }
            return true;
        });
    }

    private static String extId(Reached reached, long uid) {
        var id = "%d-%d".formatted(reached.validity(), uid);
        return reached.era() == 0 ? id : "%s-%d".formatted(id, reached.era());
    }

    private static byte[] sha256(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is missing from this Java.", defect);
        }
    }
}
