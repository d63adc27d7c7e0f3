package io.waypost.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.bot.BotNumbers.BotCount;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@DisplayName("I1 contained is who was helped, met no person and did not come back within 48 hours with the same matter")
class BotNumbersTest {

    private final BotScene scene;
    private final BotNumbers numbers;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    BotNumbersTest(BotScene scene, BotNumbers numbers, Organisation organisation, JdbcClient jdbc) {
        this.scene = scene;
        this.numbers = numbers;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    @Test
    void countsWhoWasHelpedAndStayedAway() {
        var before = price(Organisation.SOUTH);
        session(UUID.randomUUID(), "5 days", true, "SOLVED");
        session(UUID.randomUUID(), "5 days", false, "QUIET");
        session(UUID.randomUUID(), "5 days", true, "HANDED_OVER");
        session(UUID.randomUUID(), "1 day", true, "SOLVED");
        var returning = UUID.randomUUID();
        session(returning, "5 days", true, "SOLVED");
        session(returning, "4 days", true, "QUIET");
        var now = price(Organisation.SOUTH);
        assertThat(now.sessions() - before.sessions()).isEqualTo(6);
        assertThat(now.handedOver() - before.handedOver()).isEqualTo(1);
        assertThat(now.known() - before.known()).isEqualTo(5);
        // The first one, and the last time of the one who came back.
        assertThat(now.contained() - before.contained()).isEqualTo(2);
    }

    @Test
    void countsWhatTheCallerReachesAlone() {
        var before = price(Organisation.NORTH);
        session(UUID.randomUUID(), "5 days", true, "SOLVED");
        assertThat(price(Organisation.NORTH)).isEqualTo(before);
    }

    private BotCount price(String unit) {
        return Acting.as(organisation.actor(unit, Permission.BOT_VIEW), () -> numbers.of(7)).byIntent().stream()
                .filter(one -> "PRICE".equals(one.key())).findFirst().orElse(new BotCount("PRICE", 0, 0, 0, 0, 0));
    }

    private void session(UUID customer, String ago, boolean helped, String end) {
        scene.all(() -> jdbc.sql("""
                insert into bot.session (id, conversation_id, customer_id, channel, unit_path, opened_at, first_seq, asked_seq, asked_at,
                    answered_seq, state, intent, helped, ended_at, end_kind, reason)
                select gen_random_uuid(), gen_random_uuid(), :customer, 'CHAT', :path, t, 1, 1, t, 1, cast(:state as jsonb), 'PRICE', :helped,
                    t + interval '1 minute', :end, case when :end = 'HANDED_OVER' then 'ASKED' end
                from (select now() - cast(:ago as interval)) as ago (t)
                """).param("customer", customer).param("path", organisation.path(Organisation.SOUTH)).param("ago", ago)
                .param("state",
                        "{\"step\":\"FREE\",\"proven\":false,\"choices\":[],\"misses\":0,\"mood\":\"CALM\",\"helped\":false}")
                .param("helped", helped).param("end", end).update());
    }
}
