package io.waypost.bot.encode;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B1 N3 the runtime of the language model tells nobody anything")
class QuietRuntimeTest {

    /** Builds from 1.29.0 on report to this place, and die where they cannot (microsoft/onnxruntime#32173). */
    @ParameterizedTest
    @ValueSource(strings = {"linux-x64", "linux-aarch64"})
    void hasNoAddressToReportTo(String platform) throws IOException {
        try (var library = OrtEnvironment.class
                .getResourceAsStream("/ai/onnxruntime/native/%s/libonnxruntime.so".formatted(platform))) {
            var text = new String(Objects.requireNonNull(library).readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(text.contains("events.data.microsoft.com")).as("reports").isFalse();
            assertThat(text.contains("onnxruntime")).as("is the library").isTrue();
        }
    }
}
