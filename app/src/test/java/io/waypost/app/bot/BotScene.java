package io.waypost.app.bot;

import static io.waypost.app.testing.Until.until;

import io.waypost.app.access.Fixture;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.parcel.Registry;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers who write to the bot, and their parcels. */
@Fixture
class BotScene {

    private static final Actor ALL = new Actor.Internal("test");
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000_000);

    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final BotSessionStore sessions;
    private final BotReception reception;
    private final BotReceptionStore receptions;
    private final Registry registry;
    private final ScanIntake intake;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    BotScene(Organisation organisation, Customers customers, Conversations conversations, BotSessionStore sessions,
            BotReception reception, BotReceptionStore receptions, Registry registry, ScanIntake intake,
            BusinessClock clock, TransactionTemplate transaction) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.sessions = sessions;
        this.reception = reception;
        this.receptions = receptions;
        this.registry = registry;
        this.intake = intake;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A conversation with a desk. */
    record Talk(UUID customer, UUID identity, UUID conversation) {}

    /** The bot receives chats at that desk, or no more. */
    void receives(String unitCode, boolean active) {
        all(() -> {
            var path = organisation.path(unitCode);
            long version = receptions.all().stream()
                    .filter(each -> each.unitPath().equals(path) && each.channel() == ContactChannel.CHAT)
                    .mapToLong(BotReceptionStore.KeptReception::version).findFirst().orElse(0);
            reception.changed();
            return receptions.keep(new BotReceptionStore.KeptReception(path, ContactChannel.CHAT, active, "test",
                    java.time.Instant.EPOCH, version));
        });
    }

    Talk talk(String unitCode, @Nullable String phone) {
        var kind = phone == null ? IdentityKind.VISITOR : IdentityKind.PHONE;
        var key = phone == null ? UUID.randomUUID().toString() : phone;
        return all(() -> {
            var who = customers.identify(new NewIdentity(kind, "test", key, "访客"), null);
            return new Talk(who.customer(), who.identity(),
                    conversations.open(who.identity(), ContactChannel.CHAT, "test", organisation.path(unitCode)));
        });
    }

    /** A session that nobody answers. */
    UUID session(Talk talk) {
        return open(talk).id();
    }

    BotSession open(Talk talk) {
        return all(() -> {
            var conversation = conversations.find(talk.conversation()).orElseThrow();
            sessions.asked(conversation,
                    new Entry(talk.conversation(), 1, Author.CUSTOMER, null, "", EntryKind.TEXT, "在吗",
                            null, null, clock.instant()));
            return sessions.lockOpen(talk.conversation()).orElseThrow();
        });
    }

    /** The customer writes; what the bot says to it. */
    String asks(Talk talk, String text) {
        var entry = says(talk, text);
        until(() -> !after(talk, entry.seq()).isEmpty());
        return String.join("\n", after(talk, entry.seq()));
    }

    Entry says(Talk talk, String text) {
        return conversations
                .write(new NewEntry(talk.conversation(), Author.CUSTOMER, null, "", EntryKind.TEXT, text, null,
                        UUID.randomUUID().toString()))
                .toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join().entry();
    }

    private List<String> after(Talk talk, long seq) {
        return entries(talk).stream().filter(each -> each.seq() > seq && each.author() != Author.CUSTOMER)
                .filter(each -> each.kind() != EntryKind.NOTE)
                // What becomes of a case is told whenever it becomes so: it is no answer.
                .filter(each -> !"进度通知".equals(each.authorName())).map(Entry::text).toList();
    }

    List<Entry> entries(Talk talk) {
        return all(() -> conversations.entries(talk.conversation(), 0, 500));
    }

    /** A parcel that was just picked up, to that phone. */
    String parcel(String phone) {
        var waybill = "YT%013d".formatted(NUMBERS.incrementAndGet());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        registry.register(List.of(new Registration(waybill, null, now.plus(Duration.ofHours(40)), Organisation.SOUTH,
                Organisation.SOUTH, null, null, new Party("李", "13800004321", null, null),
                new Party("王", phone, "440106", null))), now);
        intake.take(List.of(Scan.of(waybill, ScanType.PICKED_UP, now, Organisation.SOUTH)), "test", now);
        return waybill;
    }

    String phone() {
        return "139%08d".formatted(NUMBERS.incrementAndGet() % 100_000_000);
    }

    <R> R all(Supplier<R> work) {
        return Acting.as(ALL,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
