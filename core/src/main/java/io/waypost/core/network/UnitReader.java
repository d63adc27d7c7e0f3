package io.waypost.core.network;

import io.waypost.core.place.Divisions;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a unit from the cells of a row, as far as the row alone can tell what is right. */
public final class UnitReader {

    /** The columns of a list of units, in their order. */
    public static final List<String> COLUMNS = List.of("code", "name", "kind", "parent", "division", "address", "phone",
            "opens", "closes", "serviceArea", "active");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,30}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:00)?");

    private final int row;
    private final Map<String, String> cells;
    private final @Nullable UnitDraft before;
    private final List<Flaw> flaws = new ArrayList<>();

    private UnitReader(int row, Map<String, String> cells, @Nullable UnitDraft before) {
        this.row = row;
        this.cells = cells;
        this.before = before;
    }

    /** A row that was read: the unit, or what is wrong. */
    public record Reading(Optional<UnitDraft> unit, List<Flaw> flaws) {}

    /**
     * Reads a row.
     *
     * @param cells the texts by column; a column that is missing leaves the field of an existing unit as it is, an empty text
     *     empties it
     * @param before the unit of that code as it is; null = a new one
     */
    public static Reading read(int row, Map<String, String> cells, @Nullable UnitDraft before) {
        return new UnitReader(row, cells, before).read();
    }

    private Reading read() {
        var code = text("code", null);
        if (code == null || !CODE.matcher(code).matches()) {
            flaw("code", code, "FORM", "Use 1 to 32 letters, digits, dots, hyphens or underscores.");
        }
        var name = limited("name", before == null ? null : before.name(), 100);
        if (name == null) {
            flaw("name", null, "MISSING", "Give the unit a name.");
        }
        var kind = kind();
        var parent = text("parent", before == null ? null : before.parent());
        var division = division();
        var address = limited("address", before == null ? null : before.address(), 200);
        var phone = phone();
        var opens = time("opens", before == null ? null : before.opens());
        var closes = time("closes", before == null ? null : before.closes());
        if ((opens == null) != (closes == null)) {
            flaw(opens == null ? "opens" : "closes", null, "MISSING", "Give both hours, or none for always open.");
        }
        var area = limited("serviceArea", before == null ? null : before.serviceArea(), 1000);
        var active = active();
        if (!flaws.isEmpty() || code == null || name == null || kind == null) {
            return new Reading(Optional.empty(), List.copyOf(flaws));
        }
        return new Reading(Optional.of(new UnitDraft(code, name, kind, parent, division, address, phone, opens, closes,
                area, active)), List.of());
    }

    private @Nullable UnitKind kind() {
        var text = text("kind", before == null ? null : before.kind().name());
        for (var kind : UnitKind.values()) {
            if (kind != UnitKind.UNKNOWN && kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        flaw("kind", text, "UNKNOWN_KIND",
                "Use HEADQUARTERS, REGION, PROVINCE, CITY, HUB, OUTLET or DEPARTMENT.");
        return null;
    }

    private @Nullable String division() {
        var text = text("division", before == null ? null : before.division());
        if (text != null && (text.length() != 6 || Divisions.china().resolve(text).isEmpty())) {
            flaw("division", text, "UNKNOWN_DIVISION", "Use the six digits of GB/T 2260, such as 440106.");
        }
        return text;
    }

    private @Nullable String phone() {
        var text = text("phone", before == null ? null : before.phone());
        if (text != null && !PHONE.matcher(text).matches()) {
            flaw("phone", text, "UNREADABLE", "Use 5 to 30 digits, spaces, hyphens, brackets or +.");
        }
        return text;
    }

    private boolean active() {
        var text = text("active", before == null || before.active() ? "true" : "false");
        return switch (text == null ? "true" : text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y", "是" -> true;
            case "false", "0", "no", "n", "否" -> false;
            default -> {
                flaw("active", text, "UNREADABLE", "Use true or false.");
                yield true;
            }
        };
    }

    private @Nullable LocalTime time(String column, @Nullable LocalTime kept) {
        var text = text(column, kept == null ? null : kept.toString());
        if (text == null) {
            return null;
        }
        var form = TIME.matcher(text);
        try {
            if (form.matches()) {
                return LocalTime.parse("%02d:%s".formatted(Integer.parseInt(form.group(1)), form.group(2)));
            }
        } catch (DateTimeParseException noSuchHour) {
            // Falls through: 25:00 has the form of an hour and is none.
        }
        flaw(column, text, "UNREADABLE", "Use hours and minutes such as 08:30.");
        return null;
    }

    private @Nullable String limited(String column, @Nullable String kept, int longest) {
        var text = text(column, kept);
        if (text != null && text.length() > longest) {
            flaw(column, text.substring(0, 40) + "…", "TOO_LONG", "Use at most %d characters.".formatted(longest));
        }
        return text;
    }

    private @Nullable String text(String column, @Nullable String kept) {
        var cell = cells.get(column);
        if (cell == null) {
            return kept;
        }
        return cell.isBlank() ? null : cell.strip();
    }

    private void flaw(String field, @Nullable String value, String code, String message) {
        flaws.add(new Flaw(row, field, value, code, message));
    }
}
