package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.outbox.WrittenMessages;
import io.waypost.app.parcel.Registry;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("T4 O1 customers follow their cases, write, confirm or dispute the result, and say how content they are")
class CustomerCasesHttpTest extends TicketHttp {

    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private final Registry registry;
    private final WrittenMessages written;
    private final Browser customer;

    CustomerCasesHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, Registry registry,
            ApplicationContext context) {
        super(scene, mvc, organisation);
        this.registry = registry;
        this.written = new WrittenMessages(context);
        this.customer = Browser.of(mvc).at("10.4.0." + ADDRESS.incrementAndGet());
    }

    private record Case(String id, String number, String waybill) {}

    @Test
    void theCustomerSeesTheCaseInPlainWordsAndNothingOfTheNetwork() throws Exception {
        var mine = request();
        var answer = text(cases(mine.waybill(), "5678").andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.cases.length()").value(1))
                .andExpect(jsonPath("$.cases[0].number").value(mine.number()))
                .andExpect(jsonPath("$.cases[0].steps[*].step",
                        contains("RECEIVED", "VERIFYING", "HANDLING", "REVIEWING", "ENDED")))
                .andExpect(jsonPath("$.cases[0].steps[*].mark", contains("DONE", "NOW", "TO_DO", "TO_DO", "TO_DO")))
                .andExpect(jsonPath("$.cases[0].doing").value("我们正在为您处理。"))
                .andExpect(jsonPath("$.cases[0].nextBy").isNotEmpty())
                .andExpect(jsonPath("$.cases[0].may.confirm").value(false))
                .andExpect(jsonPath("$.cases[0].may.rate").value(false))
                .andExpect(jsonPath("$.cases[0].messages[0].fromYou").value(false)));
        assertThat(answer).doesNotContain(Organisation.TIANHE).doesNotContain("R05").doesNotContain("客户着急")
                .doesNotContain(mine.id()).doesNotContain("waypost");
        assertThat(written.about("TICKET", mine.id())).as("told by a short message, once")
                .filteredOn(one -> one.text().startsWith("【驿路】您反映的问题（编号" + mine.number())).hasSize(1);
    }

    @Test
    void wrongDigitsAForeignNumberAndWhatThePlatformFoundByItselfAreUnknown() throws Exception {
        var mine = request();
        var other = request();
        cases(mine.waybill(), "0000").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("TRACK_NOT_FOUND"));
        write("message", mine, "0000", "在吗").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("TRACK_NOT_FOUND"));
        for (var number : List.of(other.number(), "T000000-00000-0", "")) {
            write("message", new Case(mine.id(), number, mine.waybill()), "5678", "在吗")
                    .andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value("CASE_NOT_FOUND"));
        }
        cases(other.waybill(), "5678").andExpect(jsonPath("$.cases[0].messages.length()").value(1));
        var silent = scene.silentAtGuangzhou();
        register(silent.parcel());
        cases(silent.parcel(), "5678").andExpect(status().isOk()).andExpect(jsonPath("$.cases.length()").value(0));
    }

    @Test
    void aMessageLetsACaseThatWaitsForTheCustomerGoOn() throws Exception {
        var mine = request();
        clerk.post(path(mine, "answer"),
                "{\"kind\":\"WAITING_CUSTOMER\",\"remark\":\"x\",\"until\":\"%s\",\"version\":%d}"
                        .formatted(scene.now().plus(Duration.ofHours(20)), version(mine)))
                .andExpect(status().isOk());
        cases(mine.waybill(), "5678").andExpect(jsonPath("$.cases[0].waitsForYou").value(true));
        write("message", mine, "5678", "  ").andExpect(status().isUnprocessableContent());
        write("message", mine, "5678", "请送到前台").andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[0].waitsForYou").value(false))
                .andExpect(jsonPath("$.cases[0].messages[-1].fromYou").value(true))
                .andExpect(jsonPath("$.cases[0].messages[-1].text").value("请送到前台"));
        agent.get("/api/v1/tickets/" + mine.id()).andExpect(jsonPath("$.state").value("DISPATCHED"))
                .andExpect(jsonPath("$.messages[*].text", hasItem("请送到前台")));
    }

    @Test
    void confirmedItIsOverAndMayBeRatedOnceAndOnceMore() throws Exception {
        var mine = request();
        rate(mine, 5).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("NOT_ENDED"));
        explained(mine);
        cases(mine.waybill(), "5678").andExpect(jsonPath("$.cases[0].may.confirm").value(true))
                .andExpect(jsonPath("$.cases[0].result").value("ANSWERED"));
        write("confirm", mine, "5678", "").andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[0].result").value("CONFIRMED"))
                .andExpect(jsonPath("$.cases[0].steps[-1].mark").value("DONE"))
                .andExpect(jsonPath("$.cases[0].may.rate").value(true));
        write("confirm", mine, "5678", "").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TICKET_CLOSED"));
        rate(mine, 0).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("stars"));
        rate(mine, 2).andExpect(status().isOk()).andExpect(jsonPath("$.cases[0].rating.stars").value(2));
        rate(mine, 4).andExpect(status().isOk()).andExpect(jsonPath("$.cases[0].rating.stars").value(4))
                .andExpect(jsonPath("$.cases[0].may.rate").value(false));
        rate(mine, 1).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("RATED_ALREADY"));
        south.get("/api/v1/tickets/" + mine.id()).andExpect(jsonPath("$.ratings[0].stars").value(4))
                .andExpect(jsonPath("$.ratings[0].words").value("还可以"));
    }

    @Test
    void disputedItGoesOneLevelUpAndOnlyWithinTheWindow() throws Exception {
        var mine = request();
        explained(mine);
        write("dispute", mine, "5678", "").andExpect(status().isUnprocessableContent());
        write("dispute", mine, "5678", "没有解决").andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[0].result").isEmpty())
                .andExpect(jsonPath("$.cases[0].may.dispute").value(false));
        south.get("/api/v1/tickets/" + mine.id()).andExpect(jsonPath("$.state").value("REOPENED"))
                .andExpect(jsonPath("$.level").value("REGION"));
        write("withdraw", mine, "5678", "").andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[0].disputeUntil").isNotEmpty())
                .andExpect(jsonPath("$.cases[0].may.dispute").value(true));
        scene.pass(Duration.ofDays(8));
        cases(mine.waybill(), "5678").andExpect(jsonPath("$.cases[0].may.dispute").value(false))
                .andExpect(jsonPath("$.cases[0].disputeUntil").isEmpty());
        write("dispute", mine, "5678", "还是不行").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("REOPEN_WINDOW_OVER"));
    }

    @Test
    void anUrgeIsCountedAndARatingCannotBeChangedAfterAWeek() throws Exception {
        var mine = request();
        write("urge", mine, "5678", "").andExpect(status().isOk());
        agent.get("/api/v1/tickets/" + mine.id()).andExpect(jsonPath("$.urges").value(1));
        write("withdraw", mine, "5678", "不用了").andExpect(status().isOk());
        rate(mine, 3).andExpect(status().isOk());
        scene.pass(Duration.ofDays(7).plusSeconds(1));
        rate(mine, 5).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("RATING_WINDOW_OVER"));
    }

    /** A request of a customer whose parcel is at the outlet of Tianhe, just sent there. */
    private Case request() throws Exception {
        var waybill = TicketScene.waybill();
        register(waybill);
        scene.scan(waybill, ScanType.ARRIVED, Organisation.TIANHE, null);
        var answer = text(agent.post("/api/v1/tickets", """
                {"waybill":"%s","kind":"ADDRESS_CHANGE","note":"客户着急","contactName":"王五","contactPhone":"13812345678"}
                """.formatted(waybill)).andExpect(status().isOk()));
        return new Case(JsonPath.read(answer, "$.ticket.id"), JsonPath.read(answer, "$.ticket.number"), waybill);
    }

    private void register(String waybill) {
        registry.register(List.of(new Registration(waybill, null, null, null, null, null, null,
                new Party("李", "13800004321", null, null), new Party("王", "13812345678", "440106", null))),
                scene.now());
    }

    private void explained(Case mine) throws Exception {
        clerk.post(path(mine, "answer"), "{\"kind\":\"EXPLAINED\",\"remark\":\"已改好\",\"version\":%d}"
                .formatted(version(mine))).andExpect(status().isOk());
    }

    private int version(Case mine) throws Exception {
        return JsonPath.read(text(agent.get("/api/v1/tickets/" + mine.id())), "$.version");
    }

    private static String path(Case mine, String action) {
        return "/api/v1/tickets/%s/%s".formatted(mine.id(), action);
    }

    private ResultActions cases(String waybill, String digits) {
        return customer.post("/api/v1/public/cases",
                "{\"waybill\":\"%s\",\"phoneLast4\":\"%s\"}".formatted(waybill, digits));
    }

    private ResultActions write(String action, Case mine, String digits, String words) {
        return customer.post("/api/v1/public/cases/" + action, """
                {"waybill":"%s","phoneLast4":"%s","number":"%s","text":"%s"}
                """.formatted(mine.waybill(), digits, mine.number(), words));
    }

    private ResultActions rate(Case mine, int stars) {
        return customer.post("/api/v1/public/cases/rate", """
                {"waybill":"%s","phoneLast4":"5678","number":"%s","stars":%d,"text":"还可以"}
                """.formatted(mine.waybill(), mine.number(), stars));
    }
}
