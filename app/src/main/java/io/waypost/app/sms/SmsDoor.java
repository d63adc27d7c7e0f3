package io.waypost.app.sms;

import io.waypost.app.channel.ChannelAccount;
import io.waypost.app.channel.ChannelAccounts;
import io.waypost.app.channel.ChannelInbox;
import io.waypost.app.channel.ChannelInbox.Letter;
import io.waypost.app.channel.Content;
import io.waypost.app.outbox.SmsReceived;
import io.waypost.core.contact.ContactChannel;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes short messages that come in to a number of ours, in the transaction that keeps them. */
@Component
class SmsDoor {

    private final ChannelAccounts accounts;
    private final ChannelInbox inbox;
    private final JsonMapper json;

    SmsDoor(ChannelAccounts accounts, ChannelInbox inbox, JsonMapper json) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.json = json;
    }

    @EventListener
    void received(SmsReceived message) {
        account(message.to()).ifPresent(account -> inbox.take(account, new Letter(message.id().toString(),
                message.from(), Content.of(json.writeValueAsBytes(
                        Map.of("from", message.from(), "to", message.to(), "text", message.text()))))));
    }

    /** Extensions are appended to a number: the longest that it begins with is meant. */
    private Optional<ChannelAccount> account(String to) {
        return accounts.active(ContactChannel.SMS).stream()
                .filter(account -> to.startsWith(account.setting(SmsAdapter.NUMBER)))
                .max(Comparator.comparingInt(account -> account.setting(SmsAdapter.NUMBER).length()));
    }
}
