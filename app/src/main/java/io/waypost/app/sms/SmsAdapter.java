package io.waypost.app.sms;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAdapter;
import io.waypost.app.channel.ChannelField;
import io.waypost.app.channel.ChannelLimits;
import io.waypost.app.channel.ChannelTrouble;
import io.waypost.app.channel.Incoming;
import io.waypost.app.channel.Incoming.Nothing;
import io.waypost.app.channel.Incoming.Piece;
import io.waypost.app.channel.Incoming.Said;
import io.waypost.app.channel.Outgoing;
import io.waypost.app.channel.Received;
import io.waypost.app.channel.SendResult;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.outbox.Outbox;
import io.waypost.app.outbox.OutgoingMessage;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.OptOut;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Numbers of ours to which people answer. */
@Component
class SmsAdapter implements ChannelAdapter {

    static final String NUMBER = "number";
    static final String SUBJECT = "CONVERSATION";
    private static final String SIGNATURE = "signature";
    /** Some eight messages of a carrier: whoever has more to say should call. */
    private static final int MOST_BYTES = 1500;

    private final Outbox outbox;
    private final SmsOutcomes outcomes;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    SmsAdapter(Outbox outbox, SmsOutcomes outcomes, JsonMapper json, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.outcomes = outcomes;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public ContactChannel channel() {
        return ContactChannel.SMS;
    }

    @Override
    public List<ChannelField> fields() {
        return List.of(ChannelField.needed(NUMBER, "[0-9]{3,20}", "10690001234"),
                ChannelField.needed(SIGNATURE, "[^【】]{2,20}", "驿路速运"));
    }

    @Override
    public Incoming read(ChannelAccount account, Received received) throws ChannelTrouble {
        try {
            var message = json.readTree(received.raw().bytes());
            var text = message.path("text").asString("");
            if (OptOut.read(text) != OptOut.Wish.NONE) {
                return new Nothing("opt-out");
            }
            var phone = PersonalData.phoneDigits(message.path("from").asString(""));
            // A phone is the same customer's whichever number of ours they wrote to.
            return new Said(new NewIdentity(IdentityKind.PHONE, "", phone,
                    Objects.requireNonNull(Masked.phone(phone))), null, null, List.of(new Piece.Words(text)));
        } catch (JacksonException unreadable) {
            throw new ChannelTrouble("UNREADABLE", unreadable);
        }
    }

    @Override
    public List<String> parts(ChannelAccount account, Outgoing message) {
        boolean said = message.entry().kind() == EntryKind.TEXT || message.entry().kind() == EntryKind.EVENT;
        return said
                ? List.of("【%s】%s".formatted(account.setting(SIGNATURE), message.text()))
                : List.of();
    }

    @Override
    public SendResult send(ChannelAccount account, Outgoing message, String part) {
        var id = "%s:%d".formatted(message.conversation().id(), message.entry().seq());
        transaction.executeWithoutResult(_ -> outbox.add(OutgoingMessage
                .sms("sms-chat " + id, MessageClass.SERVICE, message.to(), part).about(SUBJECT, id)));
        return new SendResult.Sent(id);
    }

    @Override
    public void settled(ChannelAccount account, String extId) {
        outcomes.settled(account, extId);
    }

    @Override
    public ChannelLimits limits(ChannelAccount account, Conversation conversation) {
        return new ChannelLimits(null, null, MOST_BYTES, false, null);
    }

    @Override
    public Optional<String> tryOut(ChannelAccount account) {
        // The outbox has the link to the carrier, and its page says how that does.
        return Optional.empty();
    }
}
