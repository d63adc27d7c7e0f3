package io.waypost.chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The edge where no socket can be opened: event streams, polls and single frames. */
class ChatFallBackTest extends RunningEdge {

    @Test
    void eventStreamAndSingleFramesDoTheSame() throws Exception {
        var stream = Browser.HTTP.send(request("GET", "/events?dev=page", "", SHOP), BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        try (Stream<String> lines = stream.body()) {
            var events = lines.filter(line -> line.startsWith("data: ")).map(line -> line.substring(6)).iterator();
            assertThat(Json.read(events.next()).text("t")).isEqualTo("welcome");
            var cid = new UUID(1, 2).toString();
            var post = "{\"t\":\"post\",\"cid\":\"" + cid + "\",\"kind\":\"TEXT\",\"text\":\"hi\"}";
            var ack = Json.read(http("POST", "/frames?dev=page", post, SHOP).body());
            assertThat(ack.text("t")).isEqualTo("ack");
            assertThat(Json.read(events.next()).list("items").getFirst().text("cid")).isEqualTo(cid);
            assertThat(Json.read(http("POST", "/frames?dev=page", "{\"t\":\"dance\"}", SHOP).body()).text("code"))
                    .isEqualTo("UNKNOWN_TYPE");
            assertThat(server.counts().streams()).isEqualTo(1);
            server.close();
            assertThat(Json.read(events.next()).text("code")).isEqualTo("GOING");
        }
    }

    @Test
    void pollsWaitForNewsAndMissNone() {
        var first = Json.read(http("GET", "/poll?dev=page", "", SHOP).body());
        assertThat(first.list("frames").getFirst().text("t")).isEqualTo("welcome");
        var waiting = Browser.HTTP.sendAsync(request("GET", "/poll?dev=page&mark=" + first.text("mark"), "", SHOP),
                BodyHandlers.ofString());
        until(() -> server.counts().polls() == 1);
        assertThat(waiting).isNotDone();
        http("POST", "/frames?dev=page",
                "{\"t\":\"post\",\"cid\":\"" + new UUID(1, 3) + "\",\"kind\":\"TEXT\",\"text\":\"hi\"}", SHOP);
        var second = Json.read(waiting.orTimeout(10, TimeUnit.SECONDS).join().body());
        assertThat(second.list("frames").getFirst().list("heads").getFirst().number("last")).isEqualTo(1);
        // What happens while nobody polls is in the next answer.
        http("POST", "/frames?dev=page",
                "{\"t\":\"post\",\"cid\":\"" + new UUID(1, 4) + "\",\"kind\":\"TEXT\",\"text\":\"ho\"}", SHOP);
        var third = Json.read(http("GET", "/poll?dev=page&mark=" + second.text("mark"), "", SHOP).body());
        assertThat(third.list("frames").getFirst().list("heads").getFirst().number("last")).isEqualTo(2);
        assertThat(server.counts().polls()).isZero();
        until(() -> host.listeners() == 0);
    }

    @Test
    void aWrongTokenGetsNothingOverHttp() {
        for (var path : List.of("/poll?dev=d", "/frames?dev=d")) {
            var request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer nonsense");
            var response = sent(path.startsWith("/poll")
                    ? request.GET().build()
                    : request.POST(HttpRequest.BodyPublishers.ofString("{\"t\":\"ping\"}")).build());
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Json.read(response.body()).text("code")).isEqualTo("TOKEN_UNKNOWN");
        }
        assertThat(http("GET", "/poll", "", SHOP).statusCode()).isEqualTo(400);
        assertThat(http("GET", "/else", "", SHOP).statusCode()).isEqualTo(404);
        assertThat(http("GET", "/health", "", SHOP).statusCode()).isEqualTo(204);
    }
}
