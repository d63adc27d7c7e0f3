package io.waypost.core.routing;

import static io.waypost.core.routing.Desk.NOW;
import static io.waypost.core.routing.Desk.agent;
import static io.waypost.core.routing.Desk.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Admission.Cause;
import io.waypost.core.routing.Admission.Facts;
import io.waypost.core.routing.Admission.Part;
import io.waypost.core.routing.ContactLanguage.Writing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C2 letting a contact into the queue")
class AdmissionTest {

    private final Admission admission = new Admission(RoutingPolicy.defaults().about(
            List.of(new ContactMatter("LOST", "丢失", "Loss", "LOST", 2, 1, List.of()),
                    new ContactMatter("HURRY", "加急", "Hurry", "URGENT", 3, 0, List.of())),
            List.of(new ContactLanguage("ENGLISH", Writing.LATIN, 90, "ENGLISH", 2, 1))));

    private static Facts facts(@Nullable String language, @Nullable ContractTerms contract, int repeats, int level,
            @Nullable Instant lastAt) {
        return new Facts(id(1), ContactChannel.PHONE, "LOST", language, contract, repeats, level, "/R1/", NOW,
                lastAt == null ? null : agent(1), lastAt);
    }

    @Test
    @DisplayName("who comes for the first time needs a usual agent and starts with nothing")
    void first() {
        var admitted = admission.admit(facts(null, null, 0, 1, null));
        assertThat(admitted.waiting().needs()).containsExactly(new Need("LOST", 2, 1));
        assertThat(admitted.waiting().headStart()).isZero();
        assertThat(admitted.parts()).isEmpty();
        assertThat(admitted.waiting().known()).isNull();
    }

    @Test
    @DisplayName("who comes again is let in ahead and wants a better agent, each up to a limit")
    void repeated() {
        var second = admission.admit(facts(null, null, 1, 1, null));
        assertThat(second.waiting().needs()).containsExactly(new Need("LOST", 3, 1));
        assertThat(second.parts()).containsExactly(new Part(Cause.REPEATED, Duration.ofSeconds(30)));
        var often = admission.admit(facts(null, contract("CONTRACT_7", 0), 9, 1, null));
        assertThat(often.waiting().needs()).containsExactly(new Need("LOST", 4, 1),
                new Need("CONTRACT_7", 2, 1, "GENERAL"));
        assertThat(often.parts()).containsExactly(new Part(Cause.REPEATED, Duration.ofSeconds(90)),
                new Part(Cause.CONTRACT, Duration.ofSeconds(20)));
        assertThat(often.waiting().headStart()).isEqualTo(Duration.ofSeconds(110));
    }

    @Test
    @DisplayName("who was passed on to the second or third level never falls back to beginners")
    void passedOn() {
        assertThat(admission.admit(facts("ENGLISH", null, 0, 2, null)).waiting().needs())
                .containsExactly(new Need("LOST", 3, 3), new Need("ENGLISH", 2, 1));
        assertThat(admission.admit(facts(null, null, 0, 3, null)).waiting().needs())
                .containsExactly(new Need("LOST", 4, 4));
        assertThatThrownBy(() -> facts(null, null, 0, 4, null)).hasMessageContaining("(4) must be 1 to 3");
        assertThatThrownBy(() -> facts(null, null, -1, 1, null)).hasMessageContaining("-1 contacts");
    }

    @Test
    @DisplayName("where policies ask for no level the general skill does, and a matter they do not know needs no other")
    void general() {
        var hurry = new Facts(id(1), ContactChannel.PHONE, "HURRY", null, null, 0, 1, "/R1/", NOW, null, null);
        assertThat(admission.admit(hurry).waiting().needs()).containsExactly(new Need("URGENT", 3, 1, "GENERAL"));
        var passed = new Facts(id(1), ContactChannel.PHONE, "HURRY", null, null, 0, 2, "/R1/", NOW, null, null);
        assertThat(admission.admit(passed).waiting().needs()).containsExactly(new Need("URGENT", 3, 3, "GENERAL"));
        var gone = new Facts(id(1), ContactChannel.PHONE, "GONE", "GONE", null, 0, 1, "/R1/", NOW, null, null);
        assertThat(admission.admit(gone).waiting().needs()).containsExactly(new Need("GENERAL", 2, 1));
    }

    private static ContractTerms contract(@Nullable String skill, int level) {
        return new ContractTerms(skill, level, null, Set.of(), Duration.ZERO);
    }

    @Test
    @DisplayName("a contract asks for a level of its own skill, or of the matter's where it has none; neither is ever the least one")
    void ofContract() {
        assertThat(admission.admit(facts(null, contract("ACME", 4), 0, 1, null)).waiting().needs())
                .containsExactly(new Need("LOST", 2, 1), new Need("ACME", 4, 1, "GENERAL"));
        assertThat(admission.admit(facts(null, contract(null, 4), 0, 1, null)).waiting().needs())
                .containsExactly(new Need("LOST", 4, 1));
        assertThat(admission.admit(facts(null, contract(null, 1), 1, 1, null)).waiting().needs())
                .containsExactly(new Need("LOST", 3, 1));
        assertThat(admission.admit(facts(null, contract(null, 0), 0, 1, null)).parts())
                .containsExactly(new Part(Cause.CONTRACT, Duration.ofSeconds(20)));
        assertThatThrownBy(() -> contract(null, 6)).hasMessageContaining("(6) must be 0 to 5");
        assertThatThrownBy(() -> new ContractTerms(null, 0, Duration.ZERO, Set.of(), Duration.ZERO))
                .hasMessageContaining("must be positive");
        assertThatThrownBy(() -> new ContractTerms(null, 0, null, Set.of(), Duration.ofSeconds(-1)))
                .hasMessageContaining("must not be negative");
    }

    @Test
    @DisplayName("the agent of the last contact is remembered for a day")
    void known() {
        assertThat(admission.admit(facts(null, null, 0, 1, NOW.minus(Duration.ofHours(24)))).waiting().known())
                .isEqualTo(agent(1));
        assertThat(admission.admit(facts(null, null, 0, 1, NOW.minus(Duration.ofHours(25)))).waiting().known())
                .isNull();
    }
}
