package io.waypost.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.parcel.Registry;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DisplayName("T4 files of tickets: added by staff and customers, seen by whoever sees the ticket, harmless whatever is sent")
class TicketFilesHttpTest extends TicketHttp {

    private static final AtomicInteger ADDRESS = new AtomicInteger();
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final MockMvc mvc;
    private final Registry registry;
    private final String address = "10.5.0." + ADDRESS.incrementAndGet();

    TicketFilesHttpTest(TicketScene scene, MockMvc mvc, Organisation organisation, Registry registry) {
        super(scene, mvc, organisation);
        this.mvc = mvc;
        this.registry = registry;
    }

    @Test
    void staffAddFilesWithAWordAndAllWhoSeeTheTicketReadThem() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        var answer = text(clerk.upload(ticket.path("files"), PDF).andExpect(status().isOk())
                .andExpect(jsonPath("$.files[0].type").value("PDF"))
                .andExpect(jsonPath("$.files[0].source").value("NOTE"))
                .andExpect(jsonPath("$.history[*].what", hasItem("NOTED"))));
        String file = JsonPath.read(answer, "$.files[0].id");
        for (var reader : List.of(agent, south, clerk)) {
            reader.get("/api/v1/attachments/" + file).andExpect(status().isOk()).andExpect(content().bytes(PDF));
            reader.get("/api/v1/attachments/TICKET/" + ticket.id()).andExpect(jsonPath("$[*].id", contains(file)));
        }
        north.get("/api/v1/attachments/" + file).andExpect(status().isNotFound());
        north.get("/api/v1/attachments/TICKET/" + ticket.id()).andExpect(jsonPath("$").isEmpty());
        north.upload(ticket.path("files"), PDF).andExpect(status().isNotFound());
    }

    @Test
    void aTicketThatMovesTakesItsFilesAlong() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        String file = JsonPath.read(text(clerk.upload(ticket.path("files"), PDF)), "$.files[0].id");
        north.get("/api/v1/attachments/" + file).andExpect(status().isNotFound());
        clerk.post(ticket.path("answer"), """
                {"kind":"MISDIRECTED","remark":"错发","misdirectedTo":"H1101","version":%d}
                """.formatted(ticket.version())).andExpect(status().isOk());
        north.get("/api/v1/attachments/" + file).andExpect(status().isOk());
        clerk.get("/api/v1/attachments/" + file).andExpect(status().isOk());
    }

    @Test
    void anAnswerTakesPhotosAndNothingElse() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        String paper = JsonPath.read(text(clerk.upload(ticket.files(), PDF)), "$.id");
        clerk.post(ticket.path("answer"), """
                {"kind":"FOUND_DAMAGED","remark":"x","photoIds":["%s"],"version":%d}
                """.formatted(paper, ticket.version())).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("NOT_A_PHOTO"));
        String agents = JsonPath.read(text(agent.upload(ticket.files(), Camera.photo())), "$.id");
        clerk.post(ticket.path("answer"), """
                {"kind":"FOUND_DAMAGED","remark":"x","photoIds":["%s"],"version":%d}
                """.formatted(agents, ticket.version())).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("photoIds"));
    }

    @Test
    void aCustomersPhotosComeWithAMessageAndWithoutTheirPlace() throws Exception {
        var mine = request();
        String photo = JsonPath.read(
                text(photo(mine, "5678", Camera.photo(), "../../x.html").andExpect(status().isOk())),
                "$.id");
        message(mine, photo).andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[0].messages[-1:].photos", contains(1)));
        var view = text(
                clerk.get("/api/v1/tickets/" + mine.id()).andExpect(jsonPath("$.files[0].source").value("MESSAGE"))
                        .andExpect(jsonPath("$.files[0].name").value("x.jpg")));
        assertThat(JsonPath.<List<String>>read(view, "$.messages[*].id"))
                .contains(JsonPath.<String>read(view, "$.files[0].of"));
        var seen = agent.get("/api/v1/attachments/" + photo).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray();
        assertThat(new String(seen, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        north.get("/api/v1/attachments/" + photo).andExpect(status().isNotFound());
        message(mine, photo).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("photoIds"));
    }

    @Test
    void aCustomerSendsPhotosOnlyOfTheirOwnCaseAndNotManyAnHour() throws Exception {
        var mine = request();
        var other = request();
        photo(mine, "5678", PDF, "x.jpg").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("UNKNOWN_TYPE"));
        photo(mine, "0000", Camera.photo(), "x.jpg").andExpect(status().isNotFound());
        photo(new Case(other.id(), other.number(), mine.waybill()), "5678", Camera.photo(), "x.jpg")
                .andExpect(status().isNotFound());
        String ofOther = JsonPath.read(text(photo(other, "5678", Camera.photo(), "x.jpg")), "$.id");
        message(mine, ofOther).andExpect(status().isUnprocessableContent());
        for (int i = 1; i < 12; i++) {
            photo(mine, "5678", Camera.photo(), "x.jpg").andExpect(status().isOk());
        }
        photo(mine, "5678", Camera.photo(), "x.jpg").andExpect(status().isTooManyRequests());
    }

    @Test
    void whateverIsSentIsTakenOrRefusedAndNeverBreaksAnything() throws Exception {
        var ticket = urged(Organisation.TIANHE, "");
        var seeds = List.of(Camera.photo(), Camera.encoded(Camera.redInTheTopLeft(), "png"), PDF,
                "PK\3\4 no archive at all, only called one".getBytes(StandardCharsets.US_ASCII),
                "\0\0\0\20ftypisom\0\0\2\0\0\0\0\bmoov".getBytes(StandardCharsets.US_ASCII));
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var file = mutated(seeds.get(seed % seeds.size()), random);
            var status = clerk.upload(ticket.files(), file).andReturn().getResponse().getStatus();
            assertThat(status).as("seed %d", seed).isIn(200, 409, 422);
        }
    }

    /** Bytes changed, cut short, or with another kind of file behind. */
    private static byte[] mutated(byte[] seed, Random random) {
        var file = seed.clone();
        for (int i = 0; i < random.nextInt(6); i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        return switch (random.nextInt(3)) {
            case 0 -> java.util.Arrays.copyOf(file, random.nextInt(file.length));
            case 1 -> {
                var script = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
                var both = java.util.Arrays.copyOf(file, file.length + script.length);
                System.arraycopy(script, 0, both, file.length, script.length);
                yield both;
            }
            default -> file;
        };
    }

    private record Case(String id, String number, String waybill) {}

    private Case request() throws Exception {
        var waybill = TicketScene.waybill();
        registry.register(List.of(new Registration(waybill, null, null, null, null, null, null,
                new Party("李", "13800004321", null, null), new Party("王", "13812345678", "440106", null))),
                scene.now());
        scene.scan(waybill, ScanType.ARRIVED, Organisation.TIANHE, null);
        var answer = text(agent.post("/api/v1/tickets", """
                {"waybill":"%s","kind":"ADDRESS_CHANGE","note":"客户着急","contactName":"王五","contactPhone":"13812345678"}
                """.formatted(waybill)).andExpect(status().isOk()));
        return new Case(JsonPath.read(answer, "$.ticket.id"), JsonPath.read(answer, "$.ticket.number"), waybill);
    }

    private ResultActions photo(Case mine, String digits, byte[] file, String name) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.multipart("/api/v1/public/cases/photos")
                .file(new MockMultipartFile("file", name, "image/jpeg", file))
                .param("waybill", mine.waybill()).param("phoneLast4", digits).param("number", mine.number())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }

    private ResultActions message(Case mine, String photo) {
        return Browser.of(mvc).at(address).post("/api/v1/public/cases/message", """
                {"waybill":"%s","phoneLast4":"5678","number":"%s","text":"外箱破了","photoIds":["%s"]}
                """.formatted(mine.waybill(), mine.number(), photo));
    }
}
