package io.waypost.app.watch;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitKey;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.LimitRow.Basis;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people set limits. */
@Service
class LimitDesk {

    private static final double LONGEST_HOURS = 24 * 60;

    private final LimitShelf shelf;
    private final AuditTrail audit;

    LimitDesk(LimitShelf shelf, AuditTrail audit) {
        this.shelf = shelf;
        this.audit = audit;
    }

    /** What a person decides about a limit. */
    record Setting(
            @Nullable Stage stage,
            @Nullable LaneClass laneClass,
            @Nullable String fromDivision,
            @Nullable String toDivision,
            @Nullable Double hours,
            @Nullable String reason) {}

    /** Sets a limit from the given instant on, as that person decided; gives back the new version. */
    @Transactional
    int set(Setting setting, String author, Instant from) {
        var row = row(setting, author, from);
        int version = shelf.set(row, row.source());
        audit.record("LIMIT_SET", "LIMIT", Integer.toString(version), "/",
                Map.of("stage", row.key().stage().name(), "hours", row.hours(), "reason", row.source(), "lane",
                        lane(setting), "author", author));
        return version;
    }

    /** The row that a decision comes to; refuses one that makes no sense. */
    static LimitRow row(Setting setting, String author, Instant from) {
        var stage = setting.stage();
        var hours = setting.hours();
        var reason = setting.reason();
        if (stage == null || stage == Stage.ENDED || stage == Stage.INFORMATION) {
            throw Refusal.invalid("stage", stage, "NOT_WATCHED", "Name a stage in which a parcel can be silent.");
        }
        if (hours == null || !(hours >= 1 && hours <= LONGEST_HOURS)) {
            throw Refusal.invalid("hours", hours, "OUT_OF_RANGE", "Use 1 to 1440 hours.");
        }
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say in at most 200 characters why.");
        }
        if ((setting.fromDivision() == null) != (setting.toDivision() == null)) {
            throw Refusal.invalid("toDivision", setting.toDivision(), "MISSING", "A lane needs both of its ends.");
        }
        var origin = province("fromDivision", setting.fromDivision());
        var destination = province("toDivision", setting.toDivision());
        var key = new LimitKey(stage, origin == null ? setting.laneClass() : null, origin, destination, null);
        return new LimitRow(key, hours, Basis.SET, null, null, null, reason.strip(), author, from);
    }

    private static String lane(Setting setting) {
        if (setting.fromDivision() != null) {
            return setting.fromDivision() + "→" + setting.toDivision();
        }
        return setting.laneClass() == null ? "*" : setting.laneClass().name();
    }

    private static @Nullable String province(String field, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return Divisions.china().provinceOf(code)
                .orElseThrow(() -> Refusal.invalid(field, code, "UNKNOWN", "Use the code of a division of China."))
                .code();
    }
}
