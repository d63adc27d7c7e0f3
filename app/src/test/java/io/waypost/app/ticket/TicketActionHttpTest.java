package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("T2 T4 T5 what people do with tickets, over HTTP")
class TicketActionHttpTest extends TicketHttp {

    TicketActionHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation) {
        super(scene, mvc, organisation);
    }

    @Test
    void askingAgainIsAnUrgeOfTheOpenTicketNotAnotherTicket() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        agent.post(ticket.path("urge"), "{\"note\":\"又打来了\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.urges").value(1))
                .andExpect(jsonPath("$.history[*].what", hasItem("URGED")));
        agent.post("/api/v1/tickets", "{\"waybill\":\"%s\",\"kind\":\"QUERY\"}".formatted(ticket.waybill()))
                .andExpect(status().isOk()).andExpect(jsonPath("$.joined").value(true))
                .andExpect(jsonPath("$.ticket.id").value(ticket.id()));
        clerk.post(ticket.path("urge"), "{}").andExpect(status().isForbidden());
        north.post(ticket.path("urge"), "{}").andExpect(status().isNotFound());
    }

    @Test
    void aNoteIsKeptInTheHistoryAndMustSaySomething() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        clerk.post(ticket.path("notes"), "{\"text\":\" 客户改了电话 \"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.history[*].text", hasItem("客户改了电话")));
        clerk.post(ticket.path("notes"), "{\"text\":\"  \"}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        clerk.post(ticket.path("notes"), "{\"text\":\"%s\"}".formatted("长".repeat(1_001)))
                .andExpect(jsonPath("$.errors[0].code").value("TOO_LONG"));
        north.post(ticket.path("notes"), "{\"text\":\"x\"}").andExpect(status().isNotFound());
    }

    @Test
    void raisedToUrgentItIsDueEarlierAndSaysWhy() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        agent.post(ticket.path("urgent"), "{\"note\":\"急\"}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        agent.post(ticket.path("urgent"), "{\"reason\":\"MEDICINE\",\"note\":\"胰岛素\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.urgent").value(true))
                .andExpect(jsonPath("$.urgentReason").value("MEDICINE"))
                .andExpect(jsonPath("$.limitMinutes").value(60))
                .andExpect(jsonPath("$.history[*].what", hasItem("URGENT")));
        clerk.post(ticket.path("urgent"), "{\"reason\":\"MEDICINE\"}").andExpect(status().isForbidden());
    }

    @Test
    void anAnswerWithAPhotoIsSeenByWhoAskedAndByNobodyElsewhere() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        var uploaded = text(clerk.upload(ticket.files(), camera()).andExpect(status().isOk())
                .andExpect(jsonPath("$.width").value(20)).andExpect(jsonPath("$.height").value(40)));
        String photo = JsonPath.read(uploaded, "$.id");
        clerk.post(ticket.path("answer"), """
                {"kind":"FOUND_DAMAGED","remark":"外包装破损","photoIds":["%s"],"version":%d}
                """.formatted(photo, ticket.version())).andExpect(status().isOk())
                .andExpect(jsonPath("$.answers[0].photos[0].id").value(photo));
        agent.get("/api/v1/tickets/" + ticket.id()).andExpect(jsonPath("$.answers[0].kind").value("FOUND_DAMAGED"));
        var picture = agent.get("/api/v1/attachments/" + photo).andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(camera(), StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).as("place and time of the camera")
                .doesNotContain("Exif");
        north.get("/api/v1/attachments/" + photo).andExpect(status().isNotFound());
    }

    @Test
    void whatAPhotoIsIsReadFromItsContentWhateverItIsCalled() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        for (var text : new String[]{"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<html>", "GIF89a......", ""}) {
            clerk.upload(ticket.files(), text.getBytes(StandardCharsets.UTF_8))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("file"))
                    .andExpect(jsonPath("$.errors[0].code").value("UNKNOWN_TYPE"));
        }
        clerk.upload(ticket.files(), Camera.encoded(Camera.redInTheTopLeft(), "png"))
                .andExpect(status().isOk());
    }

    @Test
    void aPhotoIsNoLargerThanTenMegabytes() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        var large = Arrays.copyOf(camera(), 10_000_001);
        clerk.upload(ticket.files(), large).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("TOO_LARGE"));
    }

    @Test
    void onlyWhoHasTheTicketAnswersItAndOnlyAsItStands() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        var answer = "{\"kind\":\"NOT_FOUND\",\"remark\":\"x\",\"version\":%d}";
        agent.post(ticket.path("answer"), answer.formatted(ticket.version())).andExpect(status().isForbidden());
        north.post(ticket.path("answer"), answer.formatted(ticket.version())).andExpect(status().isNotFound());
        clerk.post(ticket.path("answer"), answer.formatted(ticket.version() + 7)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("STALE_VERSION"))
                .andExpect(jsonPath("$.current.version").value(ticket.version()));
        clerk.upload(ticket.files(), camera()).andExpect(status().isOk());
        north.upload(ticket.files(), camera()).andExpect(status().isNotFound());
    }

    /** As a telephone takes it: lying on its side, with everything it knows written beside it. */
    private static byte[] camera() throws Exception {
        return Camera.photo();
    }
}
