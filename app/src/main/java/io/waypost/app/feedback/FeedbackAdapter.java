package io.waypost.app.feedback;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAdapter;
import io.waypost.app.channel.ChannelField;
import io.waypost.app.channel.ChannelLimits;
import io.waypost.app.channel.ChannelTrouble;
import io.waypost.app.channel.Incoming;
import io.waypost.app.channel.Incoming.Piece;
import io.waypost.app.channel.Incoming.Said;
import io.waypost.app.channel.Outgoing;
import io.waypost.app.channel.Received;
import io.waypost.app.channel.SendResult;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources of feedback: our app, an app store, a social medium. */
@Component
class FeedbackAdapter implements ChannelAdapter {

    static final String SECRET = "secret";
    private static final String SOURCE = "source";
    private static final int MOST_BYTES = 3000;
    /** As how much of the sender's name a list shows. */
    private static final int LABEL = 8;

    private final FeedbackStore store;
    private final JsonMapper json;

    FeedbackAdapter(FeedbackStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public ContactChannel channel() {
        return ContactChannel.FEEDBACK;
    }

    @Override
    public List<ChannelField> fields() {
        return List.of(ChannelField.needed(SOURCE, ".{1,30}", "应用商店"),
                ChannelField.secret(SECRET, "[!-~]{16,100}", "a random text of 32 letters"));
    }

    @Override
    public Incoming read(ChannelAccount account, Received received) throws ChannelTrouble {
        try {
            var said = json.readTree(received.raw().bytes());
            var author = said.path("author").path("id").asString("");
            var name = said.path("author").path("name").asString("");
            var pieces = new ArrayList<Piece>();
            pieces.add(new Piece.Words(words(said)));
            var link = said.path("link").asString("");
            pieces.add(new Piece.Remark("来自%s%s".formatted(account.setting(SOURCE), link.isEmpty() ? "" : " " + link)));
            var label = name.isEmpty() ? author : name;
            return new Said(new NewIdentity(IdentityKind.APP, "feedback." + account.key(), author,
                    label.substring(0, Math.min(LABEL, label.length()))), name.isEmpty() ? null : name, null, pieces);
        } catch (JacksonException unreadable) {
            throw new ChannelTrouble("UNREADABLE", unreadable);
        }
    }

    private static String words(JsonNode said) {
        int rating = said.path("rating").asInt(0);
        return (rating == 0 ? "" : "[%d 星] ".formatted(rating)) + said.path("text").asString("");
    }

    @Override
    public void kept(ChannelAccount account, Received received, Conversation conversation, List<Long> seqs) {
        store.newest(conversation.id(), received.extId());
    }

    @Override
    public List<String> parts(ChannelAccount account, Outgoing message) {
        return message.entry().kind() == EntryKind.TEXT ? List.of(message.text()) : List.of();
    }

    /** The source fetches it; until then it has left us. */
    @Override
    public SendResult send(ChannelAccount account, Outgoing message, String part) {
        var id = "%s:%d".formatted(message.conversation().id(), message.entry().seq());
        store.add(account.key(), id, message.conversation().id(), part, message.entry().authorName());
        return new SendResult.Sent(id);
    }

    @Override
    public ChannelLimits limits(ChannelAccount account, Conversation conversation) {
        return new ChannelLimits(null, null, MOST_BYTES, false, null);
    }

    @Override
    public @Nullable String satisfactionQuestion() {
        return null;
    }

    @Override
    public Optional<String> tryOut(ChannelAccount account) {
        return Optional.empty();
    }
}
