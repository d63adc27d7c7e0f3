package io.waypost.core.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefaultSopsTest {

    private static final Set<String> CALENDARS = Set.of(SopStage.ALWAYS, DefaultSops.DISPATCH_DESK);

    private final KindCatalogue kinds = DefaultKinds.catalogue();

    @Test
    @DisplayName("T1 every kind has two levels at most and an SOP without flaws")
    void everyKindHasAnSop() {
        assertThat(kinds.all()).hasSizeGreaterThan(80)
                .allSatisfy(entry -> assertThat(DefaultSops.draft(entry).flaws(CALENDARS::contains))
                        .as(entry.kind().code()).isEmpty());
    }

    @Test
    @DisplayName("T2 an outlet has two hours for what is 加急, whatever the kind")
    void urgentIsTwoHours() {
        assertThat(kinds.all()).allSatisfy(entry -> assertThat(
                DefaultSops.of(entry).stage(Stage.RESPONSE, Party.OUTLET).orElseThrow().limit(true))
                .isLessThanOrEqualTo(Duration.ofHours(2)));
    }

    @Test
    @DisplayName("T5 the law's seven days run on complaints, not on questions")
    void complaintsAreStatutory() {
        assertThat(kinds.entry(new TicketKind("DELAY.TRANSPORT")).statutory()).isTrue();
        assertThat(kinds.entry(TicketKind.QUERY).statutory()).isFalse();
    }

    @Test
    @DisplayName("T4 asking, urging, silence and delay are one matter; loss is another")
    void sameMatter() {
        assertThat(kinds.sameMatter(TicketKind.SILENT_PARCEL, new TicketKind("DELAY.TRANSPORT"))).isTrue();
        assertThat(kinds.sameMatter(TicketKind.QUERY, new TicketKind("LOSS"))).isFalse();
        assertThat(kinds.sameMatter(new TicketKind("ATTITUDE"), new TicketKind("PRIVACY"))).isFalse();
        assertThat(kinds.sameMatter(new TicketKind("ATTITUDE.COURIER"), new TicketKind("ATTITUDE"))).isTrue();
    }
}
