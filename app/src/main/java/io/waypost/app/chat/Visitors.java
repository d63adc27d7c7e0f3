package io.waypost.app.chat;

import io.waypost.app.calendar.Calendars;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.calendar.Moment;
import io.waypost.core.contact.ContactChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Visitors of sites: a browser that comes for the first time gets an identity and a conversation, one that comes again finds its own. */
@Service
class Visitors {

    private final ChatSites sites;
    private final ChatToken tokens;
    private final Customers customers;
    private final Conversations conversations;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final Clock wall;

    Visitors(ChatSites sites, ChatToken tokens, Customers customers, Conversations conversations, Calendars calendars,
            TransactionTemplate transaction, @Qualifier("wallClock") Clock wall) {
        this.sites = sites;
        this.tokens = tokens;
        this.customers = customers;
        this.conversations = conversations;
        this.calendars = calendars;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** A visitor who may open the socket, and whether anybody answers now. */
    record Welcomed(ChatToken.Given token, ChatSite site, boolean open, @Nullable Instant opens) {}

    Welcomed welcome(String key, @Nullable String before) {
        var site = sites.active(key)
                .orElseThrow(() -> Refusal.invalid("site", key, "UNKNOWN", "Use the key of a site that is in use."));
        var identity = Acting.as(new Actor.Internal("chat"),
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> {
                    var known = before == null
                            ? null
                            : tokens.known(before)
                                    .filter(id -> conversations.of(id).stream()
                                            .anyMatch(one -> one.account().equals(key)))
                                    .orElse(null);
                    return known == null ? fresh(site) : known;
                })));
        var now = wall.instant();
        var calendar = calendars.book().calendar(calendars.ofUnit(site.unitCode(), now));
        var opens = calendar.nextWorking(now) instanceof Moment.At(var at) ? at : now;
        return new Welcomed(tokens.visitor(identity), site, !opens.isAfter(now),
                opens.isAfter(now) ? opens : null);
    }

    private UUID fresh(ChatSite site) {
        var value = UUID.randomUUID().toString();
        var identified = customers.identify(
                new NewIdentity(IdentityKind.VISITOR, site.key(), value, "访客 " + value.substring(0, 4)), null);
        conversations.open(identified.identity(), ContactChannel.CHAT, site.key(), site.unitPath());
        return identified.identity();
    }
}
