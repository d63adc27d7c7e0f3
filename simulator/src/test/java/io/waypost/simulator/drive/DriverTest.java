package io.waypost.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.simulator.Action;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.truth.Episode;
import io.waypost.simulator.truth.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {

    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");

    private static final Instant STORM = Instant.parse("2026-11-20T03:00:00Z");

    @TempDir
    Path dir;

    private final FakePlatform platform = new FakePlatform();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void bringsInTheNetworkWarmsUpFollowsTheClockAndGoesOnAfterARestart() throws Exception {
        play(() -> platform.now().isAfter(START.plus(Duration.ofHours(9))));

        assertThat(platform.imports()).hasSize(3).first().asString().contains("\nR05,华南大区,REGION,HQ,");
        assertThat(platform.imports().get(1)).contains("\nH4401-D");
        assertThat(platform.imports().getLast()).contains("\noutlet,");
        assertThat(platform.calls()).containsSequence("POST/scans", "PUT/demo/clock");
        int before = platform.scans().size();

        play(() -> platform.now().isAfter(START.plus(Duration.ofHours(14))));

        assertThat(platform.imports()).hasSize(3);
        assertThat(platform.scans()).hasSizeGreaterThan(before + 500);
        assertThat(platform.scans()).hasSize(expected(platform.now()));
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("Warming up from 2026-03-01T16:00:00Z")
                .contains("Going on at ");
    }

    @Test
    void answersTicketsButLeavesThoseOfPeopleAlone() throws Exception {
        List<String> waybills = new ArrayList<>();
        simulation().advanceTo(START.plus(Duration.ofHours(6)), action -> {
            if (action instanceof Action.Register(Instant _, var parcel)) {
                waybills.add(parcel.waybill());
            }
        });
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tickets.add(
                    ticket("t" + i, waybills.get(waybills.size() - 1 - i), i % 2 == 0 ? "O440106-003" : "O440106-001"));
        }
        platform.dispatch(String.join(",", tickets));

        play(() -> platform.now().isAfter(START.plus(Duration.ofHours(12))));

        assertThat(platform.answers()).hasSizeBetween(12, 20)
                .allMatch(answer -> answer.contains("\"kind\":\"ON_THE_WAY\""));
        assertThat(platform.answers())
                .noneMatch(answer -> Integer.parseInt(answer.replaceAll("POST/tickets/t(\\d+)/.*", "$1")) % 2 == 0);
    }

    @Test
    void customersComplainAndTheirMattersAreSortedAnsweredCheckedAndClosed() throws Exception {
        String[] states = {"NEW", "DISPATCHED", "REPLIED", "CLOSE_APPLIED", "CHECKED", "CALLED_BACK"};
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tickets.add(ticket("c" + i, "YT0", i % 20 == 0 ? "O440106-003" : "O440106-001")
                    .replace("SILENT_PARCEL", "DELAY.DELIVERY").replace("DISPATCHED", states[i % states.length]));
        }
        platform.dispatch(String.join(",", tickets));
        platform.appeal(Stream.of("RECEIVED", "INVESTIGATING", "TO_CHECK").map(state -> """
            {"id":"a%1$s","state":"%1$s","category":"DELAY","receivedAt":"%2$s","version":1}""".formatted(state, START))
                .collect(Collectors.joining(",")));

        play(() -> platform.now().isAfter(START.plus(Duration.ofHours(40))));

        assertThat(platform.steps()).anyMatch(step -> step.startsWith("POST/appeals/aRECEIVED/investigate"))
                .anyMatch(step -> step.startsWith("POST/appeals/aINVESTIGATING/reply") && step.contains("经查"))
                .as("a second person's work is left to people").noneMatch(step -> step.contains("aTO_CHECK"));

        assertThat(platform.steps()).anyMatch(step -> step.startsWith("POST/tickets{") && step.contains("contactPhone"))
                .anyMatch(step -> step.contains("/apply-close{")).anyMatch(step -> step.contains("/check{"))
                .anyMatch(step -> step.contains("/call-back{")).anyMatch(step -> step.contains("/close{"))
                .anyMatch(step -> step.contains("\"kind\":\"EXPLAINED\""));
        assertThat(platform.steps().stream().filter(step -> step.startsWith("POST/tickets/c")).toList())
                .as("each step once, and none of those that people take").doesNotHaveDuplicates()
                .noneMatch(step -> step.matches("POST/tickets/c(0|20|40|60|80|100)/.*"));
    }

    @Test
    void headquartersSettlesWhatIsLostOnceNobodyHasFoundIt() throws Exception {
        Simulation ahead = simulation();
        ahead.advanceTo(START.plus(Duration.ofDays(2)), _ -> {});
        Episode lost = ahead.truth().episodes().stream().filter(one -> one.kind() == Kind.LOST).findFirst()
                .orElseThrow();
        String asked = ticket("h1", lost.waybill(), "HQ").replace("\"OUTLET\",\n", "\"HEADQUARTERS\",\n");
        platform.dispatch(asked.replace("\"lastAnswer\":null", "\"lastAnswer\":{\"kind\":\"NOT_FOUND\",\"at\":\"%s\"}"
                .formatted(lost.from().minus(Duration.ofHours(35)))));

        play(() -> platform.now().isAfter(lost.from().plus(Duration.ofHours(4))));

        assertThat(platform.answers()).anyMatch(
                step -> step.startsWith("POST/tickets/h1/close") && step.contains("\"reason\":\"SETTLED\""));
    }

    @Test
    void whatWasFoundIsFoundAgainAfterARestart() {
        Instant at = START.plus(Duration.ofDays(4));
        Simulation first = simulation();
        first.advanceTo(at, _ -> {});
        StateDir state = new StateDir(dir);
        first.truth().episodes().stream().map(episode -> episode.waybill()).filter(first::found)
                .forEach(waybill -> state.noteFound(at, waybill));
        List<Action> expected = new ArrayList<>();
        first.advanceTo(at.plus(Duration.ofDays(1)), expected::add);

        Simulation second = simulation();
        state.replay(second, at);
        List<Action> again = new ArrayList<>();
        second.advanceTo(at.plus(Duration.ofDays(1)), again::add);

        assertThat(again).isEqualTo(expected);
    }

    @Test
    void aRestartGoesOnInTheShapeThatItBeganWith() {
        StateDir state = new StateDir(dir);
        state.save(new StateDir.Kept(Settings.demo(5, START, 100, Shape.ONE_HUB), START, START));
        assertThat(state.load()).get().extracting(kept -> kept.settings().shape()).isEqualTo(Shape.ONE_HUB);
    }

    @Test
    void aFirstStartTellsWhatHappensInItsFirstSecond() {
        List<Action> expected = new ArrayList<>();
        stormy().advanceTo(STORM.plusSeconds(60), expected::add);
        assertThat(expected).anyMatch(Action.Announce.class::isInstance);

        Simulation first = stormy();
        new StateDir(dir).replay(first, STORM.plusMillis(400));
        List<Action> told = new ArrayList<>();
        first.advanceTo(STORM.plusSeconds(60), told::add);

        assertThat(told).isEqualTo(expected);
    }

    /** Henan is closed by ice from that morning on, and was announced to be so. */
    private static Simulation stormy() {
        return new Simulation(Settings.demo(20_260_301, STORM, 100));
    }

    private static String ticket(String id, String waybill, String unit) {
        return """
            {"id":"%s","number":"GD1","kind":"SILENT_PARCEL","urgent":false,"waybill":"%s","state":"DISPATCHED","level":"OUTLET",
             "unit":{"code":"%s","name":"网点","kind":"OUTLET"},"openedAt":"%s","dueAt":"%s","limitMinutes":120,"urges":0,
             "lastAnswer":null,"version":1}""".formatted(id, waybill, unit, START.plus(Duration.ofHours(5)),
                START.plus(Duration.ofHours(7)));
    }

    private int expected(Instant upTo) {
        int[] count = new int[1];
        simulation().advanceTo(upTo, action -> count[0] += action instanceof Action.Upload ? 1 : 0);
        return count[0];
    }

    private static Simulation simulation() {
        return new Simulation(Settings.demo(5, START, 2_000).withShowcase("O440106-003"));
    }

    private void play(BooleanSupplier until) throws IOException, InterruptedException {
        Path key = Files.writeString(dir.resolve("key"), "wpk_1_secret\n");
        Options options = Options
                .parse(List.of("--server", platform.address().toString(), "--key-file", key.toString(), "--state-dir",
                        dir.resolve("state").toString(), "--seed", "5", "--parcels-per-day", "2000", "--warm-up",
                        "PT7H", "--step", "PT15M",
                        "--people-password", "secret"));
        new Driver(options, new PrintStream(log, true, StandardCharsets.UTF_8), until, Duration.ofMillis(1)).run();
    }
}
