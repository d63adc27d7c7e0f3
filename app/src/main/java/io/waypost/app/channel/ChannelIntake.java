package io.waypost.app.channel;

import io.waypost.app.channel.ChannelInboundStore.ClaimedLetter;
import io.waypost.app.channel.Incoming.Nothing;
import io.waypost.app.channel.Incoming.Piece;
import io.waypost.app.channel.Incoming.Said;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Makes entries of conversations of what came in: one sender's in their order, each once. Whatever fails is tried again, and holds up
 * nobody but its own sender; what cannot be read after many tries stays where people see it.
 */
@Component
class ChannelIntake {

    private static final int TRIES = 8;
    /** An entry holds this much; longer words become several. */
    private static final int LONGEST = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(ChannelIntake.class);

    private final ChannelInboundStore store;
    private final ChannelAdapters adapters;
    private final ChannelAccountDesk accounts;
    private final Customers customers;
    private final Conversations conversations;
    private final ChannelFileDesk files;
    private final ChannelSatisfaction satisfaction;
    private final ChannelWork work;
    private final Clock wall;

    ChannelIntake(ChannelInboundStore store, ChannelAdapters adapters, ChannelAccountDesk accounts,
            Customers customers, Conversations conversations, ChannelFileDesk files, ChannelSatisfaction satisfaction,
            ChannelWork work, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.adapters = adapters;
        this.accounts = accounts;
        this.customers = customers;
        this.conversations = conversations;
        this.files = files;
        this.satisfaction = satisfaction;
        this.work = work;
        this.wall = wall;
    }

    /** A piece ready to be written. */
    private record Ready(EntryKind kind, String text, @Nullable UUID file) {}

    /** Does the next that is due; false where nothing is. */
    boolean next() {
        var claimed = work.whole(() -> store.claim(wall.instant()));
        claimed.ifPresent(this::take);
        return claimed.isPresent();
    }

    private void take(ClaimedLetter letter) {
        var number = letter.received().number();
        try {
            var adapter = adapters.find(letter.channel()).orElseThrow(() -> new ChannelTrouble("NO_ADAPTER"));
            var account = accounts.any(letter.channel(), letter.account())
                    .orElseThrow(() -> new ChannelTrouble("NO_ACCOUNT"));
            switch (Acting.<Incoming, ChannelTrouble>as(ChannelWork.CHANNEL,
                    () -> adapter.read(account, letter.received()))) {
                case Nothing(var why) -> ended(number, "DROPPED", why);
                case Said said -> keep(adapter, account, letter, said);
            }
        } catch (ChannelTrouble trouble) {
            failed(letter, String.valueOf(trouble.getMessage()));
        } catch (RuntimeException failure) {
            LOG.warn("What came in as number {} on {} could not be taken", number, letter.channel(), failure);
            failed(letter, failure.getClass().getSimpleName());
        }
    }

    private void failed(ClaimedLetter letter, String why) {
        var number = letter.received().number();
        if (letter.attempts() >= TRIES) {
            ended(number, "FAILED", why);
        } else {
            var due = wall.instant().plus(Duration.ofSeconds(1L << (2 * Math.min(letter.attempts() - 1, 5))));
            work.whole(() -> {
                store.later(number, due, why);
                return true;
            });
        }
    }

    private void ended(long number, String state, String why) {
        work.whole(() -> {
            store.ended(number, state, why);
            return true;
        });
    }

    private void keep(ChannelAdapter adapter, ChannelAccount account, ClaimedLetter letter, Said said) {
        var id = work.whole(() -> conversation(account, letter, said));
        // Files are read and made harmless outside of the transaction; those that are not used are forgotten after a day.
        var ready = said.pieces().stream().flatMap(piece -> ready(id, piece).stream()).toList();
        work.whole(() -> {
            conversations.lock(List.of(id));
            if (store.lock(letter.received().number())) {
                write(adapter, account, letter, id, ready);
            }
            return true;
        });
    }

    private UUID conversation(ChannelAccount account, ClaimedLetter letter, Said said) {
        var known = said.conversation();
        if (known != null && conversations.find(known)
                .filter(found -> found.channel() == letter.channel() && found.account().equals(account.key()))
                .isPresent()) {
            return known;
        }
        var identity = customers.identify(said.who(), said.name()).identity();
        return conversations.open(identity, letter.channel(), account.key(), account.unitPath());
    }

    private List<Ready> ready(UUID conversation, Piece piece) {
        return switch (piece) {
            case Piece.Words(var text) -> words(EntryKind.TEXT, text);
            case Piece.Remark(var text) -> words(EntryKind.NOTE, text);
            case Piece.File(var name, var content) -> file(conversation, name, content);
        };
    }

    private List<Ready> file(UUID conversation, String name, Content content) {
        try {
            var taken = files.add(conversation, name, content);
            return List.of(new Ready(taken.picture() ? EntryKind.IMAGE : EntryKind.FILE, taken.name(), taken.id()));
        } catch (Refusal refused) {
            return words(EntryKind.TEXT, "[发来一个文件，未能接收：%s]".formatted(clean(name)));
        }
    }

    private static List<Ready> words(EntryKind kind, String text) {
        var clean = clean(text);
        var pieces = new ArrayList<Ready>();
        for (int from = 0; from < clean.length();) {
            int to = Math.min(clean.length(), from + LONGEST);
            if (to < clean.length() && Character.isHighSurrogate(clean.charAt(to - 1))) {
                to--;
            }
            pieces.add(new Ready(kind, clean.substring(from, to), null));
            from = to;
        }
        return pieces;
    }

    /** The database holds no zero character, and no page shows the other control characters. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    private void write(ChannelAdapter adapter, ChannelAccount account, ClaimedLetter letter, UUID id,
            List<Ready> ready) {
        var conversation = conversations.find(id).orElseThrow();
        var seqs = new ArrayList<Long>();
        if (ready.size() == 1 && satisfaction.answered(conversation, ready.getFirst().text(), wall.instant())) {
            store.kept(letter.received().number(), id);
            return;
        }
        var entries = new ArrayList<NewEntry>();
        for (int i = 0; i < ready.size(); i++) {
            var each = ready.get(i);
            boolean remark = each.kind() == EntryKind.NOTE;
            entries.add(new NewEntry(id, remark ? Author.SYSTEM : Author.CUSTOMER,
                    remark ? null : conversation.identity(), "", each.kind(), each.text(), each.file(),
                    "in-%d-%d".formatted(letter.received().number(), i)));
        }
        var written = conversations.writeNow(entries);
        files.use(id, written.stream().map(Entry::file).filter(java.util.Objects::nonNull).toList());
        written.forEach(entry -> seqs.add(entry.seq()));
        adapter.kept(account, letter.received(), conversation, seqs);
        store.kept(letter.received().number(), id);
    }
}
