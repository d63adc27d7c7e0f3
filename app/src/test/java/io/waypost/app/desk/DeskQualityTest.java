package io.waypost.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.app.desk.DeskQuality.DeskQualityRow;
import io.waypost.app.desk.DeskQuality.DispositionCount;
import io.waypost.app.desk.DeskScene.Talk;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Rows;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.FirstContact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({DeskScene.class, DeskRoom.class})
@DisplayName("C6 first-contact resolution is what customers do, and the day's scores and matters stand beside it")
class DeskQualityTest {

    private final DeskScene scene;
    private final DeskRoom room;
    private final DeskQuality quality;
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Instant now = Instant.now();

    DeskQualityTest(DeskScene scene, DeskRoom room, DeskQuality quality, JdbcClient jdbc, Organisation organisation) {
        this.scene = scene;
        this.room = room;
        this.quality = quality;
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** A contact of the past. */
    private record Past(Instant opened, Instant ended, boolean answered) {}

    @BeforeEach
    void nothingBefore() {
        room.clear();
        scene.all(() -> jdbc
                .sql("update desk.contact set closed_at = opened_at - interval '30 days' where state = 'CLOSED'")
                .update());
    }

    private void past(Talk talk, String unit, String matter, Past one, @Nullable Integer score,
            @Nullable String disposition) {
        scene.all(() -> jdbc.sql("""
                insert into desk.contact (id, conversation_id, customer_id, channel, matter, unit_code, unit_path, state, since, level,
                    end_kind, repeats, opened_at, taken_at, first_reply_at, customer_at, closed_at, first_seq, score, disposition)
                values (:id, :conversation, :customer, 'CHAT', :matter, :unit, :path, 'CLOSED', :opened, 1, 'BY_AGENT', 0, :opened,
                    :opened, :reply, :opened, :ended, 1, :score, :disposition)
                """).param("id", Ids.next(one.opened())).param("conversation", talk.conversation())
                .param("customer", talk.customer()).param("matter", matter).param("unit", unit)
                .param("path", organisation.path(unit)).param("opened", Rows.utc(one.opened()))
                .param("reply", one.answered() ? Rows.utc(one.opened()) : null).param("ended", Rows.utc(one.ended()))
                .param("score", score).param("disposition", disposition).update());
    }

    private Past ago(double days) {
        var opened = now.minus(Duration.ofMinutes((long) (days * 24 * 60)));
        return new Past(opened, opened.plusSeconds(600), true);
    }

    private DeskQualityRow row(String unit) {
        return quality.reckon(organisation.path(unit)).rows().stream()
                .filter(one -> one.unit().code().equals(unit)).findFirst().orElseThrow();
    }

    @Test
    void whoeverComesAgainWasNotHelpedAndOnlyWhatIsKnownCounts() {
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", ago(4), null, null);
        var again = scene.talk(Organisation.SOUTH);
        past(again, Organisation.SOUTH, "CLAIM", ago(6), null, null);
        // To another region's desk: nobody is helped by going elsewhere, and whoever leads the first sees it without seeing the other.
        past(again, Organisation.NORTH, "CLAIM", ago(5), null, null);
        var another = scene.talk(Organisation.SOUTH);
        past(another, Organisation.SOUTH, "CLAIM", ago(5), null, null);
        past(another, Organisation.SOUTH, "PICK_UP", ago(4.5), null, null);
        var given = ago(4);
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM",
                new Past(given.opened(), given.ended(), false),
                null, null);
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", ago(1), null, null);
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", ago(8), null, null);
        var row = row(Organisation.SOUTH);
        assertThat(row.first()).isEqualTo(5);
        assertThat(row.resolved()).isEqualTo(3);
        var view = quality.reckon(organisation.path(Organisation.NORTH));
        assertThat(view.rows()).filteredOn(one -> one.unit().code().equals(Organisation.SOUTH)).isEmpty();
        assertThat(row(Organisation.NORTH).first()).isZero();
    }

    @Test
    void theSqlSaysWhatTheRuleSays() {
        var random = new Random(7);
        int first = 0;
        int resolved = 0;
        for (int customer = 0; customer < 40; customer++) {
            var talk = scene.talk(Organisation.SOUTH);
            var pasts = new ArrayList<Past>();
            var opened = now.minus(Duration.ofHours(24 * 9 + random.nextInt(48)));
            while (opened.isBefore(now.minusSeconds(3_600))) {
                pasts.add(new Past(opened, opened.plusSeconds(60 + random.nextInt(3_000)), random.nextInt(4) > 0));
                opened = opened.plus(Duration.ofHours(2 + random.nextInt(130)));
            }
            for (int i = 0; i < pasts.size(); i++) {
                var one = pasts.get(i);
                past(talk, Organisation.SOUTH, "CLAIM", one, null, null);
                var before = i == 0 ? null : pasts.get(i - 1).ended();
                var after = i + 1 == pasts.size() ? null : pasts.get(i + 1).opened();
                if (one.ended().isAfter(now.minus(FirstContact.LATELY)) && FirstContact.isKnown(one.ended(), now)
                        && FirstContact.isFirst(one.opened(), before)) {
                    first++;
                    resolved += FirstContact.isResolved(one.answered(), one.ended(), after) ? 1 : 0;
                }
            }
        }
        assertThat(first).isGreaterThan(10);
        assertThat(resolved).isBetween(1, first - 1);
        var row = row(Organisation.SOUTH);
        assertThat(row.first()).isEqualTo(first);
        assertThat(row.resolved()).isEqualTo(resolved);
    }

    @Test
    void scoresAndMattersOfTodayStandBesideAndAreKeptForMinutes() {
        var just = new Past(now.minusMillis(20), now.minusMillis(10), true);
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", just, 5, "CLAIM");
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", just, 2, "CLAIM");
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", just, null, "OTHER");
        past(scene.talk(Organisation.SOUTH), Organisation.SOUTH, "CLAIM", ago(2), 1, "LOST");
        var row = row(Organisation.SOUTH);
        assertThat(List.of(row.endedToday(), row.ratedToday(), row.satisfiedToday())).containsExactly(3, 2, 1);
        assertThat(quality.reckon(organisation.path(Organisation.SOUTH)).dispositions())
                .extracting(DispositionCount::code, DispositionCount::count)
                .containsExactly(tuple("CLAIM", 2),
                        tuple("OTHER", 1));
        var lead = organisation.actor(Organisation.TIANHE, Permission.DESK_WORK, Permission.DESK_LEAD);
        var seen = Acting.as(lead, quality::seen);
        assertThat(Acting.as(lead, quality::seen)).isSameAs(seen);
        assertThat(seen.days()).isEqualTo(7);
        assertThat(seen.windowDays()).isEqualTo(3);
    }
}
