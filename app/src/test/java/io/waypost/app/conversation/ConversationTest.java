package io.waypost.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("C1 conversations have no gap, keep what is sent twice once, and customers are taken together and apart")
class ConversationTest {

    private final Organisation organisation;
    private final CustomerDesk customers;
    private final Conversations conversations;
    private final EntryLog log;
    private final ConversationFeed feed;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ConversationTest(Organisation organisation, CustomerDesk customers, Conversations conversations, EntryLog log,
            ConversationFeed feed, TransactionTemplate transaction, JdbcClient jdbc) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.log = log;
        this.feed = feed;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void manyWritersRepeatThemselvesAndNothingIsLostOrKeptTwice() throws Exception {
        var talks = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            talks.add(talk());
        }
        var acknowledged = new ConcurrentHashMap<UUID, Map<String, Long>>();
        var second = new EntryWriter(log, feed, transaction);
        second.start();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var jobs = new ArrayList<CompletableFuture<Void>>();
            for (int worker = 0; worker < 8; worker++) {
                var random = new Random(worker);
                jobs.add(CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 150; i++) {
                        var talk = talks.get(random.nextInt(talks.size()));
                        // The same few numbers from all workers and both nodes: most are sent again.
                        var cid = "c" + random.nextInt(60);
                        var entry = agents(talk, cid);
                        var written = (random.nextBoolean() ? conversations.write(entry) : second.write(entry))
                                .toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
                        var before = acknowledged.computeIfAbsent(talk, _ -> new ConcurrentHashMap<>())
                                .put(cid, written.entry().seq());
                        assertThat(before == null || before == written.entry().seq()).isTrue();
                    }
                }, threads));
            }
            CompletableFuture.allOf(jobs.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        } finally {
            second.stop();
        }
        acknowledged.forEach((talk, numbers) -> {
            var kept = all(() -> conversations.entries(talk, 0, 500));
            assertThat(kept).extracting(Entry::seq)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, kept.size()).boxed().toList());
            var byCid = new HashMap<String, Long>();
            kept.forEach(entry -> assertThat(byCid.put(Objects.requireNonNull(entry.cid()), entry.seq())).isNull());
            assertThat(byCid).isEqualTo(numbers);
            assertThat(all(() -> conversations.find(talk).orElseThrow()).last()).isEqualTo(kept.size());
        });
    }

    @Test
    void aConversationGoesAlongWithItsAccountToAnotherDesk() {
        var talk = talk();
        var before = all(() -> conversations.find(talk).orElseThrow());
        assertThat(before.unitPath()).isEqualTo(organisation.path(Organisation.SOUTH));
        for (int i = 0; i < 2; i++) {
            assertThat(all(() -> conversations.open(before.identity(), before.channel(), before.account(),
                    organisation.path(Organisation.NORTH)))).isEqualTo(talk);
        }
        var after = all(() -> conversations.find(talk).orElseThrow());
        assertThat(after.unitPath()).isEqualTo(organisation.path(Organisation.NORTH));
        assertThat(after.version()).as("changed once").isEqualTo(before.version() + 1);
    }

    @Test
    void oneThatCannotBeWrittenTakesNoOtherWithIt() {
        var talk = talk();
        var answers = new ArrayList<CompletableFuture<Written>>();
        for (int i = 0; i < 20; i++) {
            var text = i == 7 ? "x".repeat(20_001) : "第 %d 条".formatted(i);
            answers.add(conversations.write(new NewEntry(talk, Author.AGENT, null, "坐席", EntryKind.TEXT, text, null,
                    "n" + i)).toCompletableFuture());
        }
        for (int i = 0; i < 20; i++) {
            var answer = answers.get(i).handle((written, failure) -> failure == null).orTimeout(20, TimeUnit.SECONDS);
            assertThat(answer.join()).isEqualTo(i != 7);
        }
        assertThat(all(() -> conversations.entries(talk, 0, 100))).extracting(Entry::cid).doesNotContain("n7")
                .hasSize(19);
        assertThat(conversations.write(agents(UUID.randomUUID(), "z")).toCompletableFuture()
                .handle((_, failure) -> failure).orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasWrittenIsNeverChangedAndReadingNeverGoesBack() {
        var talk = talk();
        for (int i = 0; i < 3; i++) {
            conversations.write(agents(talk, "r" + i)).toCompletableFuture().join();
        }
        assertThat(all(() -> conversations.read(talk, Reader.CUSTOMER, 99)).readByCustomer()).isEqualTo(3);
        assertThat(all(() -> conversations.read(talk, Reader.CUSTOMER, 1)).readByCustomer()).isEqualTo(3);
        assertThatThrownBy(() -> all(() -> jdbc
                .sql("update conversation.entry set text = 'x' where conversation_id = :id").param("id", talk)
                .update()))
                .hasMessageContaining("never changed");
    }

    @Test
    void listenersHearOfWhatGrewOnAnotherNode() throws Exception {
        var talk = talk();
        var heard = ConcurrentHashMap.<Long>newKeySet();
        try (var _ = conversations.listen(List.of(talk), new ConversationListener() {
            @Override
            public void grown(UUID conversation, List<Entry> entries) {
                entries.forEach(entry -> heard.add(entry.seq()));
            }

            @Override
            public void changed(UUID conversation) {}

            @Override
            public void typing(UUID conversation, Reader who, String name) {}
        })) {
            conversations.write(agents(talk, "l1")).toCompletableFuture().join();
            // Another node's commit, of which no hint came: this one looks itself.
            feed.look();
            Acting.as(new Actor.Internal("test"),
                    () -> transaction.execute(_ -> log.add(List.of(agents(talk, "l2"), agents(talk, "l3")))));
            assertThat(heard).isEqualTo(Set.of(1L));
            feed.look();
            assertThat(heard).isEqualTo(Set.of(1L, 2L, 3L));
        }
    }

    @Test
    void customersAreTakenTogetherAndApartInTheRightOrder() {
        var one = customer();
        var two = customer();
        var three = customer();
        var first = all(() -> customers.merge(one, two));
        var second = all(() -> customers.merge(one, three));
        assertThat(all(() -> customers.find(three).orElseThrow()).id()).isEqualTo(one);
        assertThat(all(() -> customers.find(one).orElseThrow()).identities()).hasSize(3);
        assertThatThrownBy(() -> all(() -> customers.merge(two, one))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> run(() -> customers.undo(first))).isInstanceOf(Refusal.class)
                .hasMessageContaining("later");
        run(() -> customers.undo(second));
        run(() -> customers.undo(second));
        run(() -> customers.undo(first));
        var apart = new HashSet<UUID>();
        for (var customer : List.of(one, two, three)) {
            var view = all(() -> customers.find(customer).orElseThrow());
            assertThat(view.identities()).hasSize(1);
            apart.add(view.id());
        }
        assertThat(apart).isEqualTo(Set.of(one, two, three));
    }

    private UUID talk() {
        return all(() -> {
            var who = customers.identify(new NewIdentity(IdentityKind.PHONE, "", phone(), "138****0000"), "张三");
            return conversations.open(who.identity(), ContactChannel.SMS, "", organisation.path(Organisation.SOUTH));
        });
    }

    private UUID customer() {
        var talk = talk();
        return all(() -> conversations.find(talk).orElseThrow()).customer();
    }

    private static String phone() {
        return "1%010d".formatted(new Random().nextLong(10_000_000_000L));
    }

    private static NewEntry agents(UUID talk, String cid) {
        return new NewEntry(talk, Author.AGENT, null, "坐席", EntryKind.TEXT, cid, null, cid);
    }

    private void run(Runnable work) {
        all(() -> {
            work.run();
            return true;
        });
    }

    private <R> R all(Supplier<R> work) {
        return Acting.as(new Actor.Internal("test"), () -> Objects
                .requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
