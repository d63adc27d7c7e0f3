package io.waypost.chat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * What the edge needs of the platform. The edge calls from its event loops: every method returns at once and works elsewhere. Safe for use by
 * many threads; several edges may share one host, and several hosts one store.
 *
 * <p>An answer that fails with a {@link ChatRefusal} is told to the client as it is; any other failure is an outage: the client is told to try
 * again later, and the edge logs it.
 */
public interface ChatHost {

    /** Who holds this token. The device is the client's own name of itself, 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}. */
    CompletionStage<SignIn> signIn(String token, String device);

    /** All conversations that somebody should have before them: the open ones, and closed ones as far back as the host likes. */
    CompletionStage<List<ConversationHead>> heads(ChatPrincipal who);

    /**
     * Takes a posting; completes after the commit. The same {@code cid} of the same principal gets the same answer, also at the same time and
     * on other nodes. Postings of one principal to one conversation are committed in the order of the calls.
     */
    CompletionStage<PostAnswer> post(ChatPrincipal who, Posting posting);

    /**
     * The entries after {@code after}, in order, without gaps, at most {@code max}; fewer only where there are no more. Whatever was answered to
     * {@link #post} before is among them. Fails with a {@link ChatRefusal} where the conversation is not theirs.
     */
    CompletionStage<List<ChatItem>> items(ChatPrincipal who, UUID conversation, long after, int max);

    /** They have read up to this entry. Never goes back; answers with what is true then. Fails like {@link #items}. */
    CompletionStage<ConversationHead> read(ChatPrincipal who, UUID conversation, long seq);

    /** They are typing. May be lost; a conversation that is not theirs is passed over. */
    void typing(ChatPrincipal who, UUID conversation);

    /** Tells the listener what happens from now on, until it is closed. Closing twice does no harm. */
    AutoCloseable listen(ChatPrincipal who, ChatListener listener);
}
