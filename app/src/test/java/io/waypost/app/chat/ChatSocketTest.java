package io.waypost.app.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.desk.DeskRoom;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(DeskRoom.class)
@DisplayName("C1 a customer and an agent chat over real sockets, and each sees only what is theirs")
class ChatSocketTest {

    private final ChatEdge edge;
    private final ChatToken tokens;
    private final ChatFiles files;
    private final DeskFileController desk;
    private final DeskRoom room;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Line> lines = new ArrayList<>();

    ChatSocketTest(ChatEdge edge, ChatToken tokens, ChatFiles files, DeskFileController desk, DeskRoom room,
            Organisation organisation, JdbcClient jdbc, JsonMapper json,
            @LocalServerPort int port) {
        this.edge = edge;
        this.tokens = tokens;
        this.files = files;
        this.desk = desk;
        this.room = room;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.json = json;
        this.port = port;
    }

    @AfterEach
    void hangUp() {
        lines.forEach(line -> Objects.requireNonNull(line.socket).abort());
        http.close();
    }

    /** One socket, and what it was told. */
    private static final class Line implements WebSocket.Listener {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private @Nullable WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                told.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void theyWriteToEachOther() throws Exception {
        room.clear();
        var agent = room.ready(Organisation.HEADQUARTERS, organisation.person(Role.AGENT, Organisation.HEADQUARTERS));
        var begun = begin("waypost", null);
        var customer = open(begun.get("token").asString());
        assertThat(next(customer, "welcome").get("heads").get(0).get("last").asInt()).isZero();
        var agentLine = open(tokens.agent(agent.id(), session()).token());
        assertThat(next(agentLine, "welcome").get("heads")).isEmpty();

        var cid = UUID.randomUUID().toString();
        say(customer, "{\"t\":\"post\",\"cid\":\"%s\",\"kind\":\"TEXT\",\"text\":\"我的快递呢\"}".formatted(cid));
        var ack = next(customer, "ack");
        assertThat(ack.get("seq").asInt()).isEqualTo(1);
        say(customer, "{\"t\":\"post\",\"cid\":\"%s\",\"kind\":\"TEXT\",\"text\":\"我的快递呢\"}".formatted(cid));
        assertThat(next(customer, "ack").get("seq").asInt()).isEqualTo(1);

        var head = next(agentLine, "head");
        assertThat(head.get("state").asString()).isEqualTo("OFFERED");
        var conversation = ack.get("conv").asString();
        say(agentLine,
                "{\"t\":\"post\",\"cid\":\"00000000-0000-7000-8000-00000000000a\",\"conv\":\"%s\",\"kind\":\"TEXT\",\"text\":\"x\"}"
                        .formatted(conversation));
        assertThat(next(agentLine, "refused").get("code").asString()).isEqualTo("NOT_YOURS");
        room.accept(agent, UUID.fromString(conversation));
        say(agentLine, "{\"t\":\"post\",\"cid\":\"%s\",\"conv\":\"%s\",\"kind\":\"TEXT\",\"text\":\"正在查\"}"
                .formatted(UUID.randomUUID(), conversation));
        assertThat(next(agentLine, "ack").get("seq").asInt()).isEqualTo(3);
        // Whoever has it belongs to the desk that the conversation does.
        assertThat(Acting.as(agent, () -> desk.upload(UUID.fromString(conversation), picture())).file()).isNotNull();
        say(customer, "{\"t\":\"pull\",\"conv\":\"%s\",\"after\":0}".formatted(conversation));
        assertThat(texts(customer, 3)).containsExactly("我的快递呢", "客服%s为您服务。".formatted(agent.name()), "正在查");

        var stranger = open(begin("waypost", null).get("token").asString());
        next(stranger, "welcome");
        say(stranger, "{\"t\":\"pull\",\"conv\":\"%s\",\"after\":0}".formatted(conversation));
        assertThat(next(stranger, "refused").get("code").asString()).isEqualTo("NOT_YOURS");
        say(stranger,
                "{\"t\":\"post\",\"cid\":\"00000000-0000-7000-8000-00000000000b\",\"conv\":\"%s\",\"kind\":\"TEXT\",\"text\":\"x\"}"
                        .formatted(conversation));
        assertThat(next(stranger, "refused").get("code").asString()).isEqualTo("NOT_YOURS");

        assertThat(post("/api/v1/public/chat/satisfaction", begun.get("token").asString(),
                "{\"conversation\":\"%s\",\"score\":6}".formatted(conversation)).statusCode()).isEqualTo(422);
        assertThat(post("/api/v1/public/chat/satisfaction", begun.get("token").asString(),
                "{\"conversation\":\"%s\",\"score\":5}".formatted(conversation)).statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/public/chat/leave", "forged", "{\"conversation\":\"%s\"}".formatted(conversation))
                .statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/public/chat/leave", begun.get("token").asString(),
                "{\"conversation\":\"%s\"}".formatted(conversation)).statusCode()).isEqualTo(204);
        assertThat(room.state(UUID.fromString(conversation))).isEqualTo("CLOSED");

        var again = begin("waypost", begun.get("token").asString());
        var back = open(again.get("token").asString());
        assertThat(next(back, "welcome").get("heads").get(0).get("conv").asString()).isEqualTo(conversation);
    }

    @Test
    void filesGoBothWaysAndAreOpenedByThoseWhoHaveTheConversation() throws Exception {
        room.clear();
        var begun = begin("waypost", null);
        var token = begun.get("token").asString();
        var customer = open(token);
        var conversation = UUID.fromString(next(customer, "welcome").get("heads").get(0).get("conv").asString());
        var theirs = files.add(conversation, "破损.jpg", new ByteArrayInputStream(Camera.photo())).id();
        say(customer, "{\"t\":\"post\",\"cid\":\"%s\",\"kind\":\"IMAGE\",\"text\":\"破损.jpg\",\"file\":\"%s\"}"
                .formatted(UUID.randomUUID(), theirs));
        assertThat(next(customer, "ack").get("seq").asInt()).isEqualTo(1);

        // The customer's desk is that of the headquarters, and the file came before anybody had the contact.
        var agent = room.ready(Organisation.SOUTH, organisation.person(Role.AGENT, Organisation.SOUTH));
        room.accept(agent, conversation);
        assertThat(Acting.as(agent, () -> desk.open(conversation, theirs)).getHeaders().getContentType())
                .hasToString("image/jpeg");
        var stranger = room.ready(Organisation.NORTH, organisation.person(Role.AGENT, Organisation.NORTH));
        assertThatThrownBy(() -> Acting.as(stranger, () -> desk.open(conversation, theirs)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(stranger, () -> desk.upload(conversation, picture())))
                .isInstanceOf(Refusal.class);

        room.ask(agent, stranger, conversation);
        assertThat(Acting.as(stranger, () -> desk.open(conversation, theirs)).getStatusCode().value()).isEqualTo(200);
        assertThatThrownBy(() -> Acting.as(stranger, () -> desk.upload(conversation, picture())))
                .isInstanceOf(Refusal.class);
        room.goes(stranger, conversation);
        assertThatThrownBy(() -> Acting.as(stranger, () -> desk.open(conversation, theirs)))
                .isInstanceOf(Refusal.class);

        var ours = Acting.as(agent, () -> desk.upload(conversation, picture()));
        assertThat(ours.kind()).isEqualTo(FileAnswer.ShownAs.IMAGE);
        var agentLine = open(tokens.agent(agent.id(), session()).token());
        next(agentLine, "welcome");
        say(agentLine,
                "{\"t\":\"post\",\"cid\":\"%s\",\"conv\":\"%s\",\"kind\":\"IMAGE\",\"text\":\"面单.jpg\",\"file\":\"%s\"}"
                        .formatted(UUID.randomUUID(), conversation, ours.file()));
        assertThat(next(agentLine, "ack").get("seq").asInt()).isEqualTo(3);
        var answer = http.send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:%d/api/v1/public/chat/files/%s".formatted(port, ours.file())))
                .header("X-Chat-Token", token).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        // What only calls itself a picture is none.
        assertThatThrownBy(() -> Acting.as(agent,
                () -> desk.upload(conversation,
                        new MockMultipartFile("file", "a.jpg", null, "<script>".getBytes(UTF_8)))))
                .isInstanceOf(Refusal.class);
    }

    private static MockMultipartFile picture() {
        return new MockMultipartFile("file", "面单.jpg", "image/jpeg", Camera.photo());
    }

    @Test
    void theSocketOfWhoHasSignedOutIsClosedAndTheirTokenOpensNoOther() throws Exception {
        room.clear();
        var agent = room.ready(Organisation.SOUTH, organisation.person(Role.AGENT, Organisation.SOUTH));
        var here = session();
        var elsewhere = session();
        var token = tokens.agent(agent.id(), here).token();
        var line = open(token);
        var other = open(tokens.agent(agent.id(), elsewhere).token());
        next(line, "welcome");
        next(other, "welcome");
        jdbc.sql("delete from spring_session where primary_id = :id").param("id", here.toString()).update();
        assertThat(next(line, "bye").get("code").asString()).isEqualTo("SIGNED_OUT");
        assertThat(next(open(token), "refused", "bye").toString()).contains("TOKEN");
        // A visitor's token is not one of an agent, however it is called.
        assertThat(tokens.read(tokens.visitor(agent.id()).token()).orElseThrow().session()).isNull();
        say(other, "{\"t\":\"ping\"}");
        next(other, "pong");
    }

    /** Somebody has signed in. */
    private UUID session() {
        var number = UUID.randomUUID();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time)
                values (:number, :id, 0, 0, 1800, :until)
                """).param("number", number.toString()).param("id", UUID.randomUUID().toString())
                .param("until", Instant.now().plusSeconds(1800).toEpochMilli()).update();
        return number;
    }

    @Test
    void whoWaitsIsToldTheirPlace() throws Exception {
        room.clear();
        for (var words : List.of("您是下一位", "您前面还有 1 位")) {
            var customer = open(begin("waypost", null).get("token").asString());
            next(customer, "welcome");
            say(customer,
                    "{\"t\":\"post\",\"cid\":\"%s\",\"kind\":\"TEXT\",\"text\":\"在吗\"}".formatted(UUID.randomUUID()));
            var head = next(customer, "head");
            while (!head.get("state").asString().equals("WAITING")) {
                head = next(customer, "head");
            }
            // How long it will take is said too, where contacts of the last hour tell.
            assertThat(head.get("title").asString()).startsWith(words);
        }
    }

    @Test
    void forgedTokensForeignPagesAndUnknownSitesAreTurnedAway() throws Exception {
        var forged = open("AAAA" + begin("waypost", null).get("token").asString().substring(4));
        assertThat(next(forged, "refused", "bye").toString()).contains("TOKEN");
        assertThat(post("/api/v1/public/chat/visitors", "", "{\"site\":\"nobody\"}").statusCode()).isEqualTo(422);
        var foreign = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:%d/api/v1/public/chat/visitors".formatted(port)))
                .header("Origin", "https://evil.example").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"site\":\"waypost\"}")).build();
        var answer = http.send(foreign, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(edge.allows("https://evil.example")).isFalse();
        assertThat(edge.allows("http://127.0.0.1:" + port)).isTrue();
    }

    private JsonNode begin(String site, @Nullable String before) throws Exception {
        var visitor = before == null ? "null" : "\"%s\"".formatted(before);
        var answer = post("/api/v1/public/chat/visitors", "",
                "{\"site\":\"%s\",\"visitor\":%s}".formatted(site, visitor));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Content-Type", "application/json").header("X-Chat-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Line open(String token) throws Exception {
        var line = new Line();
        line.socket = http.newWebSocketBuilder().buildAsync(URI.create(edge.address()), line).get(10, TimeUnit.SECONDS);
        lines.add(line);
        say(line, "{\"t\":\"hello\",\"v\":1,\"token\":\"%s\",\"dev\":\"d%d\"}".formatted(token, lines.size()));
        return line;
    }

    private static void say(Line line, String frame) throws Exception {
        Objects.requireNonNull(line.socket).sendText(frame, true).get(10, TimeUnit.SECONDS);
    }

    private JsonNode next(Line line, String... kinds) throws InterruptedException {
        while (true) {
            var frame = line.told.poll(15, TimeUnit.SECONDS);
            assertThat(frame).as("a frame of " + List.of(kinds)).isNotNull();
            var node = json.readTree(frame);
            if (List.of(kinds).contains(node.get("t").asString())) {
                return node;
            }
        }
    }

    private List<String> texts(Line line, int last) throws InterruptedException {
        var texts = new TreeMap<Integer, String>();
        while (texts.size() < last) {
            next(line, "items").get("items")
                    .forEach(item -> texts.put(item.get("seq").asInt(), item.get("text").asString()));
        }
        return List.copyOf(texts.values());
    }
}
