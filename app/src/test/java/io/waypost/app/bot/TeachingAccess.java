package io.waypost.app.bot;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.bot.PackagedModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Examples within the reach of whoever labels; models, which hold for the whole network, by the headquarters alone. */
@Fixture
class TeachingAccess implements AccessFixture {

    private static final String MODELS = "/api/v1/bot/models";

    private final BotScene scene;
    private final Examples examples;
    private final ExampleStore store;
    private final ModelStore models;
    private final JdbcClient jdbc;

    TeachingAccess(BotScene scene, Examples examples, ExampleStore store, ModelStore models, JdbcClient jdbc) {
        this.scene = scene;
        this.examples = examples;
        this.store = store;
        this.models = models;
        this.jdbc = jdbc;
    }

    @Override
    public List<Request> about(String unitCode) {
        var text = "这句是谁说的" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        // One model is learnt at a time; what an earlier request has asked for is none of this one's, and its learner is not heard.
        scene.all(() -> jdbc.sql("""
                update bot.model set state = 'FAILED', claimed_until = null, ended_at = now() where state in ('QUEUED', 'LEARNING')
                """).update());
        return scene.all(() -> {
            examples.chosen(scene.open(scene.talk(unitCode, null)), text, null);
            var example = store.list(KeptExample.State.OPEN, 0, 10_000).stream()
                    .filter(one -> one.text().equals(text)).findFirst().orElseThrow();
            // No thread of the platform's takes it: within this transaction it is over.
            int version = models.ask("test", Instant.EPOCH).orElseThrow();
            var claim = models.claim(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), 9).orElseThrow();
            models.end(claim, new KeptModel(version, KeptModel.State.PASSED, 0, null, models.inForce(), null, List.of(),
                    "test", Instant.EPOCH, Instant.EPOCH), letters());
            return List.of(
                    Request.of(PUT, "/api/v1/bot/examples/{id}", example.id(), "{\"was\":\"OPEN\",\"state\":\"LEFT\"}"),
                    Request.of(POST, MODELS + "/{version}/force", version, null).byHeadquarters(),
                    Request.of(POST, MODELS + "/{version}/force", 0, null).byHeadquarters(),
                    Request.of(POST, MODELS, "", null).byHeadquarters());
        });
    }

    /** The packaged model as far as letters teach it, which is quickly learnt. */
    private static byte[] letters() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            PackagedModel.load(null).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
