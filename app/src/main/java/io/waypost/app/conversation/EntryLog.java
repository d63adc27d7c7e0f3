package io.waypost.app.conversation;

import io.waypost.app.conversation.ConversationStore.Growth;
import io.waypost.core.contact.Author;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Adds entries inside the running transaction: gives them their numbers, keeps what was sent twice once, and lets the features act on what
 * is new. Conversations are locked before whatever those features lock, in the order of their ids, so that nobody waits for each other.
 */
@Component
class EntryLog {

    private final ConversationStore conversations;
    private final EntryStore entries;
    private final ObjectProvider<GrowthWatcher> watchers;
    private final Clock wall;

    EntryLog(ConversationStore conversations, EntryStore entries, ObjectProvider<GrowthWatcher> watchers,
            @Qualifier("wallClock") Clock wall) {
        this.conversations = conversations;
        this.entries = entries;
        this.watchers = watchers;
        this.wall = wall;
    }

    /** A sender's number in its conversation. */
    private record SenderNumber(UUID conversation, String cid) {}

    /** What one batch does. */
    private static final class Batch {

        private final Map<UUID, Long> last;
        private final Map<SenderNumber, Entry> known = new HashMap<>();
        private final List<Entry> fresh = new ArrayList<>();
        private final Map<UUID, Growth> growths = new LinkedHashMap<>();

        Batch(Map<UUID, Long> last) {
            this.last = last;
        }

        /** The answer to one entry; null where there is no such conversation. */
        @Nullable
        Written add(NewEntry asked, Instant now) {
            var number = asked.cid() == null ? null : new SenderNumber(asked.conversation(), asked.cid());
            var before = number == null ? null : known.get(number);
            if (before != null) {
                return new Written(before, true);
            }
            var last = this.last.get(asked.conversation());
            if (last == null) {
                return null;
            }
            var entry = new Entry(asked.conversation(), last + 1, asked.author(), asked.authorId(), asked.authorName(),
                    asked.kind(), asked.text(), asked.file(), asked.cid(), now);
            this.last.put(entry.conversation(), entry.seq());
            fresh.add(entry);
            growths.merge(entry.conversation(), growth(entry), Batch::together);
            if (number != null) {
                known.put(number, entry);
            }
            return new Written(entry, false);
        }

        private static Growth growth(Entry entry) {
            var shown = entry.kind().forCustomers() && entry.author() != Author.SYSTEM;
            return new Growth(entry.conversation(), entry.seq(), entry.author() == Author.CUSTOMER ? entry.seq() : 0,
                    entry.author() == Author.AGENT ? entry.seq() : 0, shown ? preview(entry) : null,
                    shown ? entry.author().name() : null, entry.at());
        }

        private static Growth together(Growth one, Growth next) {
            return new Growth(one.conversation(), next.last(), Math.max(one.readByCustomer(), next.readByCustomer()),
                    Math.max(one.readByAgent(), next.readByAgent()), next.text() == null ? one.text() : next.text(),
                    next.author() == null ? one.author() : next.author(), next.text() == null ? one.at() : next.at());
        }

        private static String preview(Entry entry) {
            var text = entry.text().strip();
            return text.codePointCount(0, text.length()) <= 80
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, 80)) + "…";
        }
    }

    /** Adds them; the answers in the same order, null for those whose conversation there is not. */
    List<@Nullable Written> add(List<NewEntry> asked) {
        var ids = new TreeSet<UUID>(Comparator.naturalOrder());
        asked.forEach(entry -> ids.add(entry.conversation()));
        var batch = new Batch(conversations.lock(ids));
        var numbered = asked.stream().filter(entry -> entry.cid() != null).toList();
        if (!numbered.isEmpty()) {
            entries.written(numbered).forEach(entry -> batch.known
                    .put(new SenderNumber(entry.conversation(), Objects.requireNonNull(entry.cid())), entry));
        }
        var now = wall.instant().truncatedTo(ChronoUnit.MICROS);
        var answers = new ArrayList<@Nullable Written>();
        asked.forEach(entry -> answers.add(batch.add(entry, now)));
        if (!batch.fresh.isEmpty()) {
            entries.add(batch.fresh);
            conversations.grow(batch.growths.values());
            var added = List.copyOf(batch.fresh);
            watchers.orderedStream().forEach(watcher -> watcher.grown(added));
        }
        return answers;
    }
}
