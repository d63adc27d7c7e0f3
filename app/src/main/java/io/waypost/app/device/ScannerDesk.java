package io.waypost.app.device;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.device.DevicePlan.Ended;
import io.waypost.app.device.Scanner.DeviceState;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.ImportReport.Fault;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the register is written: by file, all or nothing, or one scanner at a time. */
@Service
class ScannerDesk {

    static final List<String> COLUMNS = List.of("code", "model", "firmware", "inService", "unit", "state");

    private static final int LONGEST = 64;

    private final ScannerStore store;
    private final PlanDesk plans;
    private final Network network;
    private final AuditTrail audit;
    private final Clock clock;

    ScannerDesk(ScannerStore store, PlanDesk plans, Network network, AuditTrail audit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.network = network;
        this.audit = audit;
        this.clock = clock;
    }

    /** The unit, where the actor reaches it. */
    Optional<Unit> reached(String unitCode) {
        return network.unit(unitCode).filter(unit -> Acting.current().scope().reaches(unit.path()));
    }

    /** Changes a scanner, or registers it where the version is 0. */
    @Transactional
    void put(String code, int version, Map<String, String> cells) {
        var before = store.lock(code).orElse(null);
        if (before == null && (version > 0 || !store.taken(List.of(code)).isEmpty())) {
            throw Refusal.notFound("scanner", code);
        }
        if (before != null && before.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed the scanner; look at it again.");
        }
        var all = new HashMap<>(cells);
        all.put("code", code);
        var errors = new ArrayList<Fault>();
        var scanner = read(new Sheet.Row(1, all), null, errors);
        if (scanner == null) {
            throw Refusal.invalid("The scanner is not acceptable.", errors.stream()
                    .map(fault -> new Refusal.Field(fault.field(), fault.value(), fault.code(), fault.message()))
                    .toList());
        }
        put(List.of(scanner));
        audit.record(before == null ? "DEVICE_REGISTERED" : "DEVICE_CHANGED", "DEVICE", code, scanner.unitPath(),
                Map.of("model", scanner.model(), "unit", scanner.unitCode(), "state", scanner.state().name()));
    }

    @Transactional
    ImportReport put(Sheet sheet, boolean dryRun) {
        var errors = new ArrayList<>(sheet.columnErrors(COLUMNS, List.of("code")));
        if (!errors.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), errors);
        }
        var codes = sheet.rows().stream().map(row -> cell(row, "code", "")).toList();
        var known = store.lock(codes).stream().collect(Collectors.toMap(Scanner::code, Function.identity()));
        var taken = store.taken(codes);
        var wanted = new ArrayList<Scanner>();
        var rows = new HashMap<String, Integer>();
        for (var row : sheet.rows()) {
            var code = cell(row, "code", "");
            var first = rows.putIfAbsent(code, row.number());
            if (first != null) {
                errors.add(fault(row, "code", code, "DUPLICATE", "The code stands in row %d.".formatted(first)));
            } else if (taken.contains(code) && !known.containsKey(code)) {
                errors.add(fault(row, "code", code, "CODE_TAKEN", "The scanner belongs to a unit out of your reach."));
            } else {
                Optional.ofNullable(read(row, known.get(code), errors)).ifPresent(wanted::add);
            }
        }
        if (!errors.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), errors);
        }
        var changed = wanted.stream().filter(one -> !known.containsKey(one.code())
                || !known.getOrDefault(one.code(), one).same(one)).toList();
        int created = (int) changed.stream().filter(one -> !known.containsKey(one.code())).count();
        if (!dryRun && !changed.isEmpty()) {
            put(changed);
            audit.record("DEVICES_IMPORTED", "DEVICE", "import", Acting.current().scope().path(),
                    Map.of("created", created, "updated", changed.size() - created));
        }
        return new ImportReport(dryRun, wanted.size(), created, changed.size() - created,
                wanted.size() - changed.size(), List.of());
    }

    /** Writes them; nothing more is to be done about those that are out of use. */
    private void put(List<Scanner> all) {
        var now = clock.instant();
        store.put(all, now, Acting.current().name());
        plans.end(all.stream().filter(one -> one.state() != DeviceState.IN_USE).map(Scanner::code).toList(),
                Ended.OUT_OF_USE, null, now);
    }

    /** The scanner that a row asks for; columns that are missing stay as they are. Null where something is wrong. */
    private @Nullable Scanner read(Sheet.Row row, @Nullable Scanner before, List<Fault> errors) {
        int wrongBefore = errors.size();
        var code = text(row, "code", before == null ? "" : before.code(), true, errors);
        var model = text(row, "model", before == null ? "" : before.model(), true, errors);
        var firmware = text(row, "firmware", before == null || before.firmware() == null ? "" : before.firmware(),
                false, errors);
        var since = date(row, before == null ? null : before.inService(), errors);
        var state = state(row, before, errors);
        var unitCode = cell(row, "unit", before == null ? "" : before.unitCode());
        var unit = reached(unitCode);
        if (unit.isEmpty()) {
            errors.add(fault(row, "unit", unitCode, "UNKNOWN_UNIT", "Use the code of a unit within your reach."));
        }
        return errors.size() > wrongBefore || unit.isEmpty()
                ? null
                : new Scanner(code, model, firmware.isEmpty() ? null : firmware, since, unitCode, unit.get().path(),
                        state, before == null ? 1 : before.version());
    }

    private static String text(Sheet.Row row, String column, String kept, boolean needed, List<Fault> errors) {
        var text = cell(row, column, kept);
        if (needed && text.isEmpty()) {
            errors.add(fault(row, column, text, "EMPTY", "It may not be empty."));
        } else if (text.length() > LONGEST) {
            errors.add(fault(row, column, text, "TOO_LONG", "At most %d characters.".formatted(LONGEST)));
        }
        return text;
    }

    private @Nullable LocalDate date(Sheet.Row row, @Nullable LocalDate kept, List<Fault> errors) {
        var text = cell(row, "inService", kept == null ? "" : kept.toString());
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            errors.add(fault(row, "inService", text, "NOT_A_DATE", "Write it as 2024-03-15."));
            return kept;
        }
    }

    private static DeviceState state(Sheet.Row row, @Nullable Scanner before, List<Fault> errors) {
        var kept = before == null ? DeviceState.IN_USE : before.state();
        var text = cell(row, "state", kept.name());
        if (text.isEmpty()) {
            return kept;
        }
        try {
            return DeviceState.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            errors.add(fault(row, "state", text, "UNKNOWN_STATE", "Use IN_USE, REPLACED or RETIRED."));
            return kept;
        }
    }

    private static String cell(Sheet.Row row, String column, String kept) {
        return row.cells().getOrDefault(column, kept).strip();
    }

    private static Fault fault(Sheet.Row row, String field, @Nullable String value, String code, String message) {
        return new Fault(row.number(), field, value, code, message);
    }
}
