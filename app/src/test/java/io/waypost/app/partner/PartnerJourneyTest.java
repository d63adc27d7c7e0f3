package io.waypost.app.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The generated client needs the console's npm packages, as the build installs them; without them it is skipped, and says so. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "waypost.outbox.webhook.allow-loopback=true")
@DisplayName("T6 what we give partners to start from works: the description, for a generated client, and the guide")
class PartnerJourneyTest {

    private static final Path CONSOLE = Path.of("..", "console");
    private static final Path GENERATED = CONSOLE.resolve("contract/generated");
    private static final int SECONDS = 180;

    private final PartnerScene scene;
    private final Environment environment;

    PartnerJourneyTest(PartnerScene scene, Environment environment) {
        this.scene = scene;
        this.environment = environment;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void theGeneratedClientGetsThrough() throws Exception {
        assumeTrue(Files.exists(CONSOLE.resolve("node_modules/openapi-fetch")), "npm ci in console/ was not run");
        Files.createDirectories(GENERATED);
        node(Map.of(), "node_modules/openapi-typescript/bin/cli.js", "../docs/api/open-v1.json", "-o",
                "contract/generated/schema.d.ts");
        node(Map.of(), "node_modules/typescript/bin/tsc", "-p", "contract");
        var partner = scene.partner(Organisation.SOUTH);
        var told = node(Map.of(
                "BASE", base(),
                "CLIENT_ID", partner.clientId(),
                "CLIENT_SECRET", partner.client().secret(),
                "WAYBILL", scene.parcel(PartnerScene.HUB)), "contract/generated/out/journey.js");
        assertThat(told).contains("calls");
    }

    @Test
    void theExamplesOfTheGuideWorkAsTheyStand(@TempDir Path folder) throws Exception {
        var partner = scene.partner(Organisation.SOUTH);
        scene.scan(GuideExamples.WAYBILL, PartnerScene.HUB);
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", folder.resolve("box.jpg").toFile());
        var told = run(folder, Map.of(), List.of("bash", "-c", GuideExamples.script(base(), partner)));
        assertThat(told).contains("ORDER-1001", "\"items\"", "box.jpg");
    }

    private String base() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    private static String node(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        return run(CONSOLE, variables, command);
    }

    private static String run(Path folder, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("partner-journey", ".log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        var text = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        return text;
    }
}
