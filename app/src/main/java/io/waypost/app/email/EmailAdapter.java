package io.waypost.app.email;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAdapter;
import io.waypost.app.channel.ChannelField;
import io.waypost.app.channel.ChannelLimits;
import io.waypost.app.channel.Incoming;
import io.waypost.app.channel.Outgoing;
import io.waypost.app.channel.Received;
import io.waypost.app.channel.SendResult;
import io.waypost.app.conversation.Conversation;
import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** E-mail as a channel: put together of those who do its parts. */
@Component
class EmailAdapter implements ChannelAdapter {

    /** Servers that know no sender yet refuse the first time, and mean some minutes. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8));
    private static final int MOST_BYTES = 60_000;

    private final EmailReading reading;
    private final EmailSending sending;
    private final EmailTrial trial;
    private final MailboxWatchers watchers;
    private final MailboxStore store;
    private final EmailWork work;

    EmailAdapter(EmailReading reading, EmailSending sending, EmailTrial trial, MailboxWatchers watchers,
            MailboxStore store, EmailWork work) {
        this.reading = reading;
        this.sending = sending;
        this.trial = trial;
        this.watchers = watchers;
        this.store = store;
        this.work = work;
    }

    @Override
    public ContactChannel channel() {
        return ContactChannel.EMAIL;
    }

    @Override
    public List<ChannelField> fields() {
        return Mailbox.fields();
    }

    @Override
    public Incoming read(ChannelAccount account, Received received) {
        return reading.read(account, received);
    }

    @Override
    public void kept(ChannelAccount account, Received received, Conversation conversation, List<Long> seqs) {
        reading.kept(account, received, conversation, seqs);
    }

    @Override
    public List<String> parts(ChannelAccount account, Outgoing message) {
        return List.of(message.text());
    }

    @Override
    public SendResult send(ChannelAccount account, Outgoing message, String part) {
        return sending.send(account, message);
    }

    @Override
    public ChannelLimits limits(ChannelAccount account, Conversation conversation) {
        return new ChannelLimits(null, null, MOST_BYTES, true, null);
    }

    @Override
    public String satisfactionQuestion() {
        return "本次服务已结束。您对服务满意吗？请直接回复本邮件，写一个数字 1 到 5（5 为非常满意）。";
    }

    @Override
    public Optional<String> tryOut(ChannelAccount account) {
        return trial.words(Mailbox.of(account));
    }

    @Override
    public Optional<String> trouble(ChannelAccount account) {
        return account.active() ? work.whole(() -> store.trouble(account.key())) : Optional.empty();
    }

    @Override
    public Optional<Duration> again(int attempts) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
    }

    @Override
    public void changed() {
        watchers.changed();
    }
}
