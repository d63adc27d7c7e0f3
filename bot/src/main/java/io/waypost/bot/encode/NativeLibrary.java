package io.waypost.bot.encode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Puts the libraries of ONNX Runtime into a folder that stays.
 *
 * <p>Left alone, the runtime unpacks 28 MB into the temporary folder at each start and leaves them there after a crash; and it needs that
 * folder to allow programs, which many machines forbid.
 */
final class NativeLibrary {

    private static final String PATH_PROPERTY = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibrary() {}

    /** Unpacks into the folder what is not there yet or is another version's, and tells the runtime. Does nothing where the operator named a path. */
    static void unpackTo(Path folder) throws IOException {
        if (System.getProperty(PATH_PROPERTY) != null) {
            return;
        }
        var platform = platform();
        Files.createDirectories(folder);
        for (var library : LIBRARIES) {
            var name = System.mapLibraryName(library);
            try (var in = NativeLibrary.class.getResourceAsStream("/ai/onnxruntime/native/" + platform + "/" + name)) {
                if (in == null) {
                    // The runtime says best itself which machines it knows.
                    return;
                }
                unpack(in, folder.resolve(name));
            }
        }
        System.setProperty(PATH_PROPERTY, folder.toAbsolutePath().toString());
    }

    private static void unpack(InputStream in, Path target) throws IOException {
        var bytes = in.readAllBytes();
        // Libraries of two versions may be as long as each other, and do not work together.
        if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
            return;
        }
        var part = Files.createTempFile(target.getParent(), "part", null);
        Files.write(part, bytes);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch");
        var name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return name + (machine.equals("aarch64") ? "-aarch64" : "-x64");
    }
}
