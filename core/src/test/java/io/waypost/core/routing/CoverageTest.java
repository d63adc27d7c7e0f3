package io.waypost.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C2 a contact that nobody could ever take is found before it waits for ever")
class CoverageTest {

    private static final List<Map<String, Integer>> USUAL = List.of(Map.of(Need.GENERAL, 3));

    @Test
    void usualAgentsTakeWhatComesInAndWhatIsPassedToTheSecondLevel() {
        assertThat(Coverage.covers(USUAL, needs(1))).isTrue();
        assertThat(Coverage.covers(USUAL, needs(2))).isTrue();
    }

    @Test
    void onlyAnExpertTakesTheThirdLevel() {
        assertThat(Coverage.covers(USUAL, needs(3))).isFalse();
        assertThat(Coverage.covers(List.of(Map.of(Need.GENERAL, 4)), needs(3))).isTrue();
        assertThat(Coverage.covers(List.of(), needs(1))).isFalse();
    }

    @Test
    void nothingIsSaidOfAPolicyBeforeThereAreAgents() {
        assertThat(Coverage.gaps(RoutingPolicy.defaults(), List.of())).isEmpty();
        assertThat(Coverage.gaps(RoutingPolicy.defaults(), List.of(Map.of("OTHER", 3)))).isNotEmpty();
    }

    private static List<Need> needs(int level) {
        return new Admission(RoutingPolicy.defaults()).admit(new Admission.Facts(UUID.randomUUID(),
                ContactChannel.CHAT, "GENERAL", null, null, 0, level, "/HQ/", Instant.EPOCH, null, null)).waiting()
                .needs();
    }
}
