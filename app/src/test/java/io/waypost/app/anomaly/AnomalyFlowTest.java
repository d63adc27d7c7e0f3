package io.waypost.app.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@Import(AnomalyFixture.class)
@DisplayName("P7 what is wrong with a parcel's course is shown, becomes a ticket of the site that has to act, and ends by itself")
class AnomalyFlowTest {

    private static final String HUB = "H4401";
    private static final String FAR_HUB = "H1101";

    private final AnomalyFixture fixture;
    private final Browser agent;
    private final Browser south;
    private final Browser north;
    private final Browser headquarters;

    AnomalyFlowTest(AnomalyFixture fixture, Organisation organisation, MockMvc mvc) {
        this.fixture = fixture;
        this.agent = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        this.south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        this.north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        this.headquarters = Browser.of(mvc,
                organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @BeforeEach
    void begin() {
        fixture.begin();
    }

    @Test
    void aCircleBecomesATicketOfTheHubAndEndsWhenTheParcelComesFurther() throws Exception {
        var waybill = AnomalyFixture.waybill();
        circle(waybill);
        fixture.look();

        south.get("/api/v1/anomalies?kind=LOOP").andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.waybill=='%s')].site.code", waybill).value(HUB))
                .andExpect(jsonPath("$.items[?(@.waybill=='%s')].causedBy.code", waybill).value(FAR_HUB))
                .andExpect(jsonPath("$.items[?(@.waybill=='%s')].times", waybill).value(2));
        assertThat(tickets(waybill, "kind")).containsExactly("ANOMALY.LOOP");
        assertThat(tickets(waybill, "unit.code")).containsExactly(HUB);
        fixture.look();
        assertThat(tickets(waybill, "id")).as("looked at twice").hasSize(1);

        fixture.scan(waybill, Duration.ofMinutes(2), ScanType.DEPARTED, HUB, Organisation.TIANHE);
        fixture.scan(waybill, Duration.ofMinutes(1), ScanType.ARRIVED, Organisation.TIANHE, null);
        fixture.look();
        assertThat(ofParcel(waybill, "end")).containsExactly("CORRECTED");
        assertThat(tickets(waybill, "state")).containsExactly("CLOSED");
        south.get("/api/v1/anomalies?kind=LOOP&standing=false")
                .andExpect(jsonPath("$.items[?(@.waybill=='%s')]", waybill).isNotEmpty());
    }

    @Test
    void whatComesLateTakesTheAnomalyAndItsTicketBack() throws Exception {
        var waybill = AnomalyFixture.waybill();
        fixture.scan(waybill, Duration.ofHours(9), ScanType.ARRIVED, Organisation.TIANHE, null);
        fixture.scan(waybill, Duration.ofHours(5), ScanType.SIGNED, Organisation.TIANHE, null);
        fixture.look();
        assertThat(ofParcel(waybill, "signs[0]")).containsExactly("WITHOUT_TRIP");
        assertThat(tickets(waybill, "kind")).containsExactly("ANOMALY.DOUBTFUL_SIGNATURE");

        fixture.scan(waybill, Duration.ofHours(6), ScanType.OUT_FOR_DELIVERY, Organisation.TIANHE, null);
        fixture.look();
        assertThat(ofParcel(waybill, "end")).containsExactly("RETRACTED");
        assertThat(tickets(waybill, "state")).containsExactly("CLOSED");
        south.get("/api/v1/anomalies/board").andExpect(jsonPath("$.kinds[5].kind").value("DOUBTFUL_SIGNATURE"))
                .andExpect(jsonPath("$.kinds[5].retracted").value(1));
    }

    @Test
    void aWrongWayIsShownWithoutATicketAndOnlyToThoseConcerned() throws Exception {
        var waybill = AnomalyFixture.waybill();
        fixture.scan(waybill, Duration.ofHours(9), ScanType.DEPARTED, Organisation.TIANHE, HUB);
        fixture.scan(waybill, Duration.ofMinutes(10), ScanType.ARRIVED, FAR_HUB, null);
        fixture.look();
        assertThat(ofParcel(waybill, "kind")).as("it may still turn out to have been there").isEmpty();
        fixture.pass(Duration.ofMinutes(21));
        assertThat(ofParcel(waybill, "kind")).containsExactly("MISROUTED");
        assertThat(tickets(waybill, "id")).isEmpty();
        for (var reader : List.of(north, headquarters)) {
            reader.get("/api/v1/anomalies?kind=MISROUTED")
                    .andExpect(jsonPath("$.items[?(@.waybill=='%s')]", waybill).isNotEmpty());
        }
        south.get("/api/v1/anomalies?kind=MISROUTED")
                .andExpect(jsonPath("$.items[?(@.waybill=='%s')]", waybill).isEmpty());
        south.get("/api/v1/anomalies?unit=" + Organisation.NORTH).andExpect(status().isNotFound());
        north.get("/api/v1/anomalies/board")
                .andExpect(jsonPath("$.causers[?(@.kind=='MISROUTED')].site.code").value(Organisation.TIANHE));
    }

    @Test
    void aSecondFailedDeliveryJoinsWhatACustomerComplainedOfAndDoesNotEndIt() throws Exception {
        var waybill = AnomalyFixture.waybill();
        fixture.scan(waybill, Duration.ofHours(30), ScanType.SIGN_FAILED, Organisation.TIANHE, null);
        agent.post("/api/v1/tickets",
                "{\"waybill\":\"%s\",\"kind\":\"DELAY.DELIVERY\",\"note\":\"一直没送到\"}".formatted(waybill))
                .andExpect(status().isOk());
        fixture.scan(waybill, Duration.ofHours(1), ScanType.SIGN_FAILED, Organisation.TIANHE, null);
        fixture.look();
        assertThat(ofParcel(waybill, "times")).containsExactly(2);
        assertThat(tickets(waybill, "kind")).containsExactly("DELAY.DELIVERY");
        assertThat(ofParcel(waybill, "ticketId")).isEqualTo(tickets(waybill, "id"));
        fixture.scan(waybill, Duration.ofMinutes(1), ScanType.SIGNED, Organisation.TIANHE, null);
        fixture.look();
        assertThat(ofParcel(waybill, "end")).containsExactly("FINISHED");
        assertThat(tickets(waybill, "state")).doesNotContain("CLOSED");
    }

    @Test
    void aTicketOfTwoAnomaliesEndsWithTheSecond() throws Exception {
        var waybill = AnomalyFixture.waybill();
        fixture.scan(waybill, Duration.ofDays(3), ScanType.ARRIVED, HUB, null);
        fixture.scan(waybill, Duration.ofDays(2).minusHours(3), ScanType.DEPARTED, HUB, FAR_HUB);
        fixture.scan(waybill, Duration.ofDays(2).minusHours(4), ScanType.ARRIVED, FAR_HUB, null);
        fixture.scan(waybill, Duration.ofDays(2).minusHours(5), ScanType.DEPARTED, FAR_HUB, HUB);
        fixture.scan(waybill, Duration.ofDays(2).minusHours(6), ScanType.ARRIVED, HUB, null);
        fixture.scan(waybill, Duration.ofHours(10), ScanType.UNLOADED, HUB, null);
        fixture.look();
        fixture.pass(Duration.ofHours(7));
        assertThat(ofParcel(waybill, "kind")).containsExactly("STUCK", "LOOP");
        assertThat(tickets(waybill, "kind")).containsExactly("ANOMALY.LOOP");
        fixture.scan(waybill, Duration.ofMinutes(3), ScanType.DEPARTED, HUB, Organisation.TIANHE);
        fixture.look();
        assertThat(ofParcel(waybill, "end")).as("it left, and is not where it should be").containsExactly("CORRECTED",
                null);
        assertThat(tickets(waybill, "state")).doesNotContain("CLOSED");
        fixture.scan(waybill, Duration.ofMinutes(1), ScanType.ARRIVED, Organisation.TIANHE, null);
        fixture.look();
        assertThat(tickets(waybill, "state")).containsExactly("CLOSED");
    }

    @Test
    void unreadableQuestionsAreRefused() throws Exception {
        south.get("/api/v1/anomalies?cursor=xyz").andExpect(status().isUnprocessableContent());
        south.get("/api/v1/anomalies?kind=NONSENSE").andExpect(status().is4xxClientError());
        south.get("/api/v1/parcels/rubbish/anomalies").andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
    }

    /** From one hub to another and back, more than half an hour ago. */
    private void circle(String waybill) {
        fixture.scan(waybill, Duration.ofHours(20), ScanType.ARRIVED, HUB, null);
        fixture.scan(waybill, Duration.ofHours(18), ScanType.DEPARTED, HUB, FAR_HUB);
        fixture.scan(waybill, Duration.ofHours(10), ScanType.ARRIVED, FAR_HUB, null);
        fixture.scan(waybill, Duration.ofHours(9), ScanType.DEPARTED, FAR_HUB, HUB);
        fixture.scan(waybill, Duration.ofHours(1), ScanType.ARRIVED, HUB, null);
    }

    private List<Object> ofParcel(String waybill, String field) throws Exception {
        return JsonPath.read(headquarters.get("/api/v1/parcels/%s/anomalies".formatted(waybill)).andReturn()
                .getResponse().getContentAsString(), "$[*]." + field);
    }

    private List<Object> tickets(String waybill, String field) throws Exception {
        return JsonPath.read(headquarters.get("/api/v1/parcels/%s/tickets".formatted(waybill)).andReturn()
                .getResponse().getContentAsString(), "$[*]." + field);
    }
}
