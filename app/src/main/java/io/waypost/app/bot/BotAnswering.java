package io.waypost.app.bot;

import io.waypost.app.bot.BotSession.EndKind;
import io.waypost.app.bot.BotTurnStore.Did;
import io.waypost.app.bot.BotTurnStore.Heard;
import io.waypost.app.bot.BotTurnStore.HeardGuess;
import io.waypost.app.bot.BotTurnStore.KeptTurn;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.dialogue.Dialogue;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.End;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Query;
import io.waypost.core.dialogue.Turn;
import io.waypost.core.dialogue.Understanding;
import io.waypost.core.place.Division;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers what customers wrote to the bot. One entry is one transaction: what was looked up, done, said and kept, or none of it; so nothing is
 * said or done twice, whatever crashes. Rows are locked in the order of everybody who writes into conversations: the conversation first.
 */
@Service
class BotAnswering {

    private static final Actor BOT = new Actor.Internal("bot");
    private static final String NAME = "智能客服";
    private static final int DEEPEST = 8;
    private static final int READ = 50;
    private static final int GUESSES = 3;

    private final BotSessionStore sessions;
    private final BotTurnStore turns;
    private final BotMind mind;
    private final BotLookups lookups;
    private final BotSentences sentences;
    private final HandOverNote notes;
    private final Examples examples;
    private final Conversations conversations;
    private final DeskTalks desk;
    private final TransactionTemplate transaction;
    private final Clock wall;

    BotAnswering(BotSessionStore sessions, BotTurnStore turns, BotMind mind, BotLookups lookups, BotSentences sentences,
            HandOverNote notes, Examples examples, Conversations conversations, DeskTalks desk,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.sessions = sessions;
        this.turns = turns;
        this.mind = mind;
        this.lookups = lookups;
        this.sentences = sentences;
        this.notes = notes;
        this.examples = examples;
        this.conversations = conversations;
        this.desk = desk;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** Answers the next entry of a conversation; false where nothing is left to be answered. */
    boolean answerOne(UUID conversation) {
        return whole(() -> {
            conversations.lock(List.of(conversation));
            var session = sessions.lockOpen(conversation).filter(each -> each.askedSeq() > each.answeredSeq());
            if (session.isEmpty()) {
                return false;
            }
            answer(session.get());
            return true;
        });
    }

    /** A person goes on because the bot failed; nothing happens where no session is open. */
    void fail(UUID conversation) {
        whole(() -> {
            conversations.lock(List.of(conversation));
            return sessions.lockOpen(conversation).map(session -> {
                sessions.answered(handOver(session, session.state(), Reason.FAILED, session.askedSeq()));
                return true;
            }).orElse(false);
        });
    }

    /** Conversations in which the customer has waited since before that instant. */
    List<UUID> waiting(Instant before) {
        return whole(() -> sessions.waiting(before));
    }

    /** Ends the sessions of customers who have said nothing since then. */
    void endQuiet(Instant since) {
        whole(() -> sessions.endQuiet(since, now()));
    }

    private void answer(BotSession session) {
        var entry = conversations.entries(session.conversation(), session.answeredSeq(), READ).stream()
                .filter(each -> each.author() == Author.CUSTOMER && each.kind() != EntryKind.NOTE).findFirst();
        if (entry.isEmpty() || entry.get().seq() > session.askedSeq()) {
            sessions.answered(session.answered(session.state(), session.askedSeq()));
            return;
        }
        answer(session, entry.get());
    }

    private void answer(BotSession session, Entry entry) {
        boolean text = entry.kind() == EntryKind.TEXT;
        var words = mind.understand(text ? entry.text() : "");
        var did = new ArrayList<Did>();
        var said = new ArrayList<String>();
        Turn turn = Dialogue.step(session.state(), text ? new Event.Said(words) : new Event.Sent());
        var matter = session.intent();
        for (int deep = 0; deep < DEEPEST; deep++) {
            // What was settled at once is a matter too, though the dialogue is free of it again.
            var about = turn.state().matter();
            matter = about == null ? matter : about;
            for (var reply : turn.replies()) {
                said.add(sentences.of(reply));
                did.add(new Did(reply.say().name(), reply.values().get("number")));
            }
            var query = turn.query();
            if (query == null) {
                break;
            }
            did.add(new Did(query.getClass().getSimpleName(), BotLookups.detail(query)));
            if (query instanceof Query.Reread(var before)) {
                examples.chosen(session, before, turn.state().matter());
            }
            turn = Dialogue.step(turn.state(), lookups.find(session, query));
        }
        var end = turn.end();
        if (end instanceof End.HandOver(var reason)) {
            did.add(new Did("HandOver", reason.name()));
            proposed(session, reason, text ? words : null);
        }
        turns.add(session.id(), new KeptTurn(entry.seq(), now(),
                heard(words, text && session.state().step() == DialogueState.Step.FREE), did));
        if (!said.isEmpty()) {
            conversations.writeNow(List.of(new NewEntry(session.conversation(), Author.BOT, null, NAME, EntryKind.TEXT,
                    String.join("\n\n", said), null, null)));
        }
        var known = session.about(matter);
        sessions.answered(end instanceof End.HandOver(var reason)
                ? handOver(known, turn.state(), reason, entry.seq())
                : end == null
                        ? known.answered(turn.state(), entry.seq())
                        : known.answered(turn.state(), entry.seq()).ended(EndKind.SOLVED, null, now()));
    }

    /** Only what was said freely, not what answered a question of the bot's: that is no message of its own, and somebody's address. */
    private void proposed(BotSession session, Reason reason, @Nullable Understanding words) {
        var before = session.state();
        var looked = before.question();
        if (reason == Reason.NO_ANSWER && before.step() == DialogueState.Step.ASKED_ANSWER && looked != null) {
            examples.notUnderstood(session, looked, null);
        } else if (words != null && before.step() == DialogueState.Step.FREE
                && (reason == Reason.NOT_UNDERSTOOD || reason == Reason.NO_ANSWER)) {
            examples.notUnderstood(session, words.text(), words.intent());
        }
    }

    private BotSession handOver(BotSession session, DialogueState state, Reason reason, long answered) {
        var standing = desk.receive(session.conversation(), new DeskTalks.HandOver(session.firstSeq(),
                notes.words(session), notes.note(session, state, reason), sessions.opened(session.id())));
        if (standing.state() != ContactState.PARKED) {
            conversations.writeNow(
                    List.of(NewEntry.automatic(session.conversation(), sentences.handedOver(standing.words()))));
        }
        return session.answered(state, answered).ended(EndKind.HANDED_OVER, reason, now());
    }

    static Heard heard(Understanding words, boolean free) {
        var slots = words.slots();
        return new Heard(words.guesses().stream().limit(GUESSES)
                .map(guess -> new HeardGuess(guess.intent().name(), Math.round(guess.probability() * 1000) / 1000.0))
                .toList(),
                Math.round(words.belonging() * 1000) / 1000.0, words.mood().name(), words.wantsPerson(),
                slots.waybills(), name(slots.from()), name(slots.to()), slots.weightGrams(), slots.moneyFen(), free);
    }

    private static @Nullable String name(@Nullable Division division) {
        return division == null ? null : division.name();
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <R> R whole(Supplier<R> work) {
        return Acting.as(BOT,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
