package io.waypost.app.identity;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitsMoved;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for a unit (值班). */
@RestController
@RequestMapping("/api/v1/units/{code}/duties")
class DutyController {

    private final DutyStore store;
    private final PersonStore people;
    private final Network network;
    private final AuditTrail audit;

    DutyController(DutyStore store, PersonStore people, Network network, AuditTrail audit) {
        this.store = store;
        this.people = people;
        this.network = network;
        this.audit = audit;
    }

    record View(DutyKind kind, PersonRef person, @Nullable String phone) {}

    record Naming(@NotNull DutyKind kind, @NotNull UUID personId) {}

    @GetMapping
    @Transactional(readOnly = true)
    List<View> list(@PathVariable String code) {
        return view(unit(code));
    }

    @PutMapping
    @Transactional
    List<View> replace(@PathVariable String code, @RequestBody List<@Valid @NotNull Naming> body) {
        var unit = unit(code);
        var named = new EnumMap<DutyKind, UUID>(DutyKind.class);
        for (var naming : body) {
            if (named.put(naming.kind(), naming.personId()) != null) {
                throw Refusal.invalid("kind", naming.kind(), "DUPLICATE", "Name one person for each kind of work.");
            }
            if (people.find(naming.personId()).filter(PersonRow::active).isEmpty()) {
                throw Refusal.invalid("personId", naming.personId(), "UNKNOWN_PERSON",
                        "Name somebody active within your reach.");
            }
        }
        store.replace(unit, named);
        audit.record("DUTIES_CHANGED", "UNIT", unit.code(), unit.path(), named.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> entry.getValue().toString())));
        return view(unit);
    }

    /** Duties of a unit follow it through the tree. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }

    private List<View> view(Unit unit) {
        return store.list(unit.code()).stream()
                .map(named -> new View(named.kind(), named.person(), Masked.phone(named.phone())))
                .toList();
    }

    private Unit unit(String code) {
        return network.unit(code)
                .filter(unit -> Acting.current().scope().reaches(unit.path()))
                .orElseThrow(() -> Refusal.notFound("unit", code));
    }
}
