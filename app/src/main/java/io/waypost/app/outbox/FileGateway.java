package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages to a file that only the platform's user reads, instead of sending them: one JSON object a line. The log shows them
 * with the recipient masked.
 */
final class FileGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(FileGateway.class);

    /** What many people get at once would bury everything else in the log. */
    private static final int MOST_LOGGED = 10;

    private final Channel channel;
    private final Path file;
    private final JsonMapper json;
    private final Clock wall;

    FileGateway(Channel channel, Path file, JsonMapper json, Clock wall) {
        this.channel = channel;
        this.file = file;
        this.json = json;
        this.wall = wall;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public synchronized List<Result> submit(List<Letter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        var lines = new StringBuilder();
        letters.forEach(letter -> lines.append(json.writeValueAsString(line(letter))).append('\n'));
        try (var opened = open()) {
            return append(opened, lines.toString(), letters);
        } catch (IOException unopened) {
            LOG.warn("Messages cannot be written to {}: {}", file, unopened.getMessage());
            return Collections.nCopies(letters.size(), new Retryable("FILE_NOT_WRITABLE", Duration.ofSeconds(30)));
        }
    }

    private Map<String, Object> line(Letter letter) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", letter.id());
        line.put("at", wall.instant().toString());
        line.put("to", letter.to());
        if (letter.body().title() != null) {
            line.put("title", letter.body().title());
        }
        line.put("text", letter.body().text());
        if (letter.body().attached() != null) {
            line.put("attached", letter.body().attached());
        }
        return line;
    }

    private List<Result> append(FileChannel opened, String lines, List<Letter> letters) {
        try {
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                opened.write(bytes);
            }
            opened.force(false);
        } catch (IOException halfWritten) {
            LOG.warn("Messages were perhaps written to {}: {}", file, halfWritten.getMessage());
            return Collections.nCopies(letters.size(), new Unknown("FILE_HALF_WRITTEN"));
        }
        if (letters.size() > MOST_LOGGED) {
            LOG.info("{} messages by {} written to {}", letters.size(), channel, file);
        } else {
            letters.forEach(letter -> LOG.info("{} to {}: {}", channel, Recipients.shown(channel, letter.to()),
                    letter.body().title() == null ? letter.body().text() : letter.body().title()));
        }
        return letters.stream().<Result>map(letter -> new Accepted("file-" + letter.id())).toList();
    }

    private FileChannel open() throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
