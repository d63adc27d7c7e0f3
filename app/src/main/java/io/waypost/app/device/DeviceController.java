package io.waypost.app.device;

import io.waypost.app.device.DeviceBoard.By;
import io.waypost.app.device.DeviceBoard.DeviceBoardView;
import io.waypost.app.device.DeviceBoard.DeviceGroup;
import io.waypost.app.device.DeviceBoard.DeviceRow;
import io.waypost.app.device.DeviceBoard.DeviceView;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/devices")
class DeviceController {

    private final DeviceBoard board;
    private final ScannerDesk desk;
    private final PlanDesk plans;
    private final Network network;

    DeviceController(DeviceBoard board, ScannerDesk desk, PlanDesk plans, Network network) {
        this.board = board;
        this.desk = desk;
        this.plans = plans;
        this.network = network;
    }

    /** A scanner as it is to stand in the register; version 0 registers it. */
    record DeviceBody(@NotNull String model, @Nullable String firmware, @Nullable String inService,
            @NotNull String unit, Scanner.@NotNull DeviceState state, int version) {}

    record DeviceGroups(List<DeviceGroup> items) {}

    /** What is to be done about a scanner; the version is that of the plan that is changed, and not looked at for a new one. */
    record DevicePlanBody(DevicePlan.@NotNull Action action, @NotNull @Size(max = 500) String note,
            @NotNull UUID personId, @NotNull LocalDate due, int version) {

        private PlanDesk.Wish wish() {
            return new PlanDesk.Wish(action, note.strip(), personId, due);
        }
    }

    record DevicePlanMade(UUID id) {}

    /** How far it is with a scanner: a plan is needed, under way, under way and late, or it was put right. */
    enum PlanProgress {
        NEEDED,
        OPEN,
        LATE,
        DONE
    }

    /** Narrowed by unit, model (empty = not registered), state, slow ones, progress, and the beginning of the code. */
    @GetMapping
    Page<DeviceRow> list(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) Scanner.@Nullable DeviceState state,
            @RequestParam(required = false) @Nullable Boolean slow,
            @RequestParam(required = false) @Nullable Boolean registered,
            @RequestParam(required = false) @Nullable PlanProgress plan,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var rows = board.rows(reachable(unit)).stream()
                .filter(row -> model == null || model.equals(Objects.requireNonNullElse(row.model(), "")))
                .filter(row -> state == null || row.state() == state)
                .filter(row -> slow == null || slow == (row.slow() != null))
                .filter(row -> registered == null || registered == (row.model() != null))
                .filter(row -> plan == null || is(plan, row))
                .filter(row -> code == null || row.code().toUpperCase(Locale.ROOT)
                        .startsWith(code.strip().toUpperCase(Locale.ROOT)))
                .toList();
        int from = Math.min(rows.size(), Cursor.read(cursor, 1).stream().mapToInt(DeviceController::number).sum());
        int to = Math.min(rows.size(), from + Page.limit(limit));
        return new Page<>(rows.subList(from, to), to < rows.size() ? Cursor.of(to) : null, (long) rows.size());
    }

    @GetMapping("/lags")
    DeviceGroups lags(@RequestParam(required = false) @Nullable String unit, @RequestParam By by) {
        return new DeviceGroups(board.groups(reachable(unit), by));
    }

    @GetMapping("/board")
    DeviceBoardView board(@RequestParam(required = false) @Nullable String unit) {
        return board.board(reachable(unit));
    }

    @GetMapping("/{code}")
    DeviceView get(@PathVariable String code) {
        return board.view(code);
    }

    @PostMapping("/{code}/plans")
    DevicePlanMade plan(@PathVariable String code, @RequestBody @Valid DevicePlanBody body) {
        return new DevicePlanMade(plans.open(code, body.wish()));
    }

    @PutMapping("/{code}/plans/{id}")
    void change(@PathVariable String code, @PathVariable UUID id, @RequestBody @Valid DevicePlanBody body) {
        plans.change(code, id, body.wish(), body.version());
    }

    @DeleteMapping("/{code}/plans/{id}")
    void withdraw(@PathVariable String code, @PathVariable UUID id, @RequestParam int version) {
        plans.withdraw(code, id, version);
    }

    @PutMapping("/{code}")
    void put(@PathVariable String code, @RequestBody @Valid DeviceBody body) {
        desk.put(code, body.version(), Map.of("model", body.model(), "unit", body.unit(), "state", body.state().name(),
                "firmware", Objects.requireNonNullElse(body.firmware(), ""),
                "inService", Objects.requireNonNullElse(body.inService(), "")));
    }

    @PostMapping("/import")
    ImportReport read(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun)
            throws IOException {
        return desk.put(Sheet.read(file.getBytes()), dryRun);
    }

    private static boolean is(PlanProgress asked, DeviceRow row) {
        var plan = row.plan();
        boolean open = plan != null && plan.plan().open();
        return switch (asked) {
            case NEEDED -> row.slow() != null && !open;
            case OPEN -> open;
            case LATE -> plan != null && plan.late();
            case DONE -> plan != null && plan.plan().done() && row.slow() == null;
        };
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException unreadable) {
            throw Refusal.invalid("cursor", text, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }

    private Unit reachable(@Nullable String asked) {
        var code = asked == null || asked.isBlank()
                ? Acting.current() instanceof Actor.Person person
                        ? person.unitCode()
                        : network.headquarters().map(Unit::code).orElse("")
                : asked;
        return desk.reached(code).orElseThrow(() -> Refusal.notFound("unit", code));
    }
}
