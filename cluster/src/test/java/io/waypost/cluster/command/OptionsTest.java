package io.waypost.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Options of a command")
class OptionsTest {

    @Test
    void areReadAndMisuseIsRefused() {
        var options = Options.of(List.of("--port", "8090", "--kafak", "k1:9092"));
        assertThat(options.number("port", 1)).isEqualTo(8090);
        assertThat(options.number("partitions", 16)).isEqualTo(16);
        assertThatThrownBy(() -> options.text("kafka")).isInstanceOf(Misuse.class).hasMessage("--kafka is missing.");
        assertThatThrownBy(options::end).hasMessage("--kafak is not known here.");
        assertThatThrownBy(() -> Options.of(List.of("port", "1"))).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Options.of(List.of("--port"))).isInstanceOf(Misuse.class);
        var wrong = Options.of(List.of("--port", "0", "--partitions", "many"));
        assertThatThrownBy(() -> wrong.number("port", 1)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> wrong.number("partitions", 1)).hasMessageContaining("not many");
    }

    @Test
    void partitionsAreANumberOrARange() {
        assertThat(Services.partitions(null, 3)).containsExactly(0, 1, 2);
        assertThat(Services.partitions("2", 3)).containsExactly(2);
        assertThat(Services.partitions("0-1", 3)).containsExactly(0, 1);
        for (var wrong : List.of("3", "2-1", "-1", "all", "0-3")) {
            assertThatThrownBy(() -> Services.partitions(wrong, 3)).as(wrong).isInstanceOf(Misuse.class);
        }
    }
}
