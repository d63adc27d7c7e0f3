package io.waypost.bot;

import io.waypost.bot.encode.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Learns the packaged model while the bot is built: {@code LearnPackagedModel FOLDER_OF_CLASSES}. */
final class LearnPackagedModel {

    private LearnPackagedModel() {}

    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var libraries = Files.createDirectories(classes.resolveSibling("native"));
        try (var encoder = SentenceEncoder.load(libraries)) {
            PackagedModel.write(classes, encoder);
        }
    }
}
