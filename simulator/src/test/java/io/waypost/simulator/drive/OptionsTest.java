package io.waypost.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waypost.simulator.network.Shape;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

    @Test
    void hasDefaultsForAllButTheKey() {
        Options options = Options.parse(List.of("--key-file", "key"));
        assertThat(options.server()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(options.parcelsPerDay()).isEqualTo(8_000);
        assertThat(options.warmUp()).isEqualTo(Duration.ofDays(3));
        assertThat(options.shape()).isEqualTo(Shape.STANDING);
        assertThat(options.step()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.speed()).isEqualTo(60);
        assertThat(options.leaveToPeople()).containsExactly("O440106-003");
        assertThat(options.password()).isEmpty();
    }

    @Test
    void readsWhatIsGiven(@TempDir Path dir) throws IOException {
        Path password = Files.writeString(dir.resolve("password"), "secret\n");
        Options options = Options.parse(
                List.of("--key-file", "key", "--warm-up", "PT6H", "--leave-to-people", "O1,R05", "--password-file",
                        password.toString(), "--shape", "one-hub"));
        assertThat(options.shape()).isEqualTo(Shape.ONE_HUB);
        assertThat(options.warmUp()).isEqualTo(Duration.ofHours(6));
        assertThat(options.leaveToPeople()).containsExactlyInAnyOrder("O1", "R05");
        assertThat(options.password()).contains("secret");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of()))
                .withMessageContaining("--key-file is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--key-file")))
                .withMessageContaining("no value");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--fast", "1")))
                .withMessageContaining("'--fast'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--key-file", "k", "--warm-up", "3 days")))
                .withMessageContaining("--warm-up is '3 days'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--key-file", "k", "--shape", "ring")))
                .withMessageContaining("'ring' is no shape");
    }
}
