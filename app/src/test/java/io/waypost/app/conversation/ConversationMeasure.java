package io.waypost.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries a second until on disk, in batches and one by one on the same conversations; run by its name only ({@code -Dtest=}). */
@SpringBootTest
@DisplayName("C1 ten thousand entries a second are kept")
class ConversationMeasure {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationMeasure.class);
    private static final int TALKS = 2_000;
    /** Customers who have written and wait for the acknowledgement. */
    private static final int IN_FLIGHT = 1_000;

    private final Organisation organisation;
    private final CustomerDesk customers;
    private final Conversations conversations;
    private final EntryLog log;
    private final TransactionTemplate transaction;

    ConversationMeasure(Organisation organisation, CustomerDesk customers, Conversations conversations, EntryLog log,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.log = log;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void beside() throws Exception {
        var talks = new ArrayList<UUID>();
        for (int i = 0; i < TALKS; i++) {
            talks.add(talk(i));
        }
        // The first words open contacts; the measured ones are those of people in a conversation.
        run("first words", talks, TALKS, conversations::write);
        run("in batches, warming up", talks, 40_000, conversations::write);
        run("in batches", talks, 200_000, conversations::write);
        try (var eight = Executors.newFixedThreadPool(8)) {
            run("one transaction each", talks, 20_000, entry -> CompletableFuture.supplyAsync(
                    () -> Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(
                            Objects.requireNonNull(transaction.execute(_ -> log.add(List.of(entry)))).getFirst())),
                    eight));
        }
        run("in batches again", talks, 200_000, conversations::write);
    }

    private void run(String name, List<UUID> talks, int entries, Function<NewEntry, CompletionStage<Written>> write)
            throws InterruptedException {
        var turns = new Semaphore(IN_FLIGHT);
        var done = new CountDownLatch(entries);
        var failed = new AtomicInteger();
        var waits = new ConcurrentLinkedQueue<Long>();
        long began = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            turns.acquire();
            long sent = System.nanoTime();
            write.apply(new NewEntry(talks.get(i % TALKS), Author.CUSTOMER, null, "", EntryKind.TEXT,
                    "我的快递为什么还没有到，已经等了三天了，请帮我查一下，谢谢。", null, name + i)).whenComplete((_, failure) -> {
                        waits.add(System.nanoTime() - sent);
                        if (failure != null) {
                            failed.incrementAndGet();
                        }
                        turns.release();
                        done.countDown();
                    });
        }
        done.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        var sorted = waits.stream().sorted().toList();
        assertThat(failed).hasValue(0);
        LOG.warn("{}: {} entries a second, p50 {} ms, p99 {} ms", name, Math.round(entries / seconds),
                sorted.get(sorted.size() / 2) / 1_000_000, sorted.get(sorted.size() * 99 / 100) / 1_000_000);
    }

    private UUID talk(int number) {
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> {
            var who = customers.identify(new NewIdentity(IdentityKind.VISITOR, "measure", "v" + number, "访客"), null);
            return conversations.open(who.identity(), ContactChannel.CHAT, "measure",
                    organisation.path(Organisation.SOUTH));
        })));
    }
}
