package io.waypost.app.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.parcel.Registry;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@DisplayName("P2 O1 anybody who knows number and digits sees the parcel, and nobody else learns anything")
class TrackingTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String HUB = "H4401";

    private final MockMvc mvc;
    private final Registry registry;
    private final ScanIntake intake;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final String waybill = "YT8%012d".formatted(NUMBER.incrementAndGet());
    private final Browser browser;

    TrackingTest(MockMvc mvc, Registry registry, ScanIntake intake, BusinessClock clock, Deadlines deadlines,
            Organisation organisation) {
        this.mvc = mvc;
        this.registry = registry;
        this.intake = intake;
        this.clock = clock;
        this.deadlines = deadlines;
        this.browser = Browser.of(mvc).at("10.2.0." + NUMBER.get());
        assertThat(organisation.path(HUB)).isNotEmpty();
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void tellsWhereTheParcelIsAndWhatIsBeingDone() throws Exception {
        register(Duration.ofHours(20));
        scan(ScanType.PICKED_UP, Organisation.TIANHE);
        pass(Duration.ofHours(3));
        scan(ScanType.ARRIVED, HUB);
        scan(ScanType.CALL_MADE, HUB);
        track("5678").andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.waybill", is(waybill)))
                .andExpect(jsonPath("$.status", is("IN_TRANSIT")))
                .andExpect(jsonPath("$.place.city", is("广州市")))
                .andExpect(jsonPath("$.place.province", is("广东省")))
                .andExpect(jsonPath("$.doing.code", is("MOVING")))
                .andExpect(jsonPath("$.late", is(false)))
                .andExpect(jsonPath("$.steps.length()", is(2)))
                .andExpect(jsonPath("$.steps[1].type", is("ARRIVED")));
        pass(Duration.ofHours(52));
        track("4321").andExpect(jsonPath("$.doing.code", is("CONTACTING_OUTLET")))
                .andExpect(jsonPath("$.doing.until").isNotEmpty())
                .andExpect(jsonPath("$.late", is(true)));
        scan(ScanType.SIGNED, Organisation.TIANHE);
        track("5678").andExpect(jsonPath("$.doing.code", is("DELIVERED")));
    }

    @Test
    void wrongDigitsAnUnknownNumberAndAParcelWithoutPhonesAreAnsweredAlike() throws Exception {
        register(Duration.ofHours(20));
        var wrongDigits = track("0000").andExpect(status().isNotFound()).andReturn().getResponse().getContentAsString();
        var unknown = ask("YT8999999999999", "5678").andExpect(status().isNotFound()).andReturn().getResponse()
                .getContentAsString();
        intake.take(List.of(Scan.of("YT8888888888888", ScanType.ARRIVED, clock.instant(), HUB)), "test",
                clock.instant());
        var withoutPhones = ask("YT8888888888888", "5678").andExpect(status().isNotFound()).andReturn().getResponse()
                .getContentAsString();
        assertThat(wrongDigits).isEqualTo(unknown).isEqualTo(withoutPhones).contains("TRACK_NOT_FOUND")
                .doesNotContain(waybill);
    }

    @Test
    void afterFiveWrongTriesEvenTheRightOneWaits() throws Exception {
        register(Duration.ofHours(20));
        track("5678").andExpect(status().isOk());
        for (int i = 0; i < TrackLimits.WRONG; i++) {
            track("000" + i).andExpect(status().isNotFound());
        }
        track("5678").andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.code", is("TOO_MANY_TRIES")));
        Browser.of(mvc).at("10.9.9.9").post("/api/v1/public/track", question(waybill, "5678"))
                .andExpect(status().isTooManyRequests());
        ask("YT8777777777777", "5678").andExpect(status().isNotFound());
    }

    @Test
    void oneAddressAsksOnlySoOften() throws Exception {
        for (int i = 0; i < TrackLimits.QUESTIONS; i++) {
            ask("YT81%011d".formatted(i), "1234").andExpect(status().isNotFound());
        }
        ask("YT8199999999999", "1234").andExpect(status().isTooManyRequests());
    }

    @Test
    void whatIsNoQuestionIsRefusedByField() throws Exception {
        for (var digits : List.of("", "123", "12345", "12a4", "１２３４")) {
            ask(waybill, digits).andExpect(status().isUnprocessableContent());
        }
        ask("", "1234").andExpect(status().isUnprocessableContent());
    }

    private void register(Duration promise) {
        var sender = new Party("李", "13800004321", null, null);
        var recipient = new Party("王", "13812345678", "440106", null);
        registry.register(List.of(new Registration(waybill, null, clock.instant().plus(promise), null, null, null, null,
                sender, recipient)), clock.instant());
    }

    private void scan(ScanType type, String site) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(List.of(Scan.of(waybill, type, now, site)), "test", now);
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    private ResultActions track(String digits) {
        return ask(waybill.toLowerCase(java.util.Locale.ROOT), digits);
    }

    private ResultActions ask(String number, String digits) {
        return browser.post("/api/v1/public/track", question(number, digits));
    }

    private static String question(String number, String digits) {
        return "{\"waybill\":\"%s\",\"phoneLast4\":\"%s\"}".formatted(number, digits);
    }
}
