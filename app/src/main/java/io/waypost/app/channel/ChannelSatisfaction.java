package io.waypost.app.channel;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.DeskTalks;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.SatisfactionAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The question after a contact, where customers answer it in words: the desk asks as a last entry, and a number that comes next is the
 * answer and no new contact.
 */
@Component
class ChannelSatisfaction {

    /** The last entry of a contact that an agent had. */
    static final String ASK = "{\"ask\":\"csat\"}";
    private static final Duration COUNTS = Duration.ofDays(2);

    private final Conversations conversations;
    private final DeskTalks desk;

    ChannelSatisfaction(Conversations conversations, DeskTalks desk) {
        this.conversations = conversations;
        this.desk = desk;
    }

    static boolean asks(Entry entry) {
        return entry.author() == Author.SYSTEM && entry.text().equals(ASK);
    }

    /** Whether those words answer the question; they are counted then. Joins the running transaction. */
    boolean answered(Conversation conversation, String text, Instant now) {
        var score = SatisfactionAnswer.read(text);
        if (score.isEmpty() || !asked(conversation, now)) {
            return false;
        }
        boolean first = desk.score(conversation.id(), score.getAsInt(), null);
        if (first) {
            conversations.writeNow(
                    List.of(NewEntry.event(conversation.id(), "客户评价：%d 分。".formatted(score.getAsInt()))));
        }
        return first;
    }

    private boolean asked(Conversation conversation, Instant now) {
        var standing = desk.standing(List.of(conversation.id())).get(conversation.id());
        if (standing == null || standing.state() != ContactState.CLOSED) {
            return false;
        }
        var last = conversations.entries(conversation.id(), conversation.last() - 1, 1);
        return last.size() == 1 && asks(last.getFirst()) && last.getFirst().at().plus(COUNTS).isAfter(now);
    }
}
