package io.waypost.chat.edge;

import io.waypost.chat.ChatHost;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.PostAnswer;
import io.waypost.chat.Posting;
import io.waypost.chat.SignIn;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The part of a host that lives in a node: what it is about to ask or to answer when the node dies is never asked or answered. */
final class MortalHost implements ChatHost {

    private final ChatHost host;
    private final Random random;
    private final int longestDelay;
    private volatile boolean isDead;

    MortalHost(ChatHost host, Random random, int longestDelay) {
        this.host = host;
        this.random = random;
        this.longestDelay = longestDelay;
    }

    void die() {
        isDead = true;
    }

    private <T> CompletionStage<T> mortal(Supplier<CompletionStage<T>> question) {
        var answer = new CompletableFuture<T>();
        CompletableFuture.delayedExecutor(random.nextInt(longestDelay + 1), TimeUnit.MILLISECONDS).execute(() -> {
            if (!isDead) {
                question.get().whenComplete((value, failure) -> {
                    if (isDead) {
                        return;
                    }
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<SignIn> signIn(String token, String device) {
        return mortal(() -> host.signIn(token, device));
    }

    @Override
    public CompletionStage<List<ConversationHead>> heads(ChatPrincipal who) {
        return mortal(() -> host.heads(who));
    }

    @Override
    public CompletionStage<PostAnswer> post(ChatPrincipal who, Posting posting) {
        return mortal(() -> host.post(who, posting));
    }

    @Override
    public CompletionStage<List<ChatItem>> items(ChatPrincipal who, UUID conversation, long after, int max) {
        return mortal(() -> host.items(who, conversation, after, max));
    }

    @Override
    public CompletionStage<ConversationHead> read(ChatPrincipal who, UUID conversation, long seq) {
        return mortal(() -> host.read(who, conversation, seq));
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
