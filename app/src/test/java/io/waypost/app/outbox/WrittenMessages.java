package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** For tests of other features: what they have written into the outbox. */
public final class WrittenMessages {

    private final MessageStore store;
    private final Envelope envelope;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public WrittenMessages(ApplicationContext context) {
        this.store = context.getBean(MessageStore.class);
        this.envelope = context.getBean(Envelope.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    /** A message; the recipient is masked. */
    public record Seen(Channel channel, MessageClass kind, String to, @Nullable String title, String text,
            MessageState state) {}

    /** The messages about that thing, the newest first. */
    public List<Seen> about(String subjectKind, Object subjectId) {
        var all = Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> store.list(
                        new MessageStore.Filter(null, null, null, subjectKind, subjectId.toString()), null, 1000))));
        return all.stream()
                .map(each -> new Seen(each.channel(), each.kind(), each.to(), each.title(), each.text(), each.state()))
                .toList();
    }

    /** The files that go with the mails about that thing. */
    public List<Attached> files(String subjectKind, Object subjectId) {
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                "select body from outbox.message where channel = 'EMAIL' and subject_kind = :kind and subject_id = :id")
                .param("kind", subjectKind).param("id", subjectId.toString())
                .query((row, _) -> envelope.openBody(row.getBytes("body")).attached()).list().stream()
                .flatMap(Stream::ofNullable).toList())));
    }
}
