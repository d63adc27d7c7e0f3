package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.outbox.Gateway.Letter;
import io.waypost.app.outbox.Gateway.Retryable;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("O1 the file gateway keeps the contract")
@ExtendWith(OutputCaptureExtension.class)
class FileGatewayTest extends GatewayContract {

    private final JsonMapper json = new JsonMapper();
    private final Path folder;

    FileGatewayTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    Gateway gateway() {
        return new FileGateway(Channel.SMS, file(), json, Clock.systemUTC());
    }

    @Override
    List<Letter> received() throws IOException {
        if (!Files.exists(file())) {
            return List.of();
        }
        return Files.readAllLines(file()).stream().map(json::readTree)
                .map(line -> new Letter(UUID.fromString(line.get("id").asString()), line.get("to").asString(),
                        MessageClass.SERVICE, new MessageBody(null, line.get("text").asString(), null, Map.of()),
                        null))
                .toList();
    }

    @Test
    void onlyThePlatformsUserReadsTheFileAndTheLogShowsNoNumber(CapturedOutput output) throws IOException {
        var letter = letter("13812345678", TEXT);
        gateway().submit(List.of(letter));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(output.toString()).doesNotContain("13812345678");
    }

    @Test
    void aFileThatGoesWithAMailIsWrittenToo() throws IOException {
        var file = Attached.of("清单.xlsx", Attached.EXCEL, new byte[]{'P', 'K', 3, 4});
        gateway().submit(List.of(new Letter(new UUID(0, 1), "a@example.cn", MessageClass.SERVICE,
                new MessageBody("清单", "共一件。", null, Map.of(), file), null)));
        assertThat(json.treeToValue(json.readTree(Files.readString(file())).get("attached"), Attached.class))
                .isEqualTo(file);
    }

    @Test
    void aFileThatCannotBeOpenedIsTriedAgainLater() throws IOException {
        Files.createDirectories(file());
        assertThat(gateway().submit(messages(2))).hasSize(2).allMatch(Retryable.class::isInstance);
    }

    private Path file() {
        return folder.resolve("data").resolve("sms-outbox.ndjson");
    }
}
