package io.waypost.app.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@Import(SopLifeHttpTest.Heard.class)
@DisplayName("T1 an SOP is drafted, compared, approved by a second person, and in force from a date")
class SopLifeHttpTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final KindDesk kinds;
    private final Sops sops;
    private final Heard heard;
    private final Deadlines deadlines;
    private final Clock clock;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private TicketKind kind = TicketKind.QUERY;
    private String path = "";
    private Browser author;
    private Browser second;

    SopLifeHttpTest(MockMvc mvc, Organisation organisation, KindDesk kinds, Sops sops, Heard heard,
            Deadlines deadlines, Clock clock, JsonMapper json, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.kinds = kinds;
        this.sops = sops;
        this.heard = heard;
        this.deadlines = deadlines;
        this.clock = clock;
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.author = Browser.of(mvc);
        this.second = author;
    }

    /** Hears of what comes into force. */
    static class Heard {

        final List<SopPublished> published = new CopyOnWriteArrayList<>();

        @EventListener
        void on(SopPublished event) {
            published.add(event);
        }
    }

    /** On the shared database another test's context may be the one that carries out what falls due, and hears of it. */
    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @BeforeEach
    void aKindOfOnesOwn() {
        kind = SopAccess.kind();
        path = "/api/v1/sops/" + kind + "/versions";
        Acting.as(new Actor.Internal("test"), () -> kinds.add(SopAccess.entry(kind)));
        author = manager();
        second = manager();
    }

    private Browser manager() {
        return Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    private SopBody inForce() {
        return SopBody.of(sops.inForce(kind, clock.instant()));
    }

    private String saved(int revision, SopBody body) {
        return json.writeValueAsString(new SopController.SavedDraft(revision, "改时限", body));
    }

    private static SopBody withFirstLimit(SopBody body, long minutes) {
        var stages = new java.util.ArrayList<>(body.stages());
        var one = stages.getFirst();
        stages.set(0, new SopBody.StageBody(one.stage(), one.party(), minutes, Math.min(minutes, one.urgentMinutes()),
                one.calendar(), one.warnings(), one.repeatEveryMinutes(), one.repeatAtMost(), one.pauses(),
                one.requires(), one.skippers(), one.customerText()));
        return new SopBody(stages, body.longestWaitMinutes(), body.reopenWindowMinutes(), body.repeatWindowMinutes(),
                body.handOvers());
    }

    @Test
    void fromADraftToForceAndRunningTicketsKeepTheirs() throws Exception {
        var old = sops.inForce(kind, clock.instant());
        author.post(path, "{\"note\":\"缩短响应\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.version.state").value("DRAFT"))
                .andExpect(jsonPath("$.changes", hasSize(0)))
                .andExpect(jsonPath("$.flaws", hasSize(0)));
        second.post(path, "{}").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("DRAFT_EXISTS"))
                .andExpect(jsonPath("$.version").value(2));
        author.put(path + "/2", saved(1, withFirstLimit(inForce(), 600))).andExpect(status().isOk())
                .andExpect(jsonPath("$.changes", hasSize(1)))
                .andExpect(jsonPath("$.changes[0].field").value("NORMAL"))
                .andExpect(jsonPath("$.changes[0].before").value("1440"))
                .andExpect(jsonPath("$.changes[0].after").value("600"));
        author.post(path + "/2/submit", "{\"revision\":2,\"runningToo\":true}").andExpect(status().isOk());
        author.post(path + "/2/approve", "{\"revision\":3}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OWN_WORK"));
        assertThat(sops.inForce(kind, clock.instant())).isEqualTo(old);
        second.post(path + "/2/approve", "{\"revision\":3}").andExpect(status().isOk())
                .andExpect(jsonPath("$.version.inForce").value(true))
                .andExpect(jsonPath("$.version.state").value("APPROVED"));
        var now = sops.inForce(kind, clock.instant());
        assertThat(now.id()).isEqualTo(new SopId(kind, 2));
        assertThat(now.stages().getFirst().normal()).isEqualTo(Duration.ofHours(10));
        assertThat(sops.of(old.id())).isEqualTo(old);
        assertThat(heard.published).contains(new SopPublished(now.id(), true));
        author.put(path + "/2", saved(4, inForce())).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_A_DRAFT"));
        author.post(path + "/2/withdraw", "{\"revision\":4,\"reason\":\"x\"}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("IN_FORCE"));
        var actions = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> jdbc
                .sql("select action from audit.entry where subject_id = :id order by id")
                .param("id", now.id().toString())
                .query((row, _) -> row.getString(1)).list()));
        assertThat(actions).containsExactly("SOP_DRAFTED", "SOP_SAVED", "SOP_SUBMITTED", "SOP_APPROVED");
    }

    @Test
    void whoeverWroteInADraftDoesNotApproveIt() throws Exception {
        author.post(path, "{}").andExpect(status().isOk());
        second.put(path + "/2", saved(1, withFirstLimit(inForce(), 700))).andExpect(status().isOk());
        author.post(path + "/2/submit", "{\"revision\":2,\"runningToo\":false}").andExpect(status().isOk());
        second.post(path + "/2/approve", "{\"revision\":3}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OWN_WORK"));
        manager().post(path + "/2/return", "{\"revision\":3,\"reason\":\" \"}")
                .andExpect(status().isUnprocessableContent());
        manager().post(path + "/2/return", "{\"revision\":3,\"reason\":\"太短\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.version.state").value("DRAFT"))
                .andExpect(jsonPath("$.version.refusal").value("太短"));
        author.post(path + "/2/withdraw", "{\"revision\":4,\"reason\":\"不改了\"}").andExpect(status().isOk());
        author.post(path, "{}").andExpect(jsonPath("$.version.version").value(3));
    }

    @Test
    void aDraftWithFlawsIsKeptAndNotSubmitted() throws Exception {
        author.post(path, "{}").andExpect(status().isOk());
        author.put(path + "/2", saved(1, withFirstLimit(inForce(), 0))).andExpect(status().isOk())
                .andExpect(jsonPath("$.flaws[0].field").value("stages[0].normal"))
                .andExpect(jsonPath("$.flaws[0].reason").value("DURATION"));
        author.post(path + "/2/submit", "{\"revision\":2,\"runningToo\":false}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("stages[0].normal"));
        author.put(path + "/2", saved(2, inForce())).andExpect(status().isOk());
        author.post(path + "/2/submit",
                "{\"revision\":3,\"runningToo\":false,\"effectiveFrom\":\"2020-01-01T00:00:00Z\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("FROM_THE_PAST"));
        author.put(path + "/2", saved(3, inForce()).replaceFirst("\"minutesLeft\":null", "\"minutesLeft\":5"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("ONE_OF_TWO"));
    }

    @Test
    void whatIsApprovedForLaterComesIntoForceThenOnceAndMayBeWithdrawnBefore() throws Exception {
        var later = clock.instant().plus(Duration.ofDays(2));
        author.post(path, "{}").andExpect(status().isOk());
        author.post(path + "/2/submit", "{\"revision\":1,\"runningToo\":false,\"effectiveFrom\":\"%s\"}".formatted(
                later)).andExpect(status().isOk());
        second.post(path + "/2/approve", "{\"revision\":2}").andExpect(status().isOk())
                .andExpect(jsonPath("$.version.inForce").value(false));
        assertThat(sops.inForce(kind, clock.instant()).id().version()).isEqualTo(1);
        assertThat(sops.inForce(kind, later).id().version()).isEqualTo(2);
        deadlines.drain(clock.instant());
        var event = new SopPublished(new SopId(kind, 2), false);
        assertThat(heard.published).doesNotContain(event);
        deadlines.drain(later.plusSeconds(1));
        deadlines.drain(later.plusSeconds(2));
        assertThat(heard.published.stream().filter(event::equals)).hasSize(1);
        author.post(path, "{}").andExpect(status().isOk());
        author.post(path + "/3/submit", "{\"revision\":1,\"runningToo\":false,\"effectiveFrom\":\"%s\"}".formatted(
                later.plus(Duration.ofDays(9)))).andExpect(status().isOk());
        second.post(path + "/3/approve", "{\"revision\":2}").andExpect(status().isOk());
        author.post(path + "/3/withdraw", "{\"revision\":3,\"reason\":\"不改了\"}").andExpect(status().isOk());
        assertThat(sops.inForce(kind, later.plus(Duration.ofDays(99))).id().version()).isEqualTo(2);
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsTold() throws Exception {
        author.post(path, "{}").andExpect(status().isOk());
        var body = saved(1, withFirstLimit(inForce(), 500));
        Callable<Integer> one = () -> author.put(path + "/2", body).andReturn().getResponse().getStatus();
        Callable<Integer> other = () -> second.put(path + "/2", body).andReturn().getResponse().getStatus();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = both.invokeAll(List.of(one, other)).stream().map(future -> future.resultNow()).sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 409);
        }
        author.get(path + "/2").andExpect(jsonPath("$.revision").value(2));
    }

    @Test
    void ofTwoWhoBeginAtOnceOneIsTold() throws Exception {
        Callable<Integer> one = () -> author.post(path, "{}").andReturn().getResponse().getStatus();
        Callable<Integer> other = () -> second.post(path, "{}").andReturn().getResponse().getStatus();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(List.of(one, other)).stream().map(future -> future.resultNow()).sorted().toList())
                    .containsExactly(200, 409);
        }
    }

    @Test
    void kindsAreAddedRenamedAndRetiredNeverTwice() throws Exception {
        var detail = kind + ".DETAIL";
        var body = """
                {"code":"%s","nameZh":"细类","nameEn":"Detail","bizType":"CONSULT","matter":"OWN","aboutParcel":true,
                "endsWithMove":false}
                """;
        author.post("/api/v1/kinds", body.formatted(detail)).andExpect(status().isOk())
                .andExpect(jsonPath("$.main").value(kind.code()));
        author.post("/api/v1/kinds", body.formatted(detail)).andExpect(status().isConflict());
        author.post("/api/v1/kinds", body.formatted("NOWHERE.DETAIL")).andExpect(status().isUnprocessableContent());
        author.post("/api/v1/kinds", body.formatted("small")).andExpect(status().isUnprocessableContent());
        assertThat(sops.inForce(new TicketKind(detail), clock.instant()).id().kind()).isEqualTo(kind);
        var renamed = "{\"revision\":1,\"nameZh\":\"改名\",\"nameEn\":\"Renamed\",\"active\":false}";
        author.put("/api/v1/kinds/" + detail, renamed).andExpect(status().isOk());
        author.put("/api/v1/kinds/" + detail, renamed).andExpect(status().isConflict());
        assertThat(sops.kinds().entry(new TicketKind(detail)).active()).isFalse();
        author.put("/api/v1/kinds/QUERY", renamed).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("KIND_NEEDED"));
        author.get("/api/v1/sops").andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code=='%s')].own".formatted(detail)).value(false));
    }
}
