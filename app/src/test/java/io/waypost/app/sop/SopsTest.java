package io.waypost.app.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.sop.DefaultKinds;
import io.waypost.core.sop.DefaultSops;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@DisplayName("T1 the platform begins with kinds and their SOPs")
class SopsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    private final Sops sops;
    private final SopSeed seed;
    private final SopPictureStore store;
    private final JdbcClient jdbc;

    SopsTest(Sops sops, SopSeed seed, SopPictureStore store, JdbcClient jdbc) {
        this.sops = sops;
        this.seed = seed;
        this.store = store;
        this.jdbc = jdbc;
    }

    @Test
    void everyPackagedKindHasAnSopFromTheBeginning() {
        for (var entry : DefaultKinds.catalogue().all()) {
            assertThat(sops.kinds().find(entry.kind())).contains(entry);
            var sop = sops.inForce(entry.kind(), Instant.EPOCH);
            assertThat(sop.stages()).isEqualTo(DefaultSops.of(entry).stages());
            assertThat(sops.of(sop.id())).isEqualTo(sop);
        }
    }

    @Test
    void aSecondLevelWithoutItsOwnHasThatOfItsFirst() {
        assertThat(sops.inForce(new TicketKind("DELAY.TRANSPORT"), NOW).id())
                .isEqualTo(new SopId(new TicketKind("DELAY"), 1));
        assertThat(sops.inForce(new TicketKind("CLAIM.QUICK"), NOW).id())
                .isEqualTo(new SopId(new TicketKind("CLAIM.QUICK"), 1));
    }

    @Test
    void startingAgainChangesNothing() {
        long before = store.revision();
        var rows = jdbc.sql("select count(*) from sop.version").query(Long.class).single();
        seed.sow();
        assertThat(store.revision()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from sop.version").query(Long.class).single()).isEqualTo(rows);
    }

    @Test
    void whatIsUnknownIsADefect() {
        assertThatThrownBy(() -> sops.inForce(new TicketKind("NO_SUCH"), NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sops.of(new SopId(TicketKind.QUERY, 99))).isInstanceOf(IllegalStateException.class);
    }
}
