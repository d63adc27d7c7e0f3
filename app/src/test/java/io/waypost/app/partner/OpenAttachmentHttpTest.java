package io.waypost.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T6 partners add files to their tickets, once, and read back their own")
class OpenAttachmentHttpTest {

    private static final String TICKETS = "/open/v1/tickets";

    private final MockMvc mvc;
    private final PartnerScene scene;
    private final PartnerScene.Partner partner;
    private final OpenClient client;
    private final Browser south;
    private final Clock wall;

    OpenAttachmentHttpTest(MockMvc mvc, PartnerScene scene, Organisation organisation,
            @Qualifier("wallClock") Clock wall) {
        this.mvc = mvc;
        this.scene = scene;
        this.partner = scene.partner(Organisation.SOUTH);
        this.client = OpenClient.of(mvc, partner);
        this.south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        this.wall = wall;
    }

    @Test
    void aFileIsAddedOnceHoweverOftenItIsSentAndStaffSeeIt() throws Exception {
        var id = ticket();
        var path = TICKETS + "/%s/attachments".formatted(id);
        var key = UUID.randomUUID().toString();
        var first = OpenClient
                .text(client.upload(path + "?name=../box.exe", key, Camera.photo()).andExpect(status().isCreated())
                        .andExpect(jsonPath("$.type").value("PICTURE")).andExpect(jsonPath("$.name").value("box.jpg"))
                        .andExpect(jsonPath("$.media_type").value("image/jpeg")));
        var again = OpenClient
                .text(client.upload(path + "?name=../box.exe", key, Camera.photo()).andExpect(status().isCreated())
                        .andExpect(header().string("Idempotency-Replayed", "true")));
        assertThat(again).isEqualTo(first);
        client.upload(path + "?name=other.jpg", key, Camera.photo()).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_REUSED"));
        client.get(path).andExpect(jsonPath("$.length()").value(1));
        String file = JsonPath.read(first, "$.id");
        var content = client.get(path + "/" + file).andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andReturn().getResponse()
                .getContentAsByteArray();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        south.get("/api/v1/tickets/" + id).andExpect(jsonPath("$.files[0].id").value(file))
                .andExpect(jsonPath("$.files[0].source").value("PARTNER"));
    }

    @Test
    void filesOfOthersAndOfStaffDoNotExist() throws Exception {
        var id = ticket();
        var path = TICKETS + "/%s/attachments".formatted(id);
        String file = JsonPath.read(OpenClient.text(client.upload(path + "?name=x", "k1-" + id, Camera.photo())),
                "$.id");
        var other = OpenClient.of(mvc, scene.partner(Organisation.HEADQUARTERS));
        other.get(path).andExpect(status().isNotFound());
        other.get(path + "/" + file).andExpect(status().isNotFound());
        other.upload(path + "?name=x", "k2-" + id, Camera.photo()).andExpect(status().isNotFound());
        String staffs = JsonPath.read(south.upload("/api/v1/tickets/%s/files".formatted(id), Camera.photo())
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8),
                "$.files[1].id");
        client.get(path + "/" + staffs).andExpect(status().isNotFound());
        client.get(path).andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    void whatIsNoFileIsRefusedAndASignatureCoversWhatIsSent() throws Exception {
        var path = TICKETS + "/%s/attachments".formatted(ticket());
        for (var bad : List.of("<html>", "MZ", "%PDF-1.7 /OpenAction << /S /JavaScript >>")) {
            client.upload(path + "?name=x.jpg", UUID.randomUUID().toString(), bad.getBytes(StandardCharsets.US_ASCII))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
        }
        client.upload(path + "?name=", UUID.randomUUID().toString(), Camera.photo())
                .andExpect(status().isUnprocessableContent());
        var pdf = "%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
        var signed = new OpenClient.Signed("POST", path, "name=y.pdf", pdf, partner.signingId(),
                partner.signing().secret(), wall.instant(), UUID.randomUUID().toString());
        mvc.perform(signed.request(UUID.randomUUID().toString())).andExpect(status().isCreated());
    }

    private String ticket() throws Exception {
        return JsonPath.read(OpenClient.text(client.post(TICKETS,
                OpenClient.draft(PartnerScene.externalId(), scene.parcel(PartnerScene.HUB)))), "$.id");
    }
}
