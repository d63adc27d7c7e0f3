package io.waypost.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.network.UnitKind;
import io.waypost.core.triage.Workload.Load;
import io.waypost.core.triage.Workload.WorkSharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 a ticket goes to whoever has least in hand")
class WorkloadTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void urgentAndLateWorkWeighsMoreAndTheLongestWithoutComesFirst() {
        var three = load(1, 3, 0, 0, NINE);
        var oneLate = load(2, 1, 0, 1, NINE.minusSeconds(60));
        var twoUrgent = load(3, 2, 2, 0, NINE);
        var never = load(4, 3, 0, 0, null);
        assertThat(Workload.ranked(List.of(twoUrgent, three, oneLate, never)))
                .containsExactly(never, oneLate, three, twoUrgent);
    }

    /** One after the other, each to whoever comes first: nobody ever has two more than anybody else. */
    @Test
    void whatIsSharedOutIsEven() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var loads = new ArrayList<Load>();
            for (int i = 0; i < 1 + random.nextInt(9); i++) {
                loads.add(load(i, 0, 0, 0, null));
            }
            for (int ticket = 0; ticket < 100; ticket++) {
                Collections.shuffle(loads, random);
                var first = Workload.ranked(loads).getFirst();
                loads.remove(first);
                loads.add(new Load(first.person(), first.open() + 1, 0, 0, NINE.plusSeconds(ticket)));
                var open = loads.stream().mapToInt(Load::open).summaryStatistics();
                assertThat(open.getMax() - open.getMin()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void desksShareByThemselvesAndUnitsWhereNobodyIsNamed() {
        assertThat(Workload.shares(WorkSharing.DEFAULT, UnitKind.HEADQUARTERS, true, true, 1)).isTrue();
        assertThat(Workload.shares(WorkSharing.DEFAULT, UnitKind.REGION, true, false, 3)).isTrue();
        assertThat(Workload.shares(WorkSharing.DEFAULT, UnitKind.OUTLET, true, false, 3)).isFalse();
        assertThat(Workload.shares(WorkSharing.DEFAULT, UnitKind.OUTLET, false, false, 2)).isTrue();
        assertThat(Workload.shares(WorkSharing.DEFAULT, UnitKind.OUTLET, false, false, 1)).isFalse();
        assertThat(Workload.shares(WorkSharing.DEFAULT, UnitKind.REGION, false, true, 5)).isFalse();
        assertThat(Workload.shares(WorkSharing.ON, UnitKind.OUTLET, false, true, 1)).isTrue();
        assertThat(Workload.shares(WorkSharing.ON, UnitKind.OUTLET, false, true, 0)).isFalse();
        assertThat(Workload.shares(WorkSharing.OFF, UnitKind.HEADQUARTERS, true, false, 9)).isFalse();
    }

    private static Load load(int person, int open, int urgent, int overdue, @Nullable Instant last) {
        return new Load(new UUID(0, person), open, urgent, overdue, last);
    }
}
