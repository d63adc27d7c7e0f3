package io.waypost.app.liability;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Rows;
import io.waypost.app.liability.ChargeDesk.Decision;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.LiabilityEvidence.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("L6 P8 whoever is on duty hears of each step that concerns their unit, and nobody of their own")
class ChargeToldTest extends ChargesOverTime {

    private static final Actor PLATFORM = new Actor.Internal("test");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ChargeToldTest(ChargeScene scene, BusinessClock clock, Deadlines deadlines, JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(scene, clock, deadlines);
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void bothSidesAndTheArbiterAreToldWhenItIsTheirTurn() {
        List.of(scene.clerk, scene.hub, scene.south, scene.high).forEach(this::onDuty);
        var id = scene.paid(scene.lostBehindTheHub(), ClaimKind.LOSS, 20_000);
        assertThat(told(scene.hub, id)).containsExactly("CHARGE_CHARGED");
        assertThat(told(scene.clerk, id)).isEmpty();

        scene.evidence(scene.hub, id, Kind.HANDED_OVER);
        assertThat(told(scene.clerk, id)).as("on the way, and may speak against it")
                .containsExactly("CHARGE_EVIDENCE_GIVEN");
        pass(Duration.ofDays(2));
        assertThat(told(scene.clerk, id)).as("now the charge is theirs")
                .containsExactlyInAnyOrder("CHARGE_EVIDENCE_GIVEN", "CHARGE_STANDS");

        scene.appeal(scene.clerk, id);
        assertThat(told(scene.south, id)).as("for Haizhu on the way, where nobody is on duty, and as the arbiter")
                .containsExactlyInAnyOrder("CHARGE_EVIDENCE_GIVEN", "CHARGE_APPEALED");
        Acting.as(scene.southSecond,
                () -> scene.desk.arbitrate(id, scene.version(id), Decision.LIFT, List.of(), "监控显示未到件"));
        assertThat(told(scene.clerk, id)).contains("CHARGE_DECIDED");
        assertThat(told(scene.hub, id)).as("their own evidence is no news to them").containsExactly("CHARGE_CHARGED");
    }

    private List<String> told(Actor.Person person, UUID id) {
        return Acting.as(PLATFORM, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql("""
                select kind from notice.notice where person_id = :person and params ->> 'chargeId' = :id order by at, id
                """).param("person", person.id()).param("id", id.toString())
                .query((row, _) -> Rows.text(row, "kind")).list())));
    }

    private void onDuty(Actor.Person person) {
        Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                    insert into identity.person (id, username, name, unit_code, unit_path, roles, password, must_change_password, created_at)
                    values (:id, :username, :name, :unit, :path, '{}', '', false, now())
                    """)
                    .param("id", person.id()).param("username", person.username()).param("name", person.name())
                    .param("unit", person.unitCode()).param("path", person.unitPath()).update();
            jdbc.sql("""
                    insert into identity.duty (unit_code, unit_path, kind, person_id) values (:unit, :path, 'ALL', :id)
                    """)
                    .param("id", person.id()).param("unit", person.unitCode()).param("path", person.unitPath())
                    .update();
        }));
    }
}
