package io.waypost.app.improvement;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.improvement.KeptItem.After;
import io.waypost.app.improvement.KeptItem.Before;
import io.waypost.app.improvement.KeptItem.Draft;
import io.waypost.core.improvement.ItemRules;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.Measure;
import io.waypost.core.improvement.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of improvement items. */
@Repository
class ItemStore {

    private static final String SELECT = "select * from improvement.item ";

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list is narrowed to. */
    record Asked(ItemState.@Nullable Name state, @Nullable String cause, @Nullable UUID before) {}

    /** What happened to an item. */
    record Event(Instant at, String byName, ItemState.Name state, @Nullable String note) {}

    void add(KeptItem item) {
        var draft = item.draft();
        var before = item.before();
        jdbc.sql("""
                insert into improvement.item (id, cause_code, unit_code, unit_path, title, plan, owner_id, owner_name, due, measure,
                    state, before_from, before_until, before_count, before_ended, proposed_at, proposed_by, version)
                values (:id, :cause, :unitCode, :unitPath, :title, :plan, :ownerId, :ownerName, :due, :measure,
                    :state, :from, :until, :count, :ended, :at, :by, 1)
                """)
                .param("id", item.id()).param("cause", draft.cause()).param("unitCode", draft.unitCode())
                .param("unitPath", item.unitPath()).param("title", draft.title()).param("plan", draft.plan())
                .param("ownerId", draft.owner().id()).param("ownerName", draft.owner().name())
                .param("due", draft.due()).param("measure", draft.measure().name()).param("state", item.state().name())
                .param("from", utc(before.from())).param("until", utc(before.until()))
                .param("count", before.tally().tickets()).param("ended", before.tally().ended())
                .param("at", utc(item.proposedAt())).param("by", item.proposedBy()).update();
    }

    Optional<KeptItem> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query((row, _) -> kept(row)).optional();
    }

    Optional<KeptItem> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update").param("id", id).query((row, _) -> kept(row)).optional();
    }

    List<KeptItem> list(Asked asked, int most) {
        var conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (asked.state() != null) {
            conditions.add("state = :state");
            parameters.put("state", asked.state().name());
        }
        if (asked.cause() != null) {
            conditions.add("cause_code = :cause");
            parameters.put("cause", asked.cause());
        }
        if (asked.before() != null) {
            conditions.add("id < :before");
            parameters.put("before", asked.before());
        }
        return jdbc.sql(SELECT + "where %s order by id desc limit :most".formatted(String.join(" and ", conditions)))
                .params(parameters).param("most", most).query((row, _) -> kept(row)).list();
    }

    void update(KeptItem item) {
        var after = item.after();
        jdbc.sql("""
                update improvement.item
                set state = :state, done_at = :doneAt, looks = :looks, compare_at = :compareAt, after_until = :afterUntil,
                    after_count = :afterCount, after_ended = :afterEnded, ended_at = :endedAt, version = version + 1
                where id = :id
                """)
                .param("id", item.id()).param("state", item.state().name()).param("doneAt", utc(item.doneAt()))
                .param("looks", item.looks()).param("compareAt", utc(item.compareAt()))
                .param("afterUntil", after == null ? null : utc(after.until()))
                .param("afterCount", after == null ? null : after.tally().tickets())
                .param("afterEnded", after == null ? null : after.tally().ended())
                .param("endedAt", utc(item.endedAt())).update();
    }

    void log(UUID id, Event event) {
        jdbc.sql("""
                insert into improvement.history (item_id, at, by_name, state, note) values (:id, :at, :by, :state, :note)
                """).param("id", id).param("at", utc(event.at())).param("by", event.byName())
                .param("state", event.state().name()).param("note", event.note()).update();
    }

    List<Event> history(UUID id) {
        return jdbc.sql("select at, by_name, state, note from improvement.history where item_id = :id order by seq")
                .param("id", id).query((row, _) -> new Event(time(row, "at"), text(row, "by_name"),
                        ItemState.Name.valueOf(text(row, "state")), row.getString("note")))
                .list();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("""
                select compare_at from improvement.item where compare_at is not null order by compare_at limit 1
                """).query((row, _) -> time(row, "compare_at")).optional();
    }

    List<KeptItem> claimDue(Instant now, int most) {
        return jdbc.sql(SELECT + "where compare_at <= :now order by compare_at limit :most for update skip locked")
                .param("now", utc(now)).param("most", most).query((row, _) -> kept(row)).list();
    }

    void postpone(UUID id, Instant until) {
        jdbc.sql("update improvement.item set compare_at = :until where id = :id").param("until", utc(until))
                .param("id", id).update();
    }

    private static KeptItem kept(ResultSet row) throws SQLException {
        var draft = new Draft(text(row, "cause_code"), text(row, "unit_code"), text(row, "title"), text(row, "plan"),
                new PersonRef(Objects.requireNonNull(row.getObject("owner_id", UUID.class)), text(row, "owner_name")),
                Objects.requireNonNull(row.getObject("due", LocalDate.class)),
                Measure.valueOf(text(row, "measure")));
        var before = new Before(time(row, "before_from"), time(row, "before_until"),
                new Tally(row.getLong("before_count"), row.getLong("before_ended"), ItemRules.WEEKS));
        var doneAt = timeOrNull(row, "done_at");
        return new KeptItem(Objects.requireNonNull(row.getObject("id", UUID.class)), draft, text(row, "unit_path"),
                before, ItemState.Name.valueOf(text(row, "state")), doneAt, row.getInt("looks"),
                timeOrNull(row, "compare_at"), after(row, doneAt), time(row, "proposed_at"), text(row, "proposed_by"),
                timeOrNull(row, "ended_at"), row.getInt("version"));
    }

    private static @Nullable After after(ResultSet row, @Nullable Instant doneAt) throws SQLException {
        var until = timeOrNull(row, "after_until");
        if (until == null || doneAt == null) {
            return null;
        }
        int weeks = (int) (Duration.between(doneAt, until).toDays() / 7);
        return new After(until, new Tally(row.getLong("after_count"), row.getLong("after_ended"), weeks));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column));
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
