package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("T3 tickets are found by what people wrote, by number and by waybill, within one's reach")
class TicketSearchHttpTest extends TicketHttp {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TicketDoor door;
    private final TicketSearchStore store;

    TicketSearchHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, JdbcClient jdbc,
            TransactionTemplate transaction, TicketDoor door, TicketSearchStore store) {
        super(scene, mvc, organisation);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.door = door;
        this.store = store;
    }

    @Test
    void aNoteIsFoundByItsWordsAtOnceAndOnlyByThoseWhoSeeTheTicket() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        note(clerk, urged, "仓库里发现外包装破损，<b>里面的青花瓷</b>碎了");
        for (var reader : List.of(clerk, south, agent)) {
            assertThat(ids(reader, "青花瓷 破损")).containsExactly(urged.id());
        }
        assertThat(ids(north, "青花瓷")).isEmpty();
        assertThat(ids(clerk, "青花瓷 丢失")).isEmpty();
        clerk.post("/api/v1/tickets/search", q("青花瓷")).andExpect(jsonPath("$.by").value("WORDS"))
                .andExpect(jsonPath("$.found[0].text.kind").value("NOTED"))
                .andExpect(jsonPath("$.found[0].text.excerpt.pieces[1].text").value("青花瓷"))
                .andExpect(jsonPath("$.found[0].text.excerpt.pieces[1].found").value(true))
                .andExpect(jsonPath("$.found[0].text.excerpt.pieces[0].text").value("仓库里发现外包装破损，<b>里面的"));
    }

    @Test
    void whoeverSeesATicketElsewhereFindsItToo() throws Exception {
        var agentOfSouth = person(Role.AGENT, Organisation.SOUTH);
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, Organisation.TIANHE, null);
        var opened = text(agentOfSouth.post("/api/v1/tickets",
                "{\"waybill\":\"%s\",\"kind\":\"URGE\",\"note\":\"收件人住院，急用轮椅\"}".formatted(waybill)));
        String id = JsonPath.read(opened, "$.ticket.id");
        // It moves to a place in the north, its words with it; who opened it still follows it.
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc
                .sql("""
                        with moved as (
                            update ticket.ticket set place_path = '/HQ/R01/P11/C1101/O110101-001/', place_code = 'O110101-001'
                            where id = cast(:id as uuid) returning id)
                        insert into ticket.sight (ticket_id, unit_path) select id, '/HQ/R05/' from moved
                        """)
                .param("id", id).update()));
        assertThat(ids(agentOfSouth, "轮椅")).containsExactly(id);
        assertThat(ids(person(Role.OUTLET_CLERK, Organisation.DONGCHENG), "轮椅")).containsExactly(id);
        assertThat(ids(person(Role.OUTLET_CLERK, Organisation.TIANHE), "轮椅")).isEmpty();
    }

    @Test
    void whatACustomerWroteIsFoundToo() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        TicketScene.asPlatform(() -> door.message(UUID.fromString(urged.id()), "门卫说放在丰巢柜了", List.of()));
        assertThat(ids(clerk, "丰巢柜")).containsExactly(urged.id());
        assertThat(ids(north, "丰巢柜")).isEmpty();
    }

    @Test
    void numbersAreFoundExactly() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        var number = scene.kept(UUID.fromString(urged.id())).number();
        clerk.post("/api/v1/tickets/search", q(number)).andExpect(jsonPath("$.by").value("NUMBER"))
                .andExpect(jsonPath("$.found[0].ticket.id").value(urged.id()));
        clerk.post("/api/v1/tickets/search", q(urged.waybill())).andExpect(jsonPath("$.by").value("WAYBILL"))
                .andExpect(jsonPath("$.found[0].ticket.id").value(urged.id()));
        north.post("/api/v1/tickets/search", q(number)).andExpect(jsonPath("$.found").isEmpty());
    }

    @Test
    void whatCannotBeLookedForIsRefused() throws Exception {
        clerk.post("/api/v1/tickets/search", "{}").andExpect(status().isUnprocessableContent());
        clerk.post("/api/v1/tickets/search", q("&|!()")).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("NO_WORDS"));
        clerk.post("/api/v1/tickets/search", q("字".repeat(101))).andExpect(status().isUnprocessableContent());
        for (var typed : List.of("' | 'a':* -- 破", "破损:*&!(", "<->", "％＿")) {
            assertThat(clerk.post("/api/v1/tickets/search", q(typed)).andReturn().getResponse().getStatus())
                    .isIn(200, 422);
        }
    }

    @Test
    void theNewestTextsAreLookedThroughFirstAndNoMoreOfThemThanAsked() throws Exception {
        var south = urged(Organisation.TIANHE, "");
        note(clerk, south, "琵琶琴盒已找到");
        var north = urged(Organisation.DONGCHENG, "");
        note(agent, north, "琵琶琴盒没找到");
        assertThat(newest(null, 10_000)).containsExactlyInAnyOrder(south.id(), north.id());
        assertThat(newest(Organisation.SOUTH, 10_000)).containsExactly(south.id());
        int newer = newerThan(north);
        int asFarAsIt = newerThan(south) < newer ? 2 : 1;
        assertThat(newest(null, newer)).doesNotContain(north.id());
        assertThat(newest(null, newer + 1)).contains(north.id()).hasSize(asFarAsIt);
    }

    @Test
    void wordsThatTheNewestTextsDoNotHaveAreFoundByTheIndex() throws Exception {
        var found = urged(Organisation.TIANHE, "");
        note(clerk, found, "箜篌断了一根弦");
        newerTexts(found, 2_100, "'风' '沙'");
        try {
            assertThat(newest(null, 2_000, "'箜篌'")).isEmpty();
            assertThat(ids(clerk, "箜篌 断了")).containsExactly(found.id());
            assertThat(ids(agent, "箜篌")).containsExactly(found.id());
            assertThat(ids(north, "箜篌")).isEmpty();
            // Among the newest some, but not enough: what is older is found too.
            var alsoFound = urged(Organisation.TIANHE, "");
            newerTexts(alsoFound, 1, "'箜篌'");
            assertThat(ids(agent, "箜篌")).containsExactlyInAnyOrder(found.id(), alsoFound.id());
        } finally {
            TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc
                    .sql("delete from ticket.search where kind = 'FILLING'").update()));
        }
    }

    @Test
    void aTextWhoseMonthHadNoTableIsFoundBeforeAndAfterItIsMoved() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        var far = Instant.parse("2101-03-05T00:00:00Z");
        var id = UUID.fromString("%08x-%04x-7000-8000-%012x".formatted(far.toEpochMilli() >> 16,
                far.toEpochMilli() & 0xffff, new SecureRandom().nextLong(1L << 40)));
        asPlatform(() -> jdbc.sql("""
                insert into ticket.search (id, ticket_id, kind, at, words, tags)
                select :id, t.id, 'FILLING', now(), cast(:words as tsvector), ticket.search_places(t.place_path)
                from ticket.ticket t where t.id = :ticket
                """).param("id", id).param("words", "'箜篌' '竖琴'").param("ticket", UUID.fromString(urged.id())).update());
        try {
            assertThat(table(id)).isEqualTo("ticket.search_others");
            assertThat(ids(clerk, "箜篌 竖琴")).containsExactly(urged.id());
            assertThat(asPlatform(() -> store.months(far, far))).isOne();
            assertThat(asPlatform(() -> store.months(far, far))).isZero();
            assertThat(table(id)).isEqualTo("ticket.search_210103");
            assertThat(ids(clerk, "箜篌 竖琴")).containsExactly(urged.id());
            assertThat(ids(north, "箜篌 竖琴")).isEmpty();
        } finally {
            asPlatform(() -> jdbc.sql("delete from ticket.search where id = :id").param("id", id).update());
        }
    }

    @Test
    void monthsAreAskedFromTheNewestBackUntilThereAreEnough() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        // The clock of the tests may be months ahead.
        asPlatform(() -> store.months(scene.clock.instant(), scene.clock.instant()));
        note(clerk, urged, "编钟少了一枚");
        assertThat(months(0, 1)).containsExactly(urged.id());
        assertThat(months(1, 100)).isEmpty();
        assertThat(months(0, 100)).containsExactly(urged.id());
    }

    private List<String> months(int first, int beyond) {
        return asPlatform(() -> store.find("'编钟'", null, scene.clock.instant(), first, beyond, 10).stream()
                .map(hit -> hit.ticketId().toString()).toList());
    }

    private String table(UUID id) {
        return asPlatform(() -> jdbc.sql("select tableoid::regclass::text from ticket.search where id = :id")
                .param("id", id).query(String.class).single());
    }

    private <T> T asPlatform(Supplier<T> work) {
        return TicketScene.asPlatform(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** Texts newer than all others. */
    private void newerTexts(Opened ticket, int count, String words) {
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("""
                insert into ticket.search (id, ticket_id, kind, at, words, tags)
                select cast('ffffffff-ffff-7fff-bfff-' || right(md5(random()::text || i), 12) as uuid), t.id, 'FILLING', now(), cast(:words as tsvector),
                       ticket.search_places(t.place_path)
                from ticket.ticket t, generate_series(1, :count) as i where t.id = :ticket
                """).param("words", words).param("count", count).param("ticket", UUID.fromString(ticket.id()))
                .update()));
    }

    /** How many texts are newer than the note on that ticket. */
    private int newerThan(Opened ticket) {
        return TicketScene.asPlatform(() -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql("""
                select count(*) from ticket.search
                where id > (select id from ticket.search where ticket_id = :ticket and kind = 'NOTED')
                """).param("ticket", UUID.fromString(ticket.id())).query(Integer.class).single())));
    }

    private List<String> newest(@Nullable String place, int lookedAt) {
        return newest(place, lookedAt, "'琵琶' & '琴盒'");
    }

    private List<String> newest(@Nullable String place, int lookedAt, String question) {
        return TicketScene.asPlatform(() -> Objects.requireNonNull(transaction.execute(_ -> store
                .newest(question, place, lookedAt, 100).stream().map(hit -> hit.ticketId().toString()).toList())));
    }

    @Test
    void textsFromBeforeTheIndexAreCutInPieces() throws Exception {
        var urged = urged(Organisation.TIANHE, "");
        note(clerk, urged, "冷链箱里的疫苗");
        TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql("delete from ticket.search").update()
                + jdbc.sql("""
                        update ticket.search_backfill
                        set until = (select max(seq) from ticket.history), done = 0 where source = 'HISTORY'
                        """).update()));
        assertThat(ids(clerk, "疫苗")).isEmpty();
        scene.deadlines.drain(scene.clock.instant());
        assertThat(ids(clerk, "疫苗")).containsExactly(urged.id());
    }

    private static void note(Browser by, Opened ticket, String text) throws Exception {
        by.post(ticket.path("notes"), "{\"text\":\"%s\"}".formatted(text)).andExpect(status().isOk());
    }

    private static List<String> ids(Browser reader, String typed) throws Exception {
        var answer = reader.post("/api/v1/tickets/search", q(typed)).andExpect(status().isOk());
        return JsonPath.read(text(answer), "$.found[*].ticket.id");
    }

    private static String q(String typed) {
        return "{\"q\":\"%s\"}".formatted(typed);
    }
}
