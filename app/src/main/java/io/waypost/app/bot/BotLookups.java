package io.waypost.app.bot;

import io.waypost.app.claim.CustomerClaims;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.Tickets;
import io.waypost.app.ticket.Tickets.NewMatter;
import io.waypost.app.tracking.CustomerParcels;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Event.Found;
import io.waypost.core.dialogue.Query;
import io.waypost.core.scan.Codes;
import io.waypost.core.sop.TicketKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out and does what a dialogue asks for, by the same interfaces as people use. Joins the running transaction. */
@Component
class BotLookups {

    private static final int OWN = 5;
    private static final int REACHED = 200;
    private static final int CASES = 3;
    /** Kinds of cases after which there is something to be paid for. */
    private static final Set<String> CLAIMABLE = Set.of("DAMAGE", "LOSS", "SHORTAGE", "CLAIM");
    private static final Logger LOG = LoggerFactory.getLogger(BotLookups.class);

    private final CustomerParcels shown;
    private final Parcels parcels;
    private final Customers customers;
    private final Tickets tickets;
    private final BotAnswers answers;
    private final BotMind mind;
    private final BotSessionStore sessions;
    private final BotWords words;
    private final BotQuotes quotes;
    private final CustomerClaims claims;
    private final BotSentences sentences;
    private final TransactionTemplate nested;

    BotLookups(CustomerParcels shown, Parcels parcels, Customers customers, Tickets tickets, BotAnswers answers,
            BotMind mind, BotSessionStore sessions, BotWords words, BotQuotes quotes,
            CustomerClaims claims, BotSentences sentences, PlatformTransactionManager transactions) {
        this.shown = shown;
        this.parcels = parcels;
        this.customers = customers;
        this.tickets = tickets;
        this.answers = answers;
        this.mind = mind;
        this.sessions = sessions;
        this.words = words;
        this.quotes = quotes;
        this.claims = claims;
        this.sentences = sentences;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Event find(BotSession session, Query query) {
        return switch (query) {
            case Query.LookUp(var waybill, var digits) -> lookUp(session, waybill, digits);
            case Query.OwnParcels _ -> own(session);
            case Query.OpenCase open -> open(session, open);
            case Query.Cases(var waybill) -> progress(waybill);
            case Query.Find(var question) -> answers.find(session, question);
            case Query.Read(var article) -> answers.read(session, article);
            case Query.Reread(var words) -> new Event.Reread(mind.understand(words));
            case Query.Quote(var sending) -> quotes.price(sending);
            case Query.Transit(var from, var to) -> quotes.time(from, to);
            case Query.Served(var division) -> quotes.served(division);
            case Query.Outlets(var division) -> quotes.outlets(division);
            case Query.Advise(var words, var value) ->
                quotes.advice(words, value, phones(session).findFirst().orElse(null), session.unitPath());
        };
    }

    /** Claims first: who asks about money wants to hear of the money. */
    private Event progress(String waybill) {
        return new Event.Progress(Stream.concat(
                Acting.as(Actor.Internal.FOR_CUSTOMER, () -> claims.of(waybill)).stream().limit(CASES)
                        .map(sentences::claim),
                tickets.casesOf(waybill).stream().limit(CASES).map(words::progress)).toList());
    }

    /** What of a query may be kept in the replay: no digits of phones, no words of the customer. */
    static @Nullable String detail(Query query) {
        return switch (query) {
            case Query.LookUp(var waybill, _) -> waybill;
            case Query.OwnParcels _ -> null;
            case Query.OpenCase open -> open.kind() + " " + open.waybill();
            case Query.Cases(var waybill) -> waybill;
            case Query.Find _ -> null;
            case Query.Read(var article) -> article;
            case Query.Reread _,Query.Advise _ -> null;
            case Query.Quote(var sending) -> Stream.of(sending.from(), sending.to(), sending.grams())
                    .filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
            case Query.Transit(var from, var to) -> from + " " + to;
            case Query.Served(var division) -> division;
            case Query.Outlets(var division) -> division;
        };
    }

    /**
     * A parcel is shown to whoever it concerns. To others it is not even said whether there is one; each try is counted, by whom and of what, as
     * on the tracking page.
     */
    private Event lookUp(BotSession session, String asked, @Nullable String digits) {
        var waybill = Codes.waybill(asked);
        if (waybill == null) {
            return new Event.Parcel(Found.UNKNOWN, asked, Map.of());
        }
        if (!provenBefore(session, waybill) && !ofTheirs(session, waybill)) {
            if (digits == null) {
                return new Event.Parcel(Found.UNPROVEN, waybill, Map.of());
            }
            try {
                if (!shown.proves("bot-" + session.conversation(), waybill, digits)) {
                    return new Event.Parcel(Found.WRONG_PROOF, waybill, Map.of());
                }
            } catch (Refusal tooMany) {
                LOG.info("Too many wrong proofs of one parcel in {}", session.conversation());
                return new Event.Parcel(Found.TOO_MANY, waybill, Map.of());
            }
        }
        return shown.show(waybill)
                .<Event>map(parcel -> new Event.Parcel(Found.PROVEN, waybill, words.parcel(parcel)))
                .orElseGet(() -> new Event.Parcel(Found.UNKNOWN, waybill, Map.of()));
    }

    private static boolean provenBefore(BotSession session, String waybill) {
        return session.state().proven() && waybill.equals(session.state().waybill());
    }

    private boolean ofTheirs(BotSession session, String waybill) {
        return phones(session).anyMatch(phone -> parcels.ofPhone(phone, REACHED).contains(waybill));
    }

    private Event own(BotSession session) {
        var found = phones(session).flatMap(phone -> parcels.ofPhone(phone, OWN).stream()).distinct().limit(OWN)
                .map(shown::show).flatMap(java.util.Optional::stream).toList();
        return new Event.Parcels(found.stream().map(CustomerParcels.Shown::waybill).toList(),
                found.stream().map(words::line).toList());
    }

    /** The phones by which the customer is known, in clear; never to be kept or shown. */
    private Stream<String> phones(BotSession session) {
        return customers.find(session.customer()).stream().flatMap(customer -> customer.identities().stream())
                .filter(identity -> identity.kind() == IdentityKind.PHONE)
                .map(identity -> customers.address(identity.id()));
    }

    private Event open(BotSession session, Query.OpenCase open) {
        try {
            return Objects.requireNonNull(nested.execute(_ -> opened(session, open)));
        } catch (Refusal refused) {
            LOG.info("The bot could not open a case of {}: {}", open.kind(), refused.code());
            return new Event.NotOpened(refused.code());
        }
    }

    private Event opened(BotSession session, Query.OpenCase open) {
        var contact = phones(session).findFirst().orElse(null);
        var opened = Acting.as(Actor.Internal.FOR_CUSTOMER, () -> tickets.open(
                new NewMatter(new TicketKind(open.kind()), open.waybill(), open.description(), false, null, contact)));
        sessions.opened(session.id(), opened.ticket().id());
        var facts = new HashMap<>(words.opened(opened.ticket()));
        if (CLAIMABLE.contains(open.kind())) {
            facts.put("claim", sentences.howToClaim());
        }
        return new Event.Opened(opened.joined(), facts);
    }
}
