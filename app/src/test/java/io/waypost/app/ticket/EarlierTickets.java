package io.waypost.app.ticket;

import io.waypost.app.kernel.Ids;
import io.waypost.core.ticket.TicketNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as the platform kept them before their life was widened (before ticket V50): four states after the opening, a patience, one
 * deadline as an instant. Random, but only what the platform of that time could have written.
 */
final class EarlierTickets {

    static final Instant NOW = Instant.parse("2026-11-02T03:30:00Z");
    private static final String[][] PLACES = {
            {"O440106-001", "/HQ/R05/P44/C4401/O440106-001/", "R05", "/HQ/R05/"},
            {"O440105-001", "/HQ/R05/P44/C4401/O440105-001/", "R05", "/HQ/R05/"},
            {"H4401", "/HQ/R05/P44/C4401/H4401/", "R05", "/HQ/R05/"},
            {"H1101", "/HQ/R01/P11/C1101/H1101/", "R01", "/HQ/R01/"},
            {"O110101-001", "/HQ/R01/P11/C1101/O110101-001/", "R01", "/HQ/R01/"},
            // A place that lies in no region, and one that the tree does not have: the headquarters answers for them.
            {"HQ", "/HQ/", "HQ", "/HQ/"}};
    private static final List<String> OPEN_ANSWERS = List.of("FOUND_DAMAGED", "NOT_FOUND", "MISDIRECTED");

    private static final String LIMIT = """
            {"hours": 24, "stage": "HANDLED", "lane": {"laneClass": null, "fromDivision": null, "toDivision": null}, "basis": "DEFAULT",
             "percentile": null, "samples": null, "floorHours": 0, "parts": [{"kind": "BASE", "hours": 24, "label": null}], "version": 1}
            """;

    private final Random random;
    private final List<Earlier> tickets = new ArrayList<>();

    EarlierTickets(long seed) {
        this.random = new Random(seed);
    }

    /** What was kept of one, for comparison. */
    record Earlier(UUID id, String number, String waybill, String kind, String state, String level,
            @Nullable String patience,
            @Nullable String waitReason, @Nullable Instant nextAt, @Nullable Instant wakeAt, List<String> place,
            boolean urgent,
            int limitMinutes, Instant openedAt, @Nullable Instant closedAt, @Nullable String closeReason, int version,
            int steps,
            int answers, int photos, boolean silent, @Nullable UUID findingId, @Nullable String answerKind) {

        boolean open() {
            return closedAt == null;
        }

        String unit() {
            return switch (level) {
                case "OUTLET" -> place.get(0);
                case "REGION" -> place.get(2);
                default -> "HQ";
            };
        }

        String unitPath() {
            return switch (level) {
                case "OUTLET" -> place.get(1);
                case "REGION" -> place.get(3);
                default -> "/HQ/";
            };
        }
    }

    List<Earlier> all() {
        return tickets;
    }

    void fill(Connection connection, int number) throws SQLException {
        units(connection);
        for (int i = 0; i < number; i++) {
            var ticket = ticket(i);
            tickets.add(ticket);
            insert(connection, ticket);
            story(connection, ticket);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("select setval('ticket.running', %d)".formatted(number + 1));
            statement.execute("insert into kernel.clock (shown, speed) values ('%s', 0)".formatted(NOW));
        }
    }

    private static void units(Connection connection) throws SQLException {
        for (var unit : List.of(
                List.of("HQ", "总部", "HEADQUARTERS", "", "/HQ/"),
                List.of("R05", "华南大区", "REGION", "HQ", "/HQ/R05/"),
                List.of("P44", "广东省区", "PROVINCE", "R05", "/HQ/R05/P44/"),
                List.of("C4401", "广州", "CITY", "P44", "/HQ/R05/P44/C4401/"),
                List.of("H4401", "广州转运中心", "HUB", "C4401", "/HQ/R05/P44/C4401/H4401/"),
                List.of("R01", "华北大区", "REGION", "HQ", "/HQ/R01/"),
                List.of("P11", "北京省区", "PROVINCE", "R01", "/HQ/R01/P11/"),
                List.of("C1101", "北京", "CITY", "P11", "/HQ/R01/P11/C1101/"),
                List.of("H1101", "北京转运中心", "HUB", "C1101", "/HQ/R01/P11/C1101/H1101/"))) {
            set(connection,
                    "insert into network.unit (code, name, kind, parent_code, path) values (?, ?, ?, nullif(?, ''), ?)",
                    unit.toArray());
        }
    }

    private Earlier ticket(int i) {
        var kind = pick("SILENT_PARCEL", "SILENT_PARCEL", "URGE", "QUERY");
        boolean silent = kind.equals("SILENT_PARCEL") || random.nextInt(4) == 0;
        boolean urgent = random.nextInt(5) == 0;
        var place = PLACES[random.nextInt(PLACES.length)];
        var level = place[0].equals("HQ")
                ? pick("OUTLET", "HEADQUARTERS")
                : pick("OUTLET", "OUTLET", "REGION", "HEADQUARTERS");
        int limit = limit(kind, silent, urgent, level);
        var state = pick("DISPATCHED", "DISPATCHED", "WAITING", "REPLIED", "CLOSED");
        var patience = state.equals("DISPATCHED")
                ? pick("FRESH", "FRESH", "WARNED", level.equals("HEADQUARTERS") ? "LAPSED" : "FRESH")
                : null;
        var next = next(state, patience, limit);
        var opened = NOW.minus(Duration.ofMinutes(limit + 1 + random.nextInt(60 * 24 * 6)));
        var closed = state.equals("CLOSED") ? between(opened, NOW) : null;
        var closing = closed == null ? null : pick("CAUSE_GONE", "ANSWERED_AND_MOVED", "SETTLED", "MISTAKE");
        var answer = switch (state) {
            case "WAITING" -> pick("WAITING_CUSTOMER", "ON_THE_WAY");
            case "REPLIED" -> "FOUND_FORWARDED";
            default -> random.nextBoolean() ? null : OPEN_ANSWERS.get(random.nextInt(3));
        };
        var wake = wake(patience, limit, next);
        return new Earlier(Ids.next(opened), number(opened, i), "YT7%012d".formatted(i), kind, state, level, patience,
                state.equals("WAITING") ? "WAITING_CUSTOMER".equals(answer) ? "CUSTOMER" : "ROAD" : null, next, wake,
                List.of(place), urgent,
                limit, opened, closed, closing, 1 + random.nextInt(9), 1 + random.nextInt(6), answer == null ? 0 : 1,
                answer == null ? 0 : random.nextInt(3), silent, silent ? UUID.randomUUID() : null, answer);
    }

    private static String number(Instant opened, int i) {
        return TicketNumber.of(opened.atZone(ZoneOffset.ofHours(8)).toLocalDate(), i).text();
    }

    /** By the policy that the platform of that time was packaged with. */
    private static int limit(String kind, boolean silent, boolean urgent, String level) {
        int own = kind.equals("QUERY")
                ? urgent ? level.equals("HEADQUARTERS") ? 240 : 120 : level.equals("OUTLET") ? 1440 : 480
                : base(urgent, level);
        return silent ? Math.min(own, base(urgent, level)) : own;
    }

    private static int base(boolean urgent, String level) {
        int usual = level.equals("HEADQUARTERS") ? 240 : 120;
        return urgent ? usual / 2 : usual;
    }

    private @Nullable Instant next(String state, @Nullable String patience, int limit) {
        return switch (state) {
            case "CLOSED" -> null;
            case "WAITING" -> NOW.plus(Duration.ofSeconds(1 + random.nextInt(7 * 24 * 3600))).plusNanos(micros());
            case "REPLIED" -> NOW.plus(Duration.ofSeconds(1 + random.nextInt(12 * 3600))).plusNanos(micros());
            default -> switch (String.valueOf(patience)) {
                case "FRESH" ->
                    NOW.plus(Duration.ofSeconds(30 * 60 + 1 + random.nextInt(Math.max(1, limit * 60 - 30 * 60 - 1))));
                case "WARNED" -> NOW.plus(Duration.ofSeconds(1 + random.nextInt(30 * 60 - 1))).plusNanos(micros());
                default -> NOW.minus(Duration.ofSeconds(random.nextInt(3 * 24 * 3600)));
            };
        };
    }

    private static @Nullable Instant wake(@Nullable String patience, int limit, @Nullable Instant next) {
        return next == null || "LAPSED".equals(patience)
                ? null
                : "FRESH".equals(patience) && limit > 30 ? next.minus(Duration.ofMinutes(30)) : next;
    }

    private int micros() {
        return random.nextInt(1_000_000) * 1_000;
    }

    private Instant between(Instant from, Instant to) {
        return from.plusSeconds(1 + random.nextLong(Duration.between(from, to).toSeconds() - 1));
    }

    private static void insert(Connection connection, Earlier t) throws SQLException {
        set(connection, """
                insert into ticket.ticket (id, number, waybill, kind, silent, urgent, urgent_reason, finding_id, state, level, patience,
                    wait_reason, next_at, wake_at, place_code, place_path, region_code, headquarters_code, unit_code, unit_path,
                    person_id, person_name, policy_version, limit_minutes, urges, answer_kind, answer_at, answer_by_id, answer_by_name,
                    answered_in_time, opened_at, closed_at, close_reason, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'HQ', ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, t.id, t.number, t.waybill, t.kind, t.silent, t.urgent, t.urgent ? "HIGH_VALUE" : null, t.findingId,
                t.state,
                t.level, t.patience, t.waitReason, t.nextAt, t.wakeAt, t.place.get(0), t.place.get(1), t.place.get(2),
                t.unit(),
                t.unitPath(),
                new UUID(7, 1), "天河网点 小李", t.limitMinutes, t.version % 4, t.answerKind,
                t.answerKind == null ? null : t.openedAt.plusSeconds(30), t.answerKind == null ? null : new UUID(7, 1),
                t.answerKind == null ? null : "天河网点 小李", t.answerKind == null ? null : t.version % 2 == 0, t.openedAt,
                t.closedAt,
                t.closeReason, t.version);
    }

    /** Its history, answers, photos, words and finding. */
    private void story(Connection connection, Earlier t) throws SQLException {
        var whats = List.of("OPENED", "NOTIFIED", "URGED", "NOTED", "ESCALATED", "REDISPATCHED", "RESUMED");
        for (int i = 0; i < t.steps; i++) {
            var id = UUID.randomUUID();
            set(connection, """
                    insert into ticket.history (id, ticket_id, at, by_kind, by_id, by_name, what, level, unit_code, text, data)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                    """, id, t.id, t.openedAt.plusSeconds(i), i == 0 ? "SYSTEM" : pick("PERSON", "PARTNER", "SYSTEM"),
                    null, "某人",
                    i == 0 ? "OPENED" : whats.get(1 + random.nextInt(whats.size() - 1)), t.level, t.unit(),
                    "第%d步：催收件人电话".formatted(i),
                    "{}");
            set(connection, """
                    insert into ticket.search (id, ticket_id, kind, at, words, tags)
                    values (?, ?, 'NOTED', ?, to_tsvector('simple', '催收 收件 电话'),
                            ticket.search_places(?) || ticket.search_times(?))
                    """, id, t.id, t.openedAt, t.place.get(1), t.openedAt);
        }
        var answer = UUID.randomUUID();
        if (t.answers > 0) {
            set(connection, """
                    insert into ticket.answer (id, ticket_id, at, by_id, by_name, kind, remark, until, misdirected_to)
                    values (?, ?, ?, ?, '天河网点 小李', ?, '已核实', ?, ?)
                    """, answer, t.id, t.openedAt.plusSeconds(30), new UUID(7, 1), t.answerKind,
                    t.state.equals("WAITING") ? t.nextAt : null, "MISDIRECTED".equals(t.answerKind) ? "H4401" : null);
        }
        for (int i = 0; i < t.photos; i++) {
            set(connection, """
                    insert into ticket.photo (id, ticket_id, answer_id, file, width, height, bytes, uploaded_at, uploaded_by)
                    values (?, ?, ?, ?, 64, 48, 1000, ?, ?)
                    """, UUID.randomUUID(), t.id, answer, UUID.randomUUID() + ".jpg", t.openedAt.plusSeconds(20),
                    new UUID(7, 1));
        }
        set(connection, "insert into ticket.sight (ticket_id, unit_path) values (?, ?)", t.id, "/HQ/");
        if (t.findingId != null) {
            set(connection, """
                    insert into watch.finding (id, waybill, raised_at, silent_since, limit_at, limit_hours, limit_detail,
                        responsible_site, responsible_rule, unit_path, ticket_id, cleared_at, verdict)
                    values (?, ?, ?, ?, ?, 24, cast(? as jsonb), ?, 'LAST_HOLDER', ?, ?, ?, ?)
                    """, t.findingId, t.waybill, t.openedAt, t.openedAt.minusSeconds(90_000), t.openedAt, LIMIT,
                    t.place.get(0), t.place.get(1), t.id,
                    t.closedAt, t.closedAt == null ? null : "RIGHT");
        }
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    private static void set(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1,
                        values[i] instanceof Instant at
                                ? at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)
                                : values[i]);
            }
            statement.executeUpdate();
        }
    }
}
