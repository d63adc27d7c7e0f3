package io.waypost.chat.edge;

import io.waypost.chat.ChatHost;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.MemoryHost;
import io.waypost.chat.PostAnswer;
import io.waypost.chat.Posting;
import io.waypost.chat.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A host that breaks one promise, to see that a storm finds it. */
final class BrokenHost implements ChatHost {

    enum Fault {
        /** Says that it is written before it is; the node may die in between. */
        ACKNOWLEDGES_TOO_EARLY,
        /** Does not know a number again. */
        FORGETS_NUMBERS,
        /** Leaves one out where somebody resumes. */
        RESUMES_ONE_TOO_LATE
    }

    private final Fault fault;
    private final MemoryHost memory;
    private final ChatHost host;

    BrokenHost(Fault fault, MemoryHost memory, ChatHost host) {
        this.fault = fault;
        this.memory = memory;
        this.host = host;
    }

    @Override
    public CompletionStage<PostAnswer> post(ChatPrincipal who, Posting posting) {
        return switch (fault) {
            case ACKNOWLEDGES_TOO_EARLY -> {
                var conversation = posting.conversation();
                if (conversation == null) {
                    yield host.post(who, posting);
                }
                var next = memory.committed(Objects.requireNonNull(conversation)).size() + 1;
                host.post(who, posting);
                yield CompletableFuture.completedFuture(new PostAnswer.Accepted(conversation, next, Instant.EPOCH));
            }
            case FORGETS_NUMBERS -> host.post(who, new Posting(UUID.randomUUID().toString(), posting.conversation(),
                    posting.kind(), posting.text(), posting.file()));
            case RESUMES_ONE_TOO_LATE -> host.post(who, posting);
        };
    }

    @Override
    public CompletionStage<List<ChatItem>> items(ChatPrincipal who, UUID conversation, long after, int max) {
        return host.items(who, conversation, fault == Fault.RESUMES_ONE_TOO_LATE && after > 0 ? after + 1 : after, max);
    }

    @Override
    public CompletionStage<SignIn> signIn(String token, String device) {
        return host.signIn(token, device);
    }

    @Override
    public CompletionStage<List<ConversationHead>> heads(ChatPrincipal who) {
        return host.heads(who);
    }

    @Override
    public CompletionStage<ConversationHead> read(ChatPrincipal who, UUID conversation, long seq) {
        return host.read(who, conversation, seq);
    }

    @Override
    public void typing(ChatPrincipal who, UUID conversation) {
        host.typing(who, conversation);
    }

    @Override
    public AutoCloseable listen(ChatPrincipal who, ChatListener listener) {
        return host.listen(who, listener);
    }
}
