package io.waypost.app.appeal;

import io.waypost.app.appeal.KeptAppeal.Outcome;
import io.waypost.app.appeal.KeptAppeal.Paper;
import io.waypost.app.appeal.KeptAppeal.Period;
import io.waypost.app.appeal.KeptAppeal.Place;
import io.waypost.app.appeal.KeptAppeal.Role;
import io.waypost.app.identity.PersonRef;
import io.waypost.core.appeal.Appeal;
import io.waypost.core.appeal.AppealAdmission;
import io.waypost.core.appeal.AppealAdmission.ComplainedFirst;
import io.waypost.core.appeal.AppealAdmission.Window;
import io.waypost.core.appeal.AppealCategory;
import io.waypost.core.appeal.AppealReason;
import io.waypost.core.appeal.AppealState;
import io.waypost.core.appeal.AppealState.Assigned;
import io.waypost.core.appeal.AppealState.Closed;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.AppealState.Investigating;
import io.waypost.core.appeal.AppealState.Name;
import io.waypost.core.appeal.AppealState.Received;
import io.waypost.core.appeal.AppealState.Refused;
import io.waypost.core.appeal.AppealState.Reopened;
import io.waypost.core.appeal.AppealState.Replied;
import io.waypost.core.appeal.AppealState.ReplyChecked;
import io.waypost.core.appeal.AppealState.ReplyDrafted;
import io.waypost.core.appeal.AppealState.WaitingEvidence;
import io.waypost.core.appeal.Liability;
import io.waypost.core.appeal.RefusalOfIntake;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of appeals, read and written. */
final class AppealColumns {

    static final String ALL = """
            id, number, authority_number, office, jurisdiction, waybill, ticket_id, ticket_number, category, reason, complainant_role,
            appealed_on, forwarded_at, received_at, posted_on, complained_first, appeal_window, unit_code, unit_path, region_code,
            unit_paths, round, state, handler_id, handler_name, author_id, checker_id, liability, finding, satisfied, refusal,
            replied_at, ended_at, late, due_from, due_at, due_last_day, due_jurisdiction, due_source, reminded, version""";

    private AppealColumns() {}

    static KeptAppeal kept(ResultSet row) throws SQLException {
        var handler = row.getObject("handler_id", UUID.class);
        return new KeptAppeal(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Appeal(row.getInt("round"), state(row)),
                paper(row),
                new Place(row.getString("unit_code"), row.getString("unit_path"), row.getString("region_code"),
                        Set.of((String[]) row.getArray("unit_paths").getArray())),
                new Period(instant(row, "due_from"), instant(row, "due_at"),
                        row.getObject("due_last_day", LocalDate.class), row.getString("due_jurisdiction"),
                        row.getString("due_source"), row.getInt("reminded")),
                new Outcome(read(row, "liability", Liability::valueOf), row.getObject("satisfied", Boolean.class),
                        instantOrNull(row, "replied_at"), instantOrNull(row, "ended_at"), row.getBoolean("late")),
                handler == null ? null : new PersonRef(handler, row.getString("handler_name")),
                row.getInt("version"));
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getString("authority_number"),
                row.getString("office"),
                row.getString("jurisdiction"),
                row.getString("waybill"),
                row.getObject("ticket_id", UUID.class),
                row.getString("ticket_number"),
                AppealCategory.valueOf(row.getString("category")),
                read(row, "reason", AppealReason::valueOf),
                Role.valueOf(row.getString("complainant_role")),
                row.getObject("appealed_on", LocalDate.class),
                instant(row, "forwarded_at"),
                instant(row, "received_at"),
                row.getObject("posted_on", LocalDate.class),
                new AppealAdmission(ComplainedFirst.valueOf(row.getString("complained_first")),
                        Window.valueOf(row.getString("appeal_window"))));
    }

    private static AppealState state(ResultSet row) throws SQLException {
        var name = Name.valueOf(row.getString("state"));
        return switch (name) {
            case UNRECEIVED -> new AppealState.Unreceived();
            case RECEIVED -> new Received();
            case ASSIGNED -> new Assigned(id(row, "handler_id"));
            case INVESTIGATING -> new Investigating(id(row, "handler_id"));
            case WAITING_EVIDENCE -> new WaitingEvidence(id(row, "handler_id"));
            case REPLY_DRAFTED -> new ReplyDrafted(id(row, "handler_id"), id(row, "author_id"), liability(row));
            case REPLY_CHECKED ->
                new ReplyChecked(id(row, "handler_id"), id(row, "author_id"), id(row, "checker_id"), liability(row));
            case REPLIED -> new Replied(id(row, "handler_id"), liability(row), instant(row, "replied_at"));
            case REOPENED_BY_AUTHORITY -> new Reopened(id(row, "handler_id"));
            case AUTHORITY_CLOSED -> new Closed(id(row, "handler_id"), Finding.valueOf(row.getString("finding")));
            case REFUSED_INTAKE -> new Refused(RefusalOfIntake.valueOf(row.getString("refusal")));
        };
    }

    /** What changes with a step, as parameters. */
    static Map<String, @Nullable Object> changing(KeptAppeal kept, @Nullable Instant remindAt) {
        var state = kept.appeal().state();
        var people = people(state);
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", kept.id());
        columns.put("paths", kept.place().unitPaths().toArray(String[]::new));
        columns.put("round", kept.appeal().round());
        columns.put("state", state.name().name());
        columns.put("owes", state.owesAnswer());
        columns.put("handler", kept.handler() == null ? null : kept.handler().id());
        columns.put("handlerName", kept.handler() == null ? null : kept.handler().name());
        columns.put("author", people.getFirst().orElse(null));
        columns.put("checker", people.getLast().orElse(null));
        var outcome = kept.outcome();
        columns.put("liability", outcome.liability() == null ? null : outcome.liability().name());
        columns.put("finding", state instanceof Closed(_, var finding) ? finding.name() : null);
        columns.put("satisfied", outcome.satisfied());
        columns.put("refusal", state instanceof Refused(var reason) ? reason.name() : null);
        columns.put("repliedAt", utcOrNull(outcome.repliedAt()));
        columns.put("endedAt", utcOrNull(outcome.endedAt()));
        columns.put("late", outcome.late());
        columns.put("dueFrom", utc(kept.period().from()));
        columns.put("dueAt", utc(kept.period().due()));
        columns.put("dueLastDay", kept.period().lastDay());
        columns.put("dueJurisdiction", kept.period().jurisdiction());
        columns.put("dueSource", kept.period().source());
        columns.put("reminded", kept.period().reminded());
        columns.put("remindAt", utcOrNull(state.owesAnswer() ? remindAt : null));
        return columns;
    }

    private static List<Optional<UUID>> people(AppealState state) {
        return switch (state) {
            case ReplyDrafted at -> List.of(Optional.of(at.author()), Optional.empty());
            case ReplyChecked at -> List.of(Optional.of(at.author()), Optional.of(at.checker()));
            case AppealState _ -> List.of(Optional.empty(), Optional.empty());
        };
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static <T> @Nullable T read(ResultSet row, String column, Function<String, T> reader) throws SQLException {
        var value = row.getString(column);
        return value == null ? null : reader.apply(value);
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Liability liability(ResultSet row) throws SQLException {
        return Liability.valueOf(row.getString("liability"));
    }
}
