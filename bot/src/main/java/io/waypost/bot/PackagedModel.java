package io.waypost.bot;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.intent.IntentExample;
import io.waypost.bot.intent.PackagedExamples;
import io.waypost.bot.mood.MoodExample;
import io.waypost.bot.mood.MoodModel;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model that the packaged examples teach.
 *
 * <p>It is learnt when the bot is built and packaged, so that a platform that starts does not wait for it; where it is missing, or was learnt
 * from other examples, it is learnt at start.
 */
public final class PackagedModel {

    private static final String NAME = "model.bin";

    private PackagedModel() {}

    /** Reads it, or learns it. */
    public static BotModel load(@Nullable Encoder encoder) {
        var intents = PackagedExamples.all();
        var moods = MoodModel.packaged();
        try (var in = PackagedModel.class.getResourceAsStream(NAME)) {
            if (in != null && encoder != null) {
                var data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
                if (data.readUTF().equals(mark(intents, moods))) {
                    return BotModel.read(data);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BotModel.learn(intents, moods, encoder);
    }

    /** Learns it into a folder of classes, unless it is there already; for the build. */
    static void write(Path folder, Encoder encoder) throws IOException {
        var intents = PackagedExamples.all();
        var moods = MoodModel.packaged();
        var target = folder.resolve(PackagedModel.class.getPackageName().replace('.', '/')).resolve(NAME);
        if (markIn(target).equals(Optional.of(mark(intents, moods)))) {
            return;
        }
        var part = Files.createTempFile(target.getParent(), "model", null);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
            out.writeUTF(mark(intents, moods));
            BotModel.learn(intents, moods, encoder).write(out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<String> markIn(Path target) throws IOException {
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(Files.newInputStream(target))) {
            return Optional.of(in.readUTF());
        }
    }

    private static String mark(List<IntentExample> intents, List<MoodExample> moods) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (BotModel.SHAPE + intents + moods + Packaged.lines("examples/person.tsv"))
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
