package io.waypost.bot.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("B1 the runtime's libraries are put where programs may run")
class NativeLibraryTest {

    private static final String PATH = "onnxruntime.native.path";

    @Test
    void whatAnotherVersionLeftIsReplacedHoweverLongItIs(@TempDir Path folder) throws IOException {
        var named = System.clearProperty(PATH);
        try {
            NativeLibrary.unpackTo(folder);
            var library = folder.resolve(System.mapLibraryName("onnxruntime4j_jni"));
            var right = Files.readAllBytes(library);
            var other = right.clone();
            other[other.length / 2]++;
            Files.write(library, other);
            System.clearProperty(PATH);
            NativeLibrary.unpackTo(folder);
            assertThat(Files.readAllBytes(library)).isEqualTo(right);
            assertThat(System.getProperty(PATH)).isEqualTo(folder.toAbsolutePath().toString());
        } finally {
            if (named == null) {
                System.clearProperty(PATH);
            } else {
                System.setProperty(PATH, named);
            }
        }
    }
}
