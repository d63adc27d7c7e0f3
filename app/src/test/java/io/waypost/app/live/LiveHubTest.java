package io.waypost.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@DisplayName("N2 I6 live hints keep to the listener's scope and to the truth of the transaction")
class LiveHubTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NO_TIME = Duration.ofMillis(300);

    private final LiveHub hub;
    private final LiveSessions sessions;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock wall;
    private final DataSource database;
    private final JsonMapper json;
    private final List<LiveListener> joined = new ArrayList<>();

    LiveHubTest(LiveHub hub, LiveSessions sessions, TransactionTemplate transaction, JdbcClient jdbc,
            @Qualifier("wallClock") Clock wall, DataSource database, JsonMapper json) {
        this.hub = hub;
        this.sessions = sessions;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.wall = wall;
        this.database = database;
        this.json = json;
    }

    @AfterEach
    void leave() {
        joined.forEach(hub::leave);
    }

    @Test
    void aHintReachesWhoReachesTheUnit() throws InterruptedException {
        var outlet = join(person("/HQ/R05/O1/"));
        var region = join(person("/HQ/R05/"));
        var other = join(person("/HQ/R06/"));
        hub.tell("ticket", "/HQ/R05/O1/", Map.of("id", "1"));
        assertThat(topic(outlet)).isEqualTo("ticket");
        assertThat(topic(region)).isEqualTo("ticket");
        assertThat(other.next(NO_TIME)).isNull();
    }

    @Test
    void aNoticeReachesOnePerson() throws InterruptedException {
        var me = person("/HQ/R05/O1/");
        var mine = join(me);
        var colleagues = join(person("/HQ/R05/O1/"));
        hub.tellPerson(me.id(), "notice", Map.of("id", "7"));
        assertThat(topic(mine)).isEqualTo("notice");
        assertThat(colleagues.next(NO_TIME)).isNull();
    }

    @Test
    void nothingIsToldOfATransactionThatWasRolledBack() throws InterruptedException {
        var listener = join(person("/HQ/"));
        transaction.executeWithoutResult(status -> {
            hub.tell("ticket", "/HQ/R05/", Map.of("id", "1"));
            status.setRollbackOnly();
        });
        assertThat(listener.next(NO_TIME)).isNull();
        transaction.executeWithoutResult(_ -> hub.tell("ticket", "/HQ/R05/", Map.of("id", "2")));
        assertThat(listener.next(SOON)).isNotNull();
    }

    @Test
    void theSameHintWaitsOnlyOnce() throws InterruptedException {
        var listener = join(person("/HQ/"));
        for (int i = 0; i < 10; i++) {
            hub.tell("ticket", "/HQ/R05/", Map.of("id", "1"));
        }
        assertThat(topic(listener)).isEqualTo("ticket");
        assertThat(listener.next(NO_TIME)).isNull();
    }

    @Test
    void whoReadsTooSlowlyIsLetGo() {
        var listener = join(person("/HQ/"));
        for (int i = 0; i <= LiveListener.PATIENCE; i++) {
            hub.tell("ticket", "/HQ/R05/", Map.of("id", Integer.toString(i)));
        }
        assertThat(listener.ended()).isTrue();
        assertThat(hub.open()).isEqualTo(joined.size() - 1);
    }

    @Test
    void boardsAreToldTogetherAndOnlyToThoseWhoMaySeeThem() throws InterruptedException {
        var manager = join(person("/HQ/", Permission.BOARD_READ));
        var clerk = join(person("/HQ/"));
        hub.tell("board", "/HQ/", Map.of());
        hub.tell("board", "/HQ/", Map.of());
        hub.refreshBoards();
        assertThat(topic(manager)).isEqualTo("board");
        hub.refreshBoards();
        assertThat(manager.next(NO_TIME)).isNull();
        assertThat(clerk.next(NO_TIME)).isNull();
    }

    @Test
    void everyPageHearsThatTheClockChanged() throws InterruptedException {
        var business = new BusinessClock(wall, wall.instant(), 0);
        var own = new LiveHub(relay(), sessions, business, wall);
        own.start();
        var listener = own.join(person("/HQ/R05/O1/"), null);
        assertThat(topic(listener)).isEqualTo("clock");
        own.watchTheClock();
        assertThat(listener.next(NO_TIME)).isNull();
        business.run(60);
        own.watchTheClock();
        assertThat(Objects.requireNonNull(listener.next(SOON)).data().get("speed")).isEqualTo(60.0);
        business.advanceTo(business.instant().plus(Duration.ofHours(2)));
        own.watchTheClock();
        assertThat(topic(listener)).isEqualTo("clock");
        own.stop();
        assertThat(listener.ended()).isTrue();
    }

    @Test
    void hintsPassFromNodeToNodeOnce() throws InterruptedException {
        var second = new LiveHub(relay(), sessions, BusinessClock.real(wall), wall);
        second.start();
        try {
            var far = second.join(person("/HQ/"), null);
            var near = join(person("/HQ/"));
            assertThat(topic(far)).isEqualTo("clock");
            var told = new LiveHint("finding", "/HQ/R05/", null, Map.of("id", "f1", "waybill", "YT1"));
            LiveHint heard = null;
            for (int i = 0; i < 40 && !told.equals(heard); i++) {
                hub.tell("finding", "/HQ/R05/", told.data());
                heard = far.next(NO_TIME);
            }
            assertThat(heard).isEqualTo(told);
            assertThat(near.next(SOON)).isEqualTo(told);
        } finally {
            second.stop();
        }
    }

    @Test
    void aPageEndsWithItsSession() {
        var alive = insertSession(wall.millis() + 60_000);
        var expired = insertSession(wall.millis() - 1);
        var staying = hub.join(person("/HQ/"), alive);
        var leaving = hub.join(person("/HQ/"), expired);
        joined.add(staying);
        joined.add(leaving);
        hub.endWithTheSession();
        assertThat(staying.ended()).isFalse();
        assertThat(leaving.ended()).isTrue();
        jdbc.sql("delete from spring_session where session_id = :id").param("id", alive).update();
        hub.endWithTheSession();
        assertThat(staying.ended()).isTrue();
    }

    @Test
    void onePersonCannotTakeAllPlaces() {
        var me = person("/HQ/");
        for (int i = 0; i < LiveHub.PAGES; i++) {
            join(me);
        }
        assertThatThrownBy(() -> hub.join(me, null)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("TOO_MANY_STREAMS"));
    }

    private String insertSession(long expiry) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                                            max_inactive_interval, expiry_time)
                values (:id, :id, 0, 0, 60, :expiry)
                """).param("id", id).param("expiry", expiry).update();
        return id;
    }

    private LiveRelay relay() {
        return new LiveRelay(database, jdbc, json);
    }

    private LiveListener join(Actor actor) {
        var listener = hub.join(actor, null);
        joined.add(listener);
        try {
            assertThat(topic(listener)).isEqualTo("clock");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return listener;
    }

    private static @Nullable String topic(LiveListener listener) throws InterruptedException {
        var hint = listener.next(SOON);
        return hint == null ? null : hint.topic();
    }

    private static Actor.Person person(String path, Permission... permissions) {
        return new Actor.Person(UUID.randomUUID(), "wang", "王小明", "O1", path, Set.of(permissions));
    }
}
