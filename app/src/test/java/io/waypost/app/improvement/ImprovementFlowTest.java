package io.waypost.app.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.improvement.CauseFigures.CauseRow;
import io.waypost.app.improvement.ImprovementView.Step;
import io.waypost.app.improvement.Improvements.Proposal;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.Comparison.Trend;
import io.waypost.core.improvement.Department;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("T7 a cause is counted, worked on, and measured again by itself")
class ImprovementFlowTest {

    private static final Actor ALL = new Actor.Internal("test");

    private final Organisation organisation;
    private final Causes causes;
    private final CauseFigures figures;
    private final Improvements improvements;
    private final ImprovementLists lists;
    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ImprovementFlowTest(Organisation organisation, Causes causes, CauseFigures figures, Improvements improvements,
            ImprovementLists lists, BusinessClock clock, Deadlines deadlines, TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.organisation = organisation;
        this.causes = causes;
        this.figures = figures;
        this.improvements = improvements;
        this.lists = lists;
        this.clock = clock;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void whatFellIsVerifiedAndWhatDidNotIsNot() {
        var south = organisation.actor(Organisation.SOUTH, Permission.values());
        ended(30, "TRANSIT.BACKLOG", days(3));
        ended(20, "DELIVERY.FALSE_SIGN", days(9));
        ended(50, null, days(10));
        var table = Acting.as(south, () -> figures.of(null, null));
        assertThat(table.ended()).isEqualTo(100);
        assertThat(table.unnamed()).isEqualTo(50);
        assertThat(table.mondays()).hasSize(12);
        assertThat(table.causes()).extracting(CauseRow::code, CauseRow::tickets)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("TRANSIT.BACKLOG", 30L),
                        org.assertj.core.groups.Tuple.tuple("DELIVERY.FALSE_SIGN", 20L));
        assertThat(table.causes().getFirst().weekly().stream().mapToLong(Long::longValue).sum()).isEqualTo(30);
        assertThat(Acting.as(south, () -> figures.of(null, Department.DELIVERY)).causes())
                .extracting(CauseRow::code).containsExactly("DELIVERY.FALSE_SIGN");
        var places = Acting.as(south, () -> figures.places("TRANSIT.BACKLOG", null));
        assertThat(places.units()).singleElement().satisfies(place -> {
            assertThat(place.unit().code()).isEqualTo(Organisation.TIANHE);
            assertThat(place.tickets()).isEqualTo(30);
            assertThat(place.ended()).isEqualTo(100);
        });
        var north = organisation.actor(Organisation.NORTH, Permission.values());
        assertThat(Acting.as(north, () -> figures.of(null, null)).ended()).isZero();

        var fell = done(south, "TRANSIT.BACKLOG");
        var stayed = done(south, "DELIVERY.FALSE_SIGN");
        var rare = done(south, "FORCE.WEATHER");
        assertThat(view(south, fell).before().tickets()).isEqualTo(30);
        assertThatThrownBy(() -> view(north, fell)).isInstanceOf(Refusal.class);
        clock.advanceTo(clock.instant().plus(days(27)));
        deadlines.drain(clock.instant());
        assertThat(view(south, fell).state()).isEqualTo(ItemState.Name.DONE);
        ended(6, "TRANSIT.BACKLOG", days(2));
        ended(21, "DELIVERY.FALSE_SIGN", days(2));
        ended(80, null, days(2));
        clock.advanceTo(clock.instant().plus(days(1)).plusSeconds(1));
        deadlines.drain(clock.instant());

        var verified = view(south, fell);
        assertThat(verified.state()).isEqualTo(ItemState.Name.VERIFIED);
        assertThat(verified.trend()).isEqualTo(Trend.FELL);
        assertThat(verified.after()).isNotNull().satisfies(after -> {
            assertThat(after.tickets()).isEqualTo(6);
            assertThat(after.ended()).isEqualTo(107);
        });
        assertThat(verified.history()).extracting(ImprovementView.ImprovementEvent::state).containsExactly(
                ItemState.Name.PROPOSED, ItemState.Name.ACCEPTED, ItemState.Name.IN_PROGRESS, ItemState.Name.DONE,
                ItemState.Name.VERIFIED);
        assertThat(view(south, stayed)).extracting(ImprovementView::state, ImprovementView::trend)
                .containsExactly(ItemState.Name.FAILED, Trend.UNCHANGED);
        // So rare that nothing is proved either way: it is looked at twice more, over a longer time.
        assertThat(view(south, rare)).extracting(ImprovementView::state, ImprovementView::trend)
                .containsExactly(ItemState.Name.DONE, Trend.TOO_FEW);
        clock.advanceTo(clock.instant().plus(days(57)));
        deadlines.drain(clock.instant());
        assertThat(view(south, rare).state()).isEqualTo(ItemState.Name.FAILED);
    }

    @Test
    void onlyTheHeadquartersChangesTheCatalogue() {
        assertThat(causes.known("TRANSIT.BACKLOG")).isTrue();
        assertThat(causes.known("TRANSIT")).isFalse();
        assertThat(causes.known("NO.SUCH")).isFalse();
        var south = organisation.actor(Organisation.SOUTH, Permission.values());
        var added = new Cause("STATION.CLOSED_EARLY", "驿站提前关门", "Station closed early", Department.STATION, true);
        assertThatThrownBy(() -> Acting.as(south, () -> causes.add(added)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("HEADQUARTERS_ONLY"));
        Acting.as(ALL, () -> causes.add(added));
        assertThat(known("STATION.CLOSED_EARLY")).isTrue();
        Acting.as(ALL, () -> causes.change("SYSTEM.DOWN", 1, "系统宕机", "System down", Department.TECHNOLOGY, false));
        assertThat(known("SYSTEM.DOWN")).isFalse();
        assertThatThrownBy(() -> Acting.as(ALL,
                () -> causes.change("SYSTEM.DOWN", 1, "系统", "x", Department.TECHNOLOGY, true)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("CHANGED_MEANWHILE"));
    }

    private boolean known(String code) {
        return Acting.as(ALL, () -> causes.known(code));
    }

    private UUID done(Actor by, String cause) {
        var owner = organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE);
        var id = Acting.as(by, () -> improvements.propose(new Proposal(cause, Organisation.SOUTH, "整改", "加派人手",
                owner.id(), LocalDate.of(2030, 1, 1), Measure.SHARE)));
        assertThatThrownBy(() -> Acting.as(by, () -> improvements.take(id, Step.FINISH, null, 1)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("NOT_ACCEPTED"));
        Acting.as(by, () -> improvements.take(id, Step.ACCEPT, null, 1));
        assertThatThrownBy(() -> Acting.as(by, () -> improvements.take(id, Step.DROP, null, 1)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo("STALE_VERSION"));
        Acting.as(by, () -> improvements.take(id, Step.START, null, 2));
        Acting.as(by, () -> improvements.take(id, Step.FINISH, "增加夜班", 3));
        return id;
    }

    private ImprovementView view(Actor by, UUID id) {
        return Acting.as(by, () -> lists.view(id));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    /** Tickets of an outlet in the south that ended so long ago. */
    private void ended(int count, @Nullable String cause, Duration ago) {
        var at = clock.instant().minus(ago);
        for (int i = 0; i < count; i++) {
            ended(cause, at.minusSeconds(i));
        }
    }

    private void ended(@Nullable String cause, Instant at) {
        var id = UUID.randomUUID();
        Acting.as(ALL, () -> transaction.executeWithoutResult(_ -> jdbc.sql("""
                insert into ticket.ticket (id, number, waybill, kind, silent, urgent, state, phase, owed, level, place_code,
                    place_path, region_code, headquarters_code, unit_code, unit_path, limit_minutes, opened_at, closed_at,
                    close_reason, cause_code, version)
                values (:id, :number, :waybill, 'QUERY', false, false, 'CLOSED', 'ENDED', false, 'OUTLET', :place,
                    :path, 'R05', 'HQ', :place, :path, 60, :at, :at, 'SETTLED', :cause, 1)
                """).param("id", id).param("number", "T" + id).param("waybill", "W" + id)
                .param("place", Organisation.TIANHE).param("path", organisation.path(Organisation.TIANHE))
                .param("cause", cause).param("at", at.atOffset(ZoneOffset.UTC)).update()));
    }
}
