package io.waypost.cluster.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JSON as others read it")
class JsonTest {

    @Test
    void quotesAndLeavesOutWhatIsNotThere() {
        assertThat(new Json().text("a", "x\"y\\z\n驿").text("b", null).number("c", -3).raw("d", "[]").end())
                .isEqualTo("{\"a\":\"x\\\"y\\\\z\\u000a驿\",\"c\":-3,\"d\":[]}");
        assertThat(new Json().end()).isEqualTo("{}");
    }
}
