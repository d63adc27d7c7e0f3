package io.waypost.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.desk.DeskRoom;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.OtherNode;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.chat.ChatAuthor;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatSide;
import io.waypost.chat.ItemKind;
import io.waypost.chat.edge.Storm;
import io.waypost.chat.edge.StormNodes;
import io.waypost.chat.edge.StormPerson;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(DeskRoom.class)
@DisplayName("C1 two nodes over one database, in a storm: every message once, in order, on every device")
class ChatStoreStormTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChatStoreStormTest.class);
    private static final int STORMS = Integer.getInteger("waypost.chat.stored-storms", 4);
    private static final String DATABASE = SharedDatabase.fresh();
    private static OtherNode other;

    private final ChatRooms rooms;
    private final ChatToken tokens;
    private final Visitors visitors;
    private final Conversations conversations;
    private final DeskRoom room;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ChatStoreStormTest(ChatRooms rooms, ChatToken tokens, Visitors visitors, Conversations conversations, DeskRoom room,
            Organisation organisation, JdbcClient jdbc, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.visitors = visitors;
        this.conversations = conversations;
        this.room = room;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", () -> OtherNode.named(DATABASE, "first"));
    }

    @BeforeAll
    static void another() {
        other = OtherNode.start(DATABASE, "second");
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @Test
    void everyMessageOnceInOrderOnEveryDevice() {
        for (long seed = 1; seed <= STORMS; seed++) {
            LOG.warn("Storm {}: {}", seed, storm(seed));
        }
    }

    /** The agent has both customers; the second node's transactions are torn whenever its edge dies. */
    private Storm.Report storm(long seed) {
        room.clear();
        var person = organisation.person(Role.AGENT, Organisation.HEADQUARTERS);
        var agent = room.ready(Organisation.HEADQUARTERS, person);
        var talks = new LinkedHashMap<String, UUID>();
        var first = new ArrayList<String>();
        for (int customer = 0; customer < 2; customer++) {
            var token = visitors.welcome("waypost", null).token().token();
            var identity = tokens.visitor(token);
            var talk = all(() -> conversations.of(identity)).stream().map(Conversation::id).findFirst().orElseThrow();
            first.add("在吗 %d/%d".formatted(seed, customer));
            conversations.write(new NewEntry(talk, Author.CUSTOMER, identity, "", EntryKind.TEXT, first.getLast(), null,
                    UUID.randomUUID().toString())).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
            room.accept(agent, talk);
            talks.put(token, talk);
        }
        var people = new ArrayList<StormPerson>();
        talks.keySet().forEach(token -> people.add(new StormPerson(ChatSide.CUSTOMER, token, 2)));
        people.add(new StormPerson(ChatSide.AGENT, tokens.agent(agent.id(), session()).token(), 2));
        var begun = new AtomicInteger();
        try (var nodes = new StormNodes(2, node -> {
            if (node == 1 && begun.getAndIncrement() > 0) {
                other.tear();
            }
            return node == 0 ? rooms : other.get(ChatRooms.class);
        }, host -> host, new Random(seed), 4); var _ = room.stays(agent)) {
            var report = new Storm(seed, nodes, who -> {
                var theirs = talks.get(who.token());
                return committed(theirs == null ? List.copyOf(talks.values()) : List.of(theirs));
            }, people, first).run(() -> {}, Duration.ofMinutes(1));
            assertThat(report.messages()).isGreaterThan(10);
            return report;
        }
    }

    /** As it is in the table, past all that reads it usually. */
    private Map<UUID, List<ChatItem>> committed(List<UUID> talks) {
        return all(() -> {
            var committed = new LinkedHashMap<UUID, List<ChatItem>>();
            talks.forEach(talk -> committed.put(talk, jdbc
                    .sql("select seq, author, text from conversation.entry where conversation_id = :id order by seq")
                    .param("id", talk)
                    .query((row, _) -> new ChatItem(talk, row.getLong("seq"),
                            ChatAuthor.valueOf(Objects.requireNonNull(row.getString("author"))), "", ItemKind.TEXT,
                            Objects.requireNonNull(row.getString("text")), null, null, Instant.EPOCH))
                    .list()));
            return committed;
        });
    }

    private UUID session() {
        var number = UUID.randomUUID();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time)
                values (:number, :id, 0, 0, 1800, :until)
                """).param("number", number.toString()).param("id", UUID.randomUUID().toString())
                .param("until", Instant.now().plusSeconds(1800).toEpochMilli()).update();
        return number;
    }

    private <R> R all(java.util.function.Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
