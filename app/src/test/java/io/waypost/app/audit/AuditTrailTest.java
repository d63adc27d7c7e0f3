package io.waypost.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("N2 the audit trail keeps every change")
class AuditTrailTest {

    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditTrailTest(AuditTrail trail, JdbcClient jdbc, TransactionTemplate transaction) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void remembersWhoDidWhat() {
        var subject = record("/HQ/R01/A1/");
        assertThat(readAs("/HQ/R01/", subject)).containsExactly("wang TESTED {\"field\": \"name\"}");
    }

    @Test
    void showsEachOrganisationOnlyItsOwn() {
        var subject = record("/HQ/R01/A1/");
        assertThat(readAs("/HQ/R02/", subject)).isEmpty();
        assertThat(readAs("/HQ/R01/A/", subject)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry").query(Long.class).single()).isZero();
    }

    @Test
    void nothingIsWrittenOutsideOfTheChange() {
        assertThatThrownBy(() -> trail.record("TESTED", "UNIT", "A1", "/", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void noLineCanBeChangedOrRemovedEvenByThePlatform() {
        for (var statement : List.of("update audit.entry set action = 'x'", "delete from audit.entry",
                "truncate audit.entry")) {
            assertThatThrownBy(() -> Acting.as(new Actor.Internal("test"),
                    () -> transaction.executeWithoutResult(_ -> jdbc.sql(statement).update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private String record(String unitPath) {
        var subject = UUID.randomUUID().toString();
        Acting.as(person(unitPath), () -> transaction
                .executeWithoutResult(_ -> trail.record("TESTED", "UNIT", subject, unitPath, Map.of("field", "name"))));
        return subject;
    }

    private List<String> readAs(String unitPath, String subject) {
        return Acting.as(person(unitPath), () -> transaction.execute(_ -> jdbc
                .sql("select actor_name || ' ' || action || ' ' || detail from audit.entry where subject_id = :subject")
                .param("subject", subject)
                .query(String.class)
                .list()));
    }

    private static Actor person(String unitPath) {
        return new Actor.Person(UUID.randomUUID(), "wang", "wang", "X", unitPath, Set.of());
    }
}
