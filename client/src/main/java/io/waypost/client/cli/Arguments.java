package io.waypost.client.cli;

import io.waypost.client.WaypostClient;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed: {@code scans import FILE} and options as {@code --name value} or {@code --name=value}. */
record Arguments(List<String> words, Map<String, String> options) {

    private static final Set<String> OPTIONS = Set.of("server", "key", "charset", "batch");

    static Arguments parse(List<String> args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--") || arg.equals("--help")) {
                words.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = arg.substring(2, equals < 0 ? arg.length() : equals);
            if (!OPTIONS.contains(name)) {
                throw new WrongUse("--%s is no option.\nMaybe one of --%s".formatted(name,
                        String.join(", --", OPTIONS.stream().sorted().toList())));
            }
            if (equals < 0 && i + 1 >= args.size()) {
                throw new WrongUse("--%s needs a value.".formatted(name));
            }
            options.put(name, equals < 0 ? args.get(++i) : arg.substring(equals + 1));
        }
        return new Arguments(List.copyOf(words), Map.copyOf(options));
    }

    boolean wantsHelp() {
        return words.isEmpty() || words.contains("--help") || words.contains("-h") || words.getFirst().equals("help");
    }

    String file() {
        if (words.size() == 3 && words.subList(0, 2).equals(List.of("scans", "import"))) {
            return words.get(2);
        }
        throw new WrongUse("'%s' is no command.\nMaybe: waypost scans import FILE".formatted(String.join(" ", words)));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    Charset charset() {
        String name = options.getOrDefault("charset", "UTF-8");
        try {
            return name.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new WrongUse("'%s' is no encoding known here.\nMaybe --charset GB18030".formatted(name));
        }
    }

    int batch() {
        String text = options.getOrDefault("batch", "5000");
        int batch = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (batch < 1 || batch > WaypostClient.MAX_BATCH) {
            throw new WrongUse("--batch is '%s', and must be 1 to %d.".formatted(text, WaypostClient.MAX_BATCH));
        }
        return batch;
    }
}
