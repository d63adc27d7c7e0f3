package io.waypost.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.Wire;
import io.waypost.core.identity.Role;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayName("N2 I6 the live stream over a real connection: what lies within reach, and nothing else")
class LiveHttpTest {

    private final Organisation organisation;
    private final LiveFeed feed;
    private final Environment environment;
    private final List<Wire> wires = new ArrayList<>();

    LiveHttpTest(Organisation organisation, LiveFeed feed, Environment environment) {
        this.organisation = organisation;
        this.feed = feed;
        this.environment = environment;
    }

    @AfterEach
    void hangUp() {
        wires.forEach(Wire::close);
    }

    @Test
    void whatLiesWithinReachIsHeardAndWhatLiesOutsideIsNot() throws InterruptedException {
        var south = listen(organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        var north = listen(organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        var inNorth = tell(Organisation.DONGCHENG);
        var inSouth = tell(Organisation.TIANHE);
        // Hints keep their order: had the foreign one come, it would have come first.
        assertThat(nextTicket(south)).contains(inSouth).doesNotContain(inNorth);
        assertThat(nextTicket(north)).contains(inNorth);
    }

    @Test
    void aNoticeIsHeardByItsPersonAlone() throws InterruptedException {
        var person = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var colleague = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var mine = listen(person);
        var theirs = listen(colleague);
        var notice = UUID.randomUUID().toString();
        feed.tellPerson(person.id(), "notice", Map.of("id", notice));
        var ticket = tell(Organisation.TIANHE);
        assertThat(next(mine, "notice")).contains(notice);
        assertThat(nextTicket(theirs)).contains(ticket);
        assertThat(theirs).noneMatch(line -> line.contains(notice));
    }

    @Test
    void aVisitorHearsNothing() {
        var wire = new Wire(environment);
        wires.add(wire);
        assertThat(wire.send(wire.request("/api/v1/live").GET()).statusCode()).isEqualTo(401);
    }

    private String tell(String unit) {
        var id = UUID.randomUUID().toString();
        feed.tell("ticket", organisation.path(unit), Map.of("id", id));
        return id;
    }

    /** The lines of a stream that is open: its first event has come. */
    private BlockingQueue<String> listen(PersonRef person) throws InterruptedException {
        var wire = new Wire(environment);
        wires.add(wire);
        assertThat(wire.signIn(person).statusCode()).isEqualTo(200);
        var answer = wire.send(wire.request("/api/v1/live").GET(), BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        var lines = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> {
            try (var stream = answer.body()) {
                stream.forEach(lines::add);
            } catch (RuntimeException closed) {
                lines.add("closed");
            }
        });
        next(lines, "clock");
        return lines;
    }

    private static String nextTicket(BlockingQueue<String> lines) throws InterruptedException {
        return next(lines, "ticket");
    }

    /** The data of the next event of that topic. */
    private static String next(BlockingQueue<String> lines, String topic) throws InterruptedException {
        var line = "";
        while (!line.equals("event: " + topic)) {
            line = Objects.requireNonNull(lines.poll(10, TimeUnit.SECONDS), "The stream is silent.");
        }
        return Objects.requireNonNull(lines.poll(10, TimeUnit.SECONDS), "The event has no data.");
    }
}
