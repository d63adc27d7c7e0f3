package io.waypost.cluster.command;

import io.waypost.cluster.topic.TopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a command, each a name and a value; those that nobody asked for are refused. */
public final class Options {

    private static final String MARK = "--";

    private final Map<String, String> values;
    private final Set<String> asked = new HashSet<>();

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** Reads them. */
    public static Options of(List<String> arguments) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!name.startsWith(MARK) || i + 1 == arguments.size()) {
                throw new Misuse("%s: an option is a name that begins with %s, and a value.".formatted(name, MARK));
            }
            values.put(name.substring(MARK.length()), arguments.get(i + 1));
        }
        return new Options(values);
    }

    /** The value; null if it was not given. */
    @Nullable
    String maybe(String name) {
        asked.add(name);
        return values.get(name);
    }

    /** The value, which must be given. */
    String text(String name) {
        var value = maybe(name);
        if (value == null) {
            throw new Misuse("--%s is missing.".formatted(name));
        }
        return value;
    }

    /** The value as a whole number of at least 1, or what counts if it was not given. */
    int number(String name, int otherwise) {
        var value = maybe(name);
        try {
            int number = value == null ? otherwise : Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // It is refused as one that is too small would be.
        }
        throw new Misuse("--%s takes a whole number of at least 1, not %s.".formatted(name, value));
    }

    /** How Kafka is reached. */
    Properties kafka() throws IOException {
        var kafka = new Properties();
        var file = maybe("kafka-properties");
        if (file != null) {
            try (var in = Files.newInputStream(Path.of(file))) {
                kafka.load(in);
            }
        }
        kafka.put("bootstrap.servers", text("kafka"));
        return kafka;
    }

    /** What the topics are called. */
    TopicNames names() {
        var network = maybe("network");
        return TopicNames.of(network == null ? "waypost" : network);
    }

    /** To be called when all are asked for: a misspelt option must not be passed over. */
    void end() {
        values.keySet().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
            throw new Misuse("--%s is not known here.".formatted(name));
        });
    }
}
