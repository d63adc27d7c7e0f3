package io.waypost.app.parcel;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("P3 How the recipient wants it, and what they agreed to, is registered and shown")
class ConsentApiTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Partners partners;
    private final ScanIntake intake;
    private final Instant now;
    private final String waybill = "YT94%011d".formatted(NUMBER.incrementAndGet());

    ConsentApiTest(MockMvc mvc, Organisation organisation, Partners partners, ScanIntake intake, Clock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.partners = partners;
        this.intake = intake;
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void aParcelLeftBeforeAnybodyAgreedSaysSo() throws Exception {
        register("\"deliveryWish\":\"DOOR\"");
        page().andExpect(jsonPath("$.delivery.wish").value("DOOR"))
                .andExpect(jsonPath("$.delivery.consents", hasSize(0)))
                .andExpect(jsonPath("$.delivery.leftWithoutConsentAt").isEmpty());
        var left = leave();
        page().andExpect(jsonPath("$.delivery.leftWithoutConsentAt").value(left.toString()));
        register(consent("STATION", left.plusSeconds(60), "PHONE"));
        page().andExpect(jsonPath("$.delivery.wish").value("DOOR"))
                .andExpect(jsonPath("$.delivery.consents[0].channel").value("PHONE"))
                .andExpect(jsonPath("$.delivery.leftWithoutConsentAt").value(left.toString()));
    }

    @Test
    void whatWasAgreedBeforeCoversItAndIsNotLostWhenSomethingElseIsAgreedLater() throws Exception {
        var left = leave();
        var before = left.minusSeconds(7200);
        register(consent("STATION", before, "SMS"));
        register(consent("PROXY", left.plusSeconds(60), "PHONE"));
        register("\"deliveryWish\":\"SELF_PICKUP\"");
        page().andExpect(jsonPath("$.delivery.wish").value("SELF_PICKUP"))
                .andExpect(jsonPath("$.delivery.consents", hasSize(2)))
                .andExpect(jsonPath("$.delivery.consents[0].mode").value("STATION"))
                .andExpect(jsonPath("$.delivery.consents[0].at").value(before.toString()))
                .andExpect(jsonPath("$.delivery.leftWithoutConsentAt").isEmpty());
    }

    @Test
    void twoLinesOfOneCallBothCountAndTheSameOneIsKeptOnce() throws Exception {
        var station = consent("STATION", now.minusSeconds(60), "SMS");
        send("[%s,%s,%s]".formatted(line(station), line(consent("LOCKER", now.minusSeconds(50), "APP")), line(station)))
                .andExpect(status().isOk());
        register(station);
        page().andExpect(jsonPath("$.delivery.consents", hasSize(2)));
    }

    @Test
    void whatIsWrongIsNamedWithItsValueAndWhatWouldBeRight() throws Exception {
        send(line("\"deliveryWish\":\"BALCONY\"")).andExpect(jsonPath("$.accepted").value(0))
                .andExpect(jsonPath("$.rejected[0].field").value("deliveryWish"))
                .andExpect(jsonPath("$.rejected[0].message").value(
                        "The deliveryWish (BALCONY) must be one of DOOR, STATION, LOCKER, PROXY and SELF_PICKUP."));
        send(line("\"consent\":{\"mode\":\"STATION\",\"channel\":\"SMS\"}"))
                .andExpect(jsonPath("$.rejected[0].field").value("consent.at"))
                .andExpect(jsonPath("$.rejected[0].code").value("MISSING"));
        send(line(consent("STATION", now.plus(Duration.ofDays(1)), "SMS")))
                .andExpect(jsonPath("$.rejected[0].code").value("TIME_IN_FUTURE"));
        send(line("\"consent\":\"yes\"")).andExpect(jsonPath("$.rejected[0].field").value("consent.mode"));
    }

    @Test
    void onlyThePlacesOnItsWaySeeItAndOnlyWhoMayRegisterChangesIt() throws Exception {
        register(consent("STATION", now.minusSeconds(60), "SMS"));
        Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE)).get("/api/v1/parcels/" + waybill)
                .andExpect(jsonPath("$.delivery.consents", hasSize(1)));
        Browser.of(mvc, organisation.person(Role.OUTLET_CLERK, Organisation.HAIZHU)).get("/api/v1/parcels/" + waybill)
                .andExpect(status().isNotFound());
        send(key(Organisation.HEADQUARTERS, Permission.SCANS_WRITE), line("\"deliveryWish\":\"DOOR\""))
                .andExpect(status().isForbidden());
        send(key(Organisation.NORTH, Permission.PARCELS_WRITE), line("\"deliveryWish\":\"DOOR\""))
                .andExpect(jsonPath("$.rejected[0].code").value("SITE_OUT_OF_SCOPE"));
        page().andExpect(jsonPath("$.delivery.wish").isEmpty());
    }

    private Instant leave() {
        var left = now.minus(Duration.ofHours(1));
        intake.take(List.of(Scan.of(waybill, ScanType.STATION_IN, left, Organisation.TIANHE)), "test", now);
        return left;
    }

    private ResultActions page() throws Exception {
        return Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS))
                .get("/api/v1/parcels/" + waybill).andExpect(status().isOk());
    }

    private void register(String fields) throws Exception {
        send(line(fields)).andExpect(status().isOk()).andExpect(jsonPath("$.rejected", hasSize(0)));
    }

    private String line(String fields) {
        return "{\"waybill\":\"%s\",\"destinationSite\":\"%s\",%s}".formatted(waybill, Organisation.TIANHE, fields);
    }

    private static String consent(String mode, Instant at, String channel) {
        return "\"consent\":{\"mode\":\"%s\",\"at\":\"%s\",\"channel\":\"%s\"}".formatted(mode, at, channel);
    }

    private ResultActions send(String body) throws Exception {
        return send(key(Organisation.SOUTH, Permission.PARCELS_WRITE), body);
    }

    private String key(String unit, Permission permission) {
        return Acting.as(new Actor.Internal("test"), () -> partners.issue("partner", Set.of(permission), unit, 100))
                .secret();
    }

    private ResultActions send(String key, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/parcels").contentType(MediaType.APPLICATION_JSON)
                .content(body).header("Authorization", "Bearer " + key));
    }
}
