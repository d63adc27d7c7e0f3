package io.waypost.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T3 views: one's own, shared with a unit or a role, counted")
class ViewHttpTest {

    private final MockMvc mvc;
    private final Organisation organisation;

    ViewHttpTest(MockMvc mvc, Organisation organisation) {
        this.mvc = mvc;
        this.organisation = organisation;
    }

    @Test
    void onesOwnViewIsOnesOwn() throws Exception {
        var clerk = person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var id = keep(clerk, "{\"list\":\"tickets\",\"name\":\"催了三次\",\"query\":{\"filter\":\"urges:min:3\"}}");
        assertThat(names(clerk)).contains("催了三次");
        assertThat(names(person(Role.OUTLET_CLERK, Organisation.TIANHE))).doesNotContain("催了三次");
        var manager = person(Role.REGION_MANAGER, Organisation.SOUTH);
        assertThat(names(manager)).doesNotContain("催了三次");
        manager.delete("/api/v1/views/" + id, null).andExpect(status().isNotFound());
        clerk.delete("/api/v1/views/" + id, null).andExpect(status().isNoContent());
        assertThat(names(clerk)).doesNotContain("催了三次");
    }

    @Test
    void aSharedViewIsSeenByThePeopleOfItsUnitAndBelow() throws Exception {
        var manager = person(Role.REGION_MANAGER, Organisation.SOUTH);
        keep(manager, """
                {"list":"tickets","name":"南区加急","query":{"urgent":"true"},"shared":"UNIT","unitCode":"R05"}""");
        keep(manager, """
                {"list":"tickets","name":"给网点客服","query":{},"shared":"ROLE","unitCode":"R05","role":"OUTLET_CLERK"}""");
        assertThat(names(person(Role.OUTLET_CLERK, Organisation.TIANHE))).contains("南区加急", "给网点客服");
        assertThat(names(person(Role.COURIER, Organisation.TIANHE))).contains("南区加急").doesNotContain("给网点客服");
        assertThat(names(person(Role.OUTLET_CLERK, Organisation.DONGCHENG))).doesNotContain("南区加急", "给网点客服");
    }

    @Test
    void whoMayNotShareIsTold() throws Exception {
        person(Role.OUTLET_CLERK, Organisation.TIANHE).post("/api/v1/views/shared", """
                {"list":"tickets","name":"x","shared":"UNIT","unitCode":"O440106-001"}""")
                .andExpect(status().isForbidden());
        person(Role.REGION_MANAGER, Organisation.SOUTH).post("/api/v1/views/shared", """
                {"list":"tickets","name":"x","shared":"UNIT","unitCode":"R01"}""")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("unitCode"));
        person(Role.REGION_MANAGER, Organisation.SOUTH)
                .post("/api/v1/views", "{\"list\":\"tickets\",\"name\":\"x\",\"query\":{\"filter\":\"colour:is:red\"}}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("filter.field"));
    }

    @Test
    void twoWhoChangeAViewAtOnceAreTold() throws Exception {
        var clerk = person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var id = keep(clerk, "{\"list\":\"tickets\",\"name\":\"a\"}");
        clerk.put("/api/v1/views/" + id, "{\"name\":\"b\",\"version\":1}").andExpect(status().isOk());
        clerk.put("/api/v1/views/" + id, "{\"name\":\"c\",\"version\":1}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.current.name").value("b"));
    }

    @Test
    void countsAndTheFirstView() throws Exception {
        var clerk = person(Role.OUTLET_CLERK, Organisation.HAIZHU);
        clerk.post("/api/v1/views/counts", """
                {"list":"tickets","queries":{"a":{"view":"mine"},"b":{"filter":"overdue:is:true;level:is:REGION"}}}""")
                .andExpect(status().isOk()).andExpect(jsonPath("$.a").value(0)).andExpect(jsonPath("$.b").value(0));
        clerk.put("/api/v1/views/first", "{\"list\":\"tickets\",\"view\":\"overdue\"}")
                .andExpect(status().isNoContent());
        clerk.get("/api/v1/views?list=tickets").andExpect(jsonPath("$.first").value("overdue"));
        clerk.get("/api/v1/views?list=nothing").andExpect(status().isUnprocessableContent());
    }

    private Browser person(Role role, String unit) {
        return Browser.of(mvc, organisation.person(role, unit));
    }

    private static String keep(Browser person, String body) throws Exception {
        var answer = person.post("/api/v1/views" + (body.contains("\"shared\"") ? "/shared" : ""), body)
                .andExpect(status().isOk()).andReturn().getResponse();
        return JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), "$.id");
    }

    private static List<String> names(Browser person) throws Exception {
        var answer = person.get("/api/v1/views?list=tickets").andExpect(status().isOk()).andReturn().getResponse();
        return JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), "$.views[*].name");
    }
}
