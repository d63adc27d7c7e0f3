package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Scope;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.Aspect;
import io.waypost.core.triage.Owner;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("T3 a ticket goes to its right owner at once, and says why")
class TriageFlowTest extends TicketHttp {

    private static final String RULES = "/api/v1/triage/rules";
    private static final TicketKind ATTITUDE = new TicketKind("ATTITUDE.COURIER");

    private final Browser headquarters;
    private final TicketCounter counter;
    private final TicketViews views;

    TriageFlowTest(TicketScene scene, MockMvc mvc, Organisation organisation, TicketCounter counter,
            TicketViews views) {
        super(scene, mvc, organisation);
        this.headquarters = person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS);
        this.counter = counter;
        this.views = views;
    }

    @Test
    void withoutARuleTheProcedureDecidesAsItAlwaysDid() throws Exception {
        var query = view(urged(TicketScene.HUB_GUANGZHOU, "").id());
        assertThat(query.row().state()).isEqualTo(Name.DISPATCHED);
        assertThat(query.triage()).isNotNull().satisfies(why -> {
            assertThat(why.owner()).isEqualTo(Owner.AS_PROCEDURE);
            assertThat(why.unit().code()).isEqualTo(TicketScene.HUB_GUANGZHOU);
            assertThat(why.rule()).isNull();
            assertThat(why.before()).extracting(TriageView.TriagePassed::name).contains("静默包裹找应负责的单位");
        });
        var complaint = open(ATTITUDE, "态度差", null);
        assertThat(complaint.row().state()).isEqualTo(Name.NEW);
        assertThat(complaint.triage()).isNotNull()
                .satisfies(why -> assertThat(why.unit().code()).isEqualTo("HQ"));
        var silent = scene.silentAtGuangzhou();
        assertThat(view(silent.id().toString()).triage()).isNotNull().satisfies(why -> {
            assertThat(why.owner()).isEqualTo(Owner.HOLDING_UNIT);
            assertThat(why.unit().code()).isEqualTo(TicketScene.HUB_GUANGZHOU);
            assertThat(why.because()).extracting(TriageView.TriageFinding::aspect).containsExactly(Aspect.KIND);
        });
    }

    @Test
    void aRuleSendsAComplaintPastTheDeskAndTheTicketSaysWhy() throws Exception {
        var rule = rule("找天河", "\"when\":{\"kinds\":[\"ATTITUDE\"],\"keywords\":[\"天河店\"]}," +
                "\"outcome\":{\"owner\":\"UNIT\",\"unit\":\"%s\"}".formatted(Organisation.TIANHE));
        var opened = open(ATTITUDE, "天河店的快递员骂人", null);
        assertThat(opened.row().state()).as("no desk sorts it").isEqualTo(Name.DISPATCHED);
        assertThat(opened.row().unit().code()).isEqualTo(Organisation.TIANHE);
        assertThat(opened.row().desk().code()).as("who answers for it stays").isEqualTo("HQ");
        assertThat(opened.row().statutoryDueAt()).as("the law's days run").isNotNull();
        agent.get("/api/v1/tickets/" + opened.row().id()).andExpect(status().isOk())
                .andExpect(jsonPath("$.triage.name").value("找天河"))
                .andExpect(jsonPath("$.triage.unit.code").value(Organisation.TIANHE))
                .andExpect(jsonPath("$.triage.because[*].aspect").value(contains("KIND", "KEYWORD")))
                .andExpect(jsonPath("$.triage.because[1].found").value(contains("天河店")))
                .andExpect(jsonPath("$.history[0].what").value("OPENED"))
                .andExpect(jsonPath("$.history[0].data.triage").doesNotExist());
        // The rule may go; what it did then stays.
        headquarters.delete("%s/%s?revision=%d".formatted(RULES, rule, revision()), null).andExpect(status().isOk());
        assertThat(view(opened.row().id().toString()).triage()).isNotNull()
                .satisfies(why -> assertThat(why.name()).isEqualTo("找天河"));
        assertThat(open(ATTITUDE, "天河店又骂人", null).row().state()).isEqualTo(Name.NEW);
    }

    @Test
    void anOwnerWhoCannotBeFoundIsReplacedAndThatIsSaid() throws Exception {
        var rule = rule("派件网点", "\"when\":{\"keywords\":[\"没送上门\"]},\"outcome\":{\"owner\":\"DELIVERING_OUTLET\"}");
        var opened = open(ATTITUDE, "没送上门", null);
        assertThat(opened.row().state()).isEqualTo(Name.NEW);
        assertThat(opened.triage()).isNotNull().satisfies(why -> {
            assertThat(why.instead()).isTrue();
            assertThat(why.unit().code()).isEqualTo("HQ");
        });
        remove(rule);
    }

    @Test
    void wordsMakeItUrgentAndAContractCustomersGoesToItsOwnDesk() throws Exception {
        var urgent = rule("救命药", "\"when\":{\"keywords\":[\"胰岛素\"]},\"outcome\":{\"urgent\":\"MEDICINE\"}");
        var customer = rule("优选商城专席",
                "\"when\":{\"customers\":[\"优选商城\"]},\"outcome\":{\"owner\":\"DESK\",\"unit\":\"R05\"}");
        var partner = new Actor.Partner(UUID.randomUUID(), "优选商城", new Scope("/HQ/"),
                Set.of(Permission.OPEN_TICKETS_WRITE));
        var kept = Acting.as(partner,
                () -> counter.open(new Matter(null, ATTITUDE, "等胰岛素，没人理", null, null, null)).kept());
        var view = view(kept.id().toString());
        assertThat(view.row().urgent()).isTrue();
        assertThat(view.row().urgentReason()).isEqualTo(UrgentReason.MEDICINE);
        assertThat(view.row().desk().code()).isEqualTo("R05");
        assertThat(view.row().unit().code()).isEqualTo("R05");
        assertThat(view.triage()).isNotNull().satisfies(why -> {
            assertThat(why.raised()).isNotNull().satisfies(raised -> assertThat(raised.name()).isEqualTo("救命药"));
            assertThat(why.name()).isEqualTo("优选商城专席");
        });
        remove(customer);
        remove(urgent);
    }

    @Test
    void tryingOutDoesNothing() throws Exception {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, Organisation.TIANHE, null);
        var kept = Acting.as(TicketScene.AGENT,
                () -> counter.open(Matter.of(waybill, TicketKind.QUERY, "找区里", null))).kept();
        var rule = rule("交大区",
                "\"when\":{\"keywords\":[\"找区里\"],\"units\":[\"R05\"]},\"outcome\":{\"owner\":\"REGION\"}");
        var before = scene.kept(kept.id());
        agent.post("/api/v1/triage/try", "{\"ticket\":\"%s\"}".formatted(kept.number())).andExpect(status().isOk())
                .andExpect(jsonPath("$.owner").value("REGION")).andExpect(jsonPath("$.unit.code").value("R05"));
        assertThat(scene.kept(kept.id())).isEqualTo(before);
        agent.post("/api/v1/triage/try", """
                {"kind":"ATTITUDE","text":"找区里","unit":"%s","channel":"CUSTOMER"}""".formatted(Organisation.TIANHE))
                .andExpect(jsonPath("$.owner").value("REGION"));
        agent.post("/api/v1/triage/try", "{\"kind\":\"ATTITUDE\",\"text\":\"找区里\",\"unit\":\"R01\"}")
                .andExpect(jsonPath("$.owner").value("AS_PROCEDURE"))
                .andExpect(jsonPath("$.before[?(@.name=='交大区')].failed.aspect").value(contains("UNIT")));
        north.post("/api/v1/triage/try", "{\"ticket\":\"%s\"}".formatted(kept.number()))
                .andExpect(status().isNotFound());
        clerk.post("/api/v1/triage/try", "{\"kind\":\"ATTITUDE\"}").andExpect(status().isForbidden());
        agent.post("/api/v1/triage/try", "{\"kind\":\"NO_SUCH\"}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors").value(hasSize(1)));
        assertThat(scene.events(kept.id())).doesNotContain(Event.DISPATCHED);
        remove(rule);
    }

    private TicketView open(TicketKind kind, String note, @Nullable String waybill) {
        var kept = Acting.as(TicketScene.AGENT,
                () -> counter.open(new Matter(waybill, kind, note, null, null, null)).kept());
        return view(kept.id().toString());
    }

    private TicketView view(String id) {
        return TicketScene.asPlatform(() -> views.of(UUID.fromString(id)));
    }

    private String rule(String name, String rest) throws Exception {
        var answer = text(headquarters.post(RULES, "{\"revision\":%d,\"name\":\"%s\",\"active\":true,%s}"
                .formatted(revision(), name, rest)).andExpect(status().isOk()));
        return JsonPath.<java.util.List<String>>read(answer, "$.rules[*].id").getLast();
    }

    private void remove(String rule) throws Exception {
        headquarters.delete("%s/%s?revision=%d".formatted(RULES, rule, revision()), null).andExpect(status().isOk());
    }

    private int revision() throws Exception {
        return JsonPath.read(text(headquarters.get(RULES)), "$.revision");
    }
}
