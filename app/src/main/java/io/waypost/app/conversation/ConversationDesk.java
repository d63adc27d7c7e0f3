package io.waypost.app.conversation;

import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.ContactChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The conversations behind their interface. */
@Service
class ConversationDesk implements Conversations {

    private final ConversationStore conversations;
    private final EntryStore entries;
    private final EntryLog log;
    private final EntryWriter writer;
    private final ConversationFeed feed;
    private final Clock wall;

    ConversationDesk(ConversationStore conversations, EntryStore entries, EntryLog log, EntryWriter writer,
            ConversationFeed feed, @Qualifier("wallClock") Clock wall) {
        this.conversations = conversations;
        this.entries = entries;
        this.log = log;
        this.writer = writer;
        this.feed = feed;
        this.wall = wall;
    }

    @Override
    @Transactional
    public UUID open(UUID identity, ContactChannel channel, String account, String unitPath) {
        var now = wall.instant();
        return conversations.open(Ids.next(now), identity, channel, account, unitPath, now);
    }

    @Override
    public CompletionStage<Written> write(NewEntry entry) {
        return writer.write(entry);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> writeNow(List<NewEntry> asked) {
        var fresh = new ArrayList<Entry>();
        for (var written : log.add(asked)) {
            if (written != null && !written.again()) {
                fresh.add(written.entry());
            }
        }
        afterCommit(() -> feed.grown(fresh));
        return fresh;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> entries(UUID conversation, long after, int most) {
        return entries.after(conversation, after, most);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> at(List<UUID> conversations, List<Long> seqs) {
        return entries.at(conversations, seqs);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Conversation> find(UUID conversation) {
        return conversations.find(conversation);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Conversation> all(Collection<UUID> ids) {
        return conversations.all(ids);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Conversation> of(UUID identity) {
        return conversations.of(identity);
    }

    @Override
    @Transactional
    public Conversation read(UUID conversation, Reader reader, long seq) {
        if (conversations.read(conversation, reader, seq)) {
            afterCommit(() -> feed.changed(conversation));
        }
        return conversations.find(conversation)
                .orElseThrow(() -> Refusal.notFound("conversation", conversation));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hand(UUID conversation, @Nullable String agentPath) {
        conversations.hand(conversation, agentPath);
        changed(conversation);
    }

    @Override
    public void typing(UUID conversation, Reader who, String name) {
        feed.typing(conversation, who, name);
    }

    @Override
    public void changed(UUID conversation) {
        afterCommit(() -> feed.changed(conversation));
    }

    @Override
    public void lock(Collection<UUID> ids) {
        conversations.lock(ids);
    }

    @Override
    public AutoCloseable listen(Collection<UUID> ids, ConversationListener listener) {
        return feed.listen(ids, listener);
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
