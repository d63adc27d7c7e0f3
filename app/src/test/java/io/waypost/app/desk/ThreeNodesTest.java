package io.waypost.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.app.conversation.Conversations;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.OtherNode;
import io.waypost.app.testing.SharedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Three nodes as they are shipped, each with its own router and connections; more contacts with {@code -Dwaypost.desk.contacts=20000}. */
@SpringBootTest
@Import(DeskScene.class)
@DisplayName("C2 three nodes share the work, nothing is offered twice, and what a node had that dies comes back")
class ThreeNodesTest {

    private static final Logger LOG = LoggerFactory.getLogger(ThreeNodesTest.class);
    private static final int CONTACTS = Integer.getInteger("waypost.desk.contacts", 1_200);
    private static final int AGENTS_OF_NODE = 15;
    private static final int THREADS_OF_NODE = 3;
    private static final String DATABASE = SharedDatabase.fresh();

    private final DeskScene scene;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final List<NodeAtWork> nodes = new ArrayList<>();
    private final List<OtherNode> others = new ArrayList<>();

    ThreeNodesTest(DeskScene scene, Organisation organisation, JdbcClient jdbc, SeatDesk seats, ContactDesk desk,
            DeskContactStore contacts, DeskWork work, Conversations conversations) {
        this.scene = scene;
        this.organisation = organisation;
        this.jdbc = jdbc;
        nodes.add(new NodeAtWork(seats, desk, contacts, work, conversations));
    }

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", () -> OtherNode.named(DATABASE, "first"));
    }

    @BeforeEach
    void start() {
        for (var name : List.of("second", "third")) {
            var other = OtherNode.start(DATABASE, name);
            others.add(other);
            nodes.add(new NodeAtWork(other.get(SeatDesk.class), other.get(ContactDesk.class),
                    other.get(DeskContactStore.class), other.get(DeskWork.class), other.get(Conversations.class)));
        }
        nodes.forEach(node -> node.come(organisation, AGENTS_OF_NODE));
        // Which node's router made an offer is known by its connection alone.
        SharedDatabase.owner(DATABASE, """
                create table public.offered_by (node text not null, contact_id uuid not null);
                grant select on public.offered_by to public;
                create function public.note_offer() returns trigger language plpgsql security definer as $$
                begin
                    insert into public.offered_by values (current_setting('application_name'), new.contact_id);
                    return null;
                end $$;
                create trigger note_offer after insert on desk.step for each row when (new.what = 'OFFERED')
                    execute function public.note_offer();
                """);
    }

    @AfterEach
    void stop() {
        others.forEach(OtherNode::close);
    }

    @Test
    void nothingIsOfferedTwiceAndWhatANodeHadComesBack() {
        var third = nodes.get(2);
        var seen = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = new ArrayList<CompletableFuture<Void>>();
            for (var node : nodes) {
                for (int part = 0; part < THREADS_OF_NODE; part++) {
                    int mine = part;
                    jobs.add(CompletableFuture.runAsync(() -> node.work(mine, THREADS_OF_NODE), threads));
                }
            }
            jobs.add(CompletableFuture.runAsync(() -> {
                while (nodes.getFirst().lives()) {
                    assertThat(wrongSeats()).as("agents above what they can have, or with other than what they have")
                            .isZero();
                    seen.incrementAndGet();
                    NodeAtWork.pause(10);
                }
            }, threads));
            jobs.add(CompletableFuture.runAsync(this::customers, threads));

            await().atMost(Duration.ofMinutes(30)).until(() -> broken(jobs) || closed() > CONTACTS / 3);
            third.dies(others.get(1));
            int had = held(third);
            assertThat(had).as("what the third node's agents had").isPositive();
            third.timePasses(jdbc, scene);
            await().atMost(Duration.ofMinutes(30)).until(() -> broken(jobs) || closed() == CONTACTS);
            nodes.forEach(NodeAtWork::stop);
            jobs.forEach(CompletableFuture::join);
            assertThat(held(third)).isZero();
            LOG.warn("{} contacts; the third node's agents had {} when it died; offers by node: {}; looked {} times",
                    CONTACTS, had, offers(), seen.get());
        } finally {
            nodes.forEach(NodeAtWork::stop);
        }
        assertThat(seen).hasValueGreaterThan(20);
        assertThat(offers()).as("the routers of all nodes made offers").hasSize(3);
        assertThat(count("""
                select count(*) from (select what, lag(what) over (partition by contact_id order by seq) as before
                    from desk.step where what in ('OFFERED', 'TAKEN', 'UNANSWERED', 'RETURNED', 'AGENT_GONE', 'CLOSED')) as steps
                where what = 'OFFERED' and before in ('OFFERED', 'TAKEN', 'CLOSED')
                """)).as("offered while somebody had it").isZero();
        assertThat(count("""
                select count(*) from (select what, by_id, lag(data->>'agent') over (partition by contact_id order by seq) as asked
                    from desk.step where what in ('OFFERED', 'TAKEN')) as steps
                where what = 'TAKEN' and asked <> by_id::text
                """)).as("taken by somebody else").isZero();
        assertThat(count("select count(distinct contact_id) from desk.step where what = 'CLOSED'")).isEqualTo(CONTACTS);
        assertThat(count("select count(*) from desk.step where what = 'CLOSED'")).isEqualTo(CONTACTS);
    }

    /** Customers write on any node; where theirs has died they say it again on another one under the same number. */
    private void customers() {
        for (int number = 0; number < CONTACTS && nodes.getFirst().lives(); number++) {
            while (number - closed() > 250 && nodes.getFirst().lives()) {
                NodeAtWork.pause(20);
            }
            Talk talk = scene.talk(Organisation.SOUTH);
            var cid = UUID.randomUUID().toString();
            if (!nodes.get(number % nodes.size()).says(talk, cid)) {
                assertThat(nodes.getFirst().says(talk, cid)).isTrue();
            }
        }
    }

    private static boolean broken(List<CompletableFuture<Void>> jobs) {
        return jobs.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
    }

    /** In one look, so that a contact and the capacity that it takes are seen together. */
    private int wrongSeats() {
        return count("""
                select count(*) from (select s.taken, (select count(*) * 33 from desk.contact c
                    where c.agent_id = s.person_id and c.state in ('OFFERED', 'TALKING')) as has from desk.seat s) as seats
                where taken > 99 or taken <> has
                """);
    }

    private int held(NodeAtWork node) {
        return scene.all(() -> jdbc.sql("""
                select count(*) from desk.contact where state in ('OFFERED', 'TALKING') and agent_id = any(:ids)
                """).param("ids", node.agents().stream().map(Actor.Person::id).toArray(UUID[]::new))
                .query(Integer.class).single());
    }

    private List<String> offers() {
        return scene.all(() -> jdbc
                .sql("select node, count(*) as many from public.offered_by group by node order by node")
                .query((row, _) -> row.getString("node") + " " + row.getInt("many")).list());
    }

    private int closed() {
        return count("select count(*) from desk.contact where state = 'CLOSED'");
    }

    private int count(String sql) {
        return scene.all(() -> jdbc.sql(sql).query(Integer.class).single());
    }
}
