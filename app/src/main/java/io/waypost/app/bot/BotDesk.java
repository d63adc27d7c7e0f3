package io.waypost.app.bot;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.bot.BotReceptionStore.KeptReception;
import io.waypost.app.bot.BotSession.EndKind;
import io.waypost.app.bot.BotTurnStore.Heard;
import io.waypost.app.bot.BotTurnStore.KeptTurn;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Intent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see and set of the bot, within their reach. */
@Service
class BotDesk {

    private static final int REPLAYED = 500;
    /** Phones are not needed to see what the bot made of a message. */
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(1[3-9]\\d)[ -]?\\d{4}[ -]?(\\d{4})(?!\\d)");
    /** Where customers wait for an answer at once; who writes a mail does not talk with a machine. */
    private static final Set<ContactChannel> CHANNELS = Set.of(ContactChannel.CHAT, ContactChannel.WECHAT);

    private final BotReceptionStore store;
    private final BotReception reception;
    private final BotSessionStore sessions;
    private final BotTurnStore turns;
    private final BotMind mind;
    private final Conversations conversations;
    private final Network network;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock wall;

    BotDesk(BotReceptionStore store, BotReception reception, BotSessionStore sessions, BotTurnStore turns, BotMind mind,
            Conversations conversations, Network network, AuditTrail audit, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.reception = reception;
        this.sessions = sessions;
        this.turns = turns;
        this.mind = mind;
        this.conversations = conversations;
        this.network = network;
        this.audit = audit;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** Whether the bot receives on a desk's channel. */
    record BotReceptionView(String unit, String unitName, ContactChannel channel, boolean active, String by, Instant at,
            long version) {}

    /** A customer's turn to the bot; {@code matter} in plain words, null while it is not known. */
    record BotSessionView(UUID id, UUID conversation, ContactChannel channel, String unit, Instant openedAt,
            @Nullable Intent intent, @Nullable String matter, boolean helped, @Nullable Instant endedAt,
            @Nullable EndKind end, @Nullable Reason reason) {}

    /** A session entry by entry: what was written, and for the customer's entries what the bot heard and did. */
    record BotReplay(BotSessionView session, List<BotReplayLine> lines) {}

    /** One entry of it. */
    record BotReplayLine(long seq, Instant at, Author author, EntryKind kind, String text, @Nullable KeptTurn turn) {}

    /** What the bot understands; {@code degraded} where it works without its language model. */
    record BotTry(Heard heard, String outcome, boolean degraded) {}

    List<BotReceptionView> receptions() {
        return whole(() -> store.all().stream().map(kept -> {
            var code = code(kept.unitPath());
            return new BotReceptionView(code, network.ref(code).name(), kept.channel(), kept.active(), kept.by(),
                    kept.at(), kept.version());
        }).toList());
    }

    List<BotReceptionView> change(@Nullable String unit, ContactChannel channel, boolean active, long version) {
        if (!CHANNELS.contains(channel)) {
            throw Refusal.invalid("channel", channel, "NOT_RECEIVED", "The bot receives on CHAT and WECHAT.");
        }
        var reached = network.reached(unit);
        whole(() -> {
            var kept = new KeptReception(reached.path(), channel, active, Acting.current().name(),
                    wall.instant().truncatedTo(ChronoUnit.MICROS), version);
            // Two who want the same have both got it.
            if (store.all().stream().anyMatch(one -> one.unitPath().equals(reached.path())
                    && one.channel() == channel && one.active() == active)) {
                return true;
            }
            if (!store.keep(kept)) {
                throw Refusal.conflict("CHANGED", "Somebody has changed it meanwhile. Read it again.");
            }
            audit.record("CHANGE", "BOT_RECEPTION", channel.name(), reached.path(), Map.of("active", active));
            reception.changed();
            return true;
        });
        return receptions();
    }

    Page<BotSessionView> sessions(@Nullable EndKind end, @Nullable String cursor, int size) {
        var before = Cursor.read(cursor, 2);
        var at = before.isEmpty() ? null : Cursor.value(before.get(0), Instant::parse, cursor);
        var id = before.isEmpty() ? null : Cursor.value(before.get(1), UUID::fromString, cursor);
        var found = whole(() -> sessions.newest(end, at, id, size + 1));
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(shown.stream().map(BotDesk::view).toList(),
                found.size() > size ? Cursor.of(shown.getLast().openedAt(), shown.getLast().id()) : null,
                null);
    }

    BotReplay replay(UUID id) {
        return whole(() -> {
            var session = sessions.find(id).orElseThrow(() -> Refusal.notFound("session", id));
            var heard = turns.of(id).stream().collect(java.util.stream.Collectors.toMap(KeptTurn::seq, turn -> turn));
            var lines = conversations.entries(session.conversation(), session.firstSeq() - 1, REPLAYED).stream()
                    .filter(entry -> entry.seq() <= session.answeredSeq() || !entry.at().isAfter(until(session)))
                    .map(entry -> new BotReplayLine(entry.seq(), entry.at(), entry.author(), entry.kind(),
                            PHONE.matcher(entry.text()).replaceAll("$1****$2"),
                            heard.get(entry.seq())))
                    .toList();
            return new BotReplay(view(session), lines);
        });
    }

    BotTry tryOut(String text) {
        var words = mind.understand(text);
        var outcome = words.wantsPerson()
                ? "PERSON"
                : words.clear() ? "CLEAR" : words.between() ? "BETWEEN" : "UNCLEAR";
        return new BotTry(BotAnswering.heard(words, true), outcome, mind.degraded());
    }

    private static Instant until(BotSessionRow session) {
        return session.endedAt() == null ? Instant.MAX : session.endedAt();
    }

    private static BotSessionView view(BotSessionRow session) {
        var intent = session.intent();
        return new BotSessionView(session.id(), session.conversation(), session.channel(), code(session.unitPath()),
                session.openedAt(), intent, intent == null ? null : intent.chinese(), session.helped(),
                session.endedAt(), session.end(), session.reason());
    }

    private static String code(String unitPath) {
        return unitPath.substring(unitPath.lastIndexOf('/', unitPath.length() - 2) + 1, unitPath.length() - 1);
    }

    private <R> R whole(Supplier<R> work) {
        return Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get())));
    }
}
