package io.waypost.app.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.network.UnitKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/network/units")
class UnitController {

    private final NetworkDesk desk;
    private final NetworkStore store;
    private final Network network;

    UnitController(NetworkDesk desk, NetworkStore store, Network network) {
        this.desk = desk;
        this.store = store;
        this.network = network;
    }

    record View(String code, String name, UnitKind kind, @Nullable String parentCode, String path,
            @Nullable String division, @Nullable String address, @Nullable String phone, @Nullable LocalTime opens,
            @Nullable LocalTime closes, @Nullable String serviceArea, boolean active, int childCount, int version,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UnitRef> ancestors) {}

    /** A unit as the console sends it: whole, with the version it was read in. */
    record Body(@Nullable String code, @NotNull String name, @NotNull UnitKind kind, @Nullable String parentCode,
            @Nullable String division, @Nullable String address, @Nullable String phone, @Nullable String opens,
            @Nullable String closes, @Nullable String serviceArea, @Nullable Boolean active,
            @Nullable Integer version) {

        private Map<String, String> cells(String code) {
            var cells = new HashMap<String, String>();
            cells.put("code", code);
            cells.put("name", name);
            cells.put("kind", kind.name());
            cells.put("parent", text(parentCode));
            cells.put("division", text(division));
            cells.put("address", text(address));
            cells.put("phone", text(phone));
            cells.put("opens", text(opens));
            cells.put("closes", text(closes));
            cells.put("serviceArea", text(serviceArea));
            cells.put("active", active == null || active ? "true" : "false");
            return cells;
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<View> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UnitKind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var after = Cursor.read(cursor, 1);
        var filter = new NetworkStore.Filter(blankToNull(parent), blankToNull(q), kind,
                after.isEmpty() ? null : after.getFirst());
        var found = store.list(filter, size + 1);
        var page = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(page.stream().map(each -> view(each, null)).toList(),
                found.size() > size ? Cursor.of(page.getLast().unit().path()) : null, null);
    }

    @GetMapping("/{code}")
    @Transactional(readOnly = true)
    View get(@PathVariable String code) {
        return view(found(code), network.ancestors(code).stream().map(Unit::ref).toList());
    }

    @PostMapping
    @Transactional
    View add(@RequestBody @Valid Body body) {
        var code = Body.text(body.code()).strip();
        if (network.unit(code).isPresent()) {
            throw Refusal.conflict("CODE_TAKEN", "There is a unit %s already.".formatted(code));
        }
        return put(code, body);
    }

    @PutMapping("/{code}")
    @Transactional
    View change(@PathVariable String code, @RequestBody @Valid Body body) {
        var now = found(code);
        if (body.version() != null && body.version() != now.unit().version()) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed this unit meanwhile; read it again.");
        }
        return put(code, body);
    }

    private View put(String code, Body body) {
        var report = desk.put(List.of(new NetworkDesk.Row(1, body.cells(code))), false);
        if (!report.errors().isEmpty()) {
            throw Refusal.invalid("Some fields are not acceptable.",
                    report.errors().stream().map(UnitController::field).toList());
        }
        return view(found(code), null);
    }

    private static Refusal.Field field(ImportReport.Fault fault) {
        var field = fault.field().equals("parent") ? "parentCode" : fault.field();
        return new Refusal.Field(field, fault.value(), fault.code(), fault.message());
    }

    private NetworkStore.Listed found(String code) {
        return store.find(code).orElseThrow(() -> Refusal.notFound("unit", code));
    }

    private static View view(NetworkStore.Listed listed, @Nullable List<UnitRef> ancestors) {
        var unit = listed.unit();
        return new View(unit.code(), unit.name(), unit.kind(), unit.parentCode(), unit.path(), unit.division(),
                unit.address(), unit.phone(), unit.opens(), unit.closes(), unit.serviceArea(), unit.active(),
                listed.childCount(), unit.version(), ancestors);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
