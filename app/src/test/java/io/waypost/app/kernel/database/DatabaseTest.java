package io.waypost.app.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("N2 the database knows who acts")
class DatabaseTest {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DatabaseTest(JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void aTransactionCarriesTheActorsScopeAndForgetsItAfterwards() {
        var scope = Acting.as(new Actor.Internal("test"), () -> transaction.execute(_ -> scope()));
        assertThat(scope).isEqualTo("/");
        assertThat(jdbc.sql("select coalesce(waypost_scope(), 'nothing')").query(String.class).single())
                .isEqualTo("nothing");
    }

    @Test
    void theAppsRoleCannotBypassRowLevelSecurity() {
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class).single())
                .isFalse();
    }

    @Test
    void writesAreDurable() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
    }

    @Test
    void anEighthOfTheMachineHoldsPagesWithinBounds() {
        assertThat(EmbeddedPostgres.bufferMegabytes(1L << 30)).isEqualTo(256);
        assertThat(EmbeddedPostgres.bufferMegabytes(8L << 30)).isEqualTo(1024);
        assertThat(EmbeddedPostgres.bufferMegabytes(1L << 40)).isEqualTo(2048);
        assertThat(
                jdbc.sql("select source from pg_settings where name = 'shared_buffers'").query(String.class).single())
                .isEqualTo("command line");
    }

    private String scope() {
        return jdbc.sql("select waypost_scope()").query(String.class).single();
    }
}
