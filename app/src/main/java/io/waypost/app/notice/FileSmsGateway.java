package io.waypost.app.notice;

import io.waypost.app.kernel.Masked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes short messages to a file that only the platform's user reads, instead of sending them: one JSON object a line. The log shows
 * them with the number masked.
 */
final class FileSmsGateway implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(FileSmsGateway.class);

    private final Path file;
    private final JsonMapper json;
    private final Clock wall;

    FileSmsGateway(Path file, JsonMapper json, Clock wall) {
        this.file = file;
        this.json = json;
        this.wall = wall;
    }

    @Override
    public synchronized List<Result> submit(List<Sms> messages) {
        var lines = new StringBuilder();
        for (var sms : messages) {
            lines.append(json.writeValueAsString(Map.of("id", sms.id(), "at", wall.instant().toString(), "to", sms.to(),
                    "text", sms.text()))).append('\n');
        }
        try (var channel = open()) {
            return append(channel, lines.toString(), messages);
        } catch (IOException unopened) {
            LOG.warn("Short messages cannot be written to {}: {}", file, unopened.getMessage());
            return Collections.nCopies(messages.size(), new Retryable("FILE_NOT_WRITABLE", Duration.ofSeconds(30)));
        }
    }

    private List<Result> append(FileChannel channel, String lines, List<Sms> messages) {
        try {
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException halfWritten) {
            LOG.warn("Short messages were perhaps written to {}: {}", file, halfWritten.getMessage());
            return Collections.nCopies(messages.size(), new Unknown("FILE_HALF_WRITTEN"));
        }
        messages.forEach(sms -> LOG.info("SMS to {}: {}", Masked.phone(sms.to()), sms.text()));
        return messages.stream().<Result>map(sms -> new Accepted("file-" + sms.id())).toList();
    }

    private FileChannel open() throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
