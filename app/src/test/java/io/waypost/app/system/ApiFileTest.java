package io.waypost.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Renew the file with {@code -Dwaypost.openapi.write=true} after the API was changed on purpose. */
@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("Q7 docs/api/ says what the platform serves")
class ApiFileTest {

    private static final Path FILE = Path.of("..", "docs", "api", "openapi.json");
    private static final Path OPEN = Path.of("..", "docs", "api", "open-v1.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT).build();

    private final MockMvc mvc;
    private final Browser browser;

    ApiFileTest(MockMvc mvc, Organisation organisation) {
        this.mvc = mvc;
        this.browser = Browser.of(mvc, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
    }

    @Test
    void theFileIsWhatIsServed() throws IOException {
        compare(served(), FILE);
    }

    @Test
    void theFileForPartnersIsWhatIsServedToAnybody() throws Exception {
        compare(servedToPartners(), OPEN);
    }

    @Test
    void partnersAreShownTheirPartAndNothingElse() throws Exception {
        var open = JSON.readTree(servedToPartners());
        assertThat(open.path("openapi").stringValue()).startsWith("3.1");
        assertThat(open.path("paths").propertyNames()).hasSizeGreaterThan(8)
                .allMatch(path -> path.startsWith("/open/v1/"));
        assertThat(JSON.readTree(served()).path("paths").propertyNames()).noneMatch(path -> path.startsWith("/open"));
        assertThat(texts(open.at("/components/schemas/PartnerTicket/required"))).contains("external_id", "due_at");
        assertThat(texts(open.at("/components/schemas/PartnerTicket/properties/due_at/type"))).contains("null");
    }

    private static void compare(String json, Path file) throws IOException {
        var served = new TreeMap<>(JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {
        }));
        served.remove("servers");
        var text = JSON.writeValueAsString(served).replace("\r\n", "\n") + "\n";
        if (Boolean.getBoolean("waypost.openapi.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).as("Maybe renew the file: -Dwaypost.openapi.write=true").isEqualTo(Files.readString(file));
    }

    @Test
    void everyOperationHasANameOfItsOwnAndAWayToSayNo() throws IOException {
        var names = new ArrayList<String>();
        for (var path : JSON.readTree(served()).path("paths")) {
            for (var operation : path) {
                names.add(operation.path("operationId").stringValue());
                assertThat(operation.at("/responses/default/$ref").stringValue())
                        .isEqualTo("#/components/responses/Problem");
            }
        }
        assertThat(names).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    @Test
    void whatMayBeNullSaysSoAndIsThereInAnAnswerAll() throws IOException {
        var ticket = JSON.readTree(served()).at("/components/schemas/TicketRow");
        assertThat(ticket.at("/properties/number/type").stringValue()).isEqualTo("string");
        assertThat(texts(ticket.at("/properties/dueAt/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(ticket.at("/properties/responsible/anyOf/1/type").stringValue()).isEqualTo("null");
        assertThat(texts(ticket.path("required"))).contains("number", "dueAt", "responsible")
                .hasSameSizeAs(ticket.path("properties"));
    }

    @Test
    void whatMayBeNullInARequestMayBeLeftOut() throws IOException {
        var account = JSON.readTree(served()).at("/components/schemas/NewAccount");
        assertThat(texts(account.path("required"))).contains("username").doesNotContain("phone");
    }

    private String served() throws IOException {
        return browser.get("/api/v1/openapi").andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String servedToPartners() throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/open/v1/openapi")).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
