package io.waypost.app.network;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds the hub or outlet that a parcel went astray to, anywhere in the network: whoever answers a ticket must be able to name it.
 *
 * <p>It gives names and no more; addresses, telephones and people of foreign units stay out of reach.
 */
@RestController
class DirectoryController {

    private static final int SHORTEST = 2;
    private static final int MOST = 20;
    private static final int NOT_MEANT = 4;

    private final Network network;
    private final Divisions divisions = Divisions.china();

    DirectoryController(Network network) {
        this.network = network;
    }

    record DirectoryEntry(String code, String name, UnitKind kind, @Nullable String province, @Nullable String city) {}

    @GetMapping("/api/v1/network/directory")
    List<DirectoryEntry> find(@RequestParam String q) {
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        if (wanted.codePointCount(0, wanted.length()) < SHORTEST) {
            throw Refusal.invalid("q", q, "TOO_SHORT",
                    "Write at least %d characters of the code or name.".formatted(SHORTEST));
        }
        return network.all().stream()
                .filter(unit -> unit.active() && (unit.kind() == UnitKind.HUB || unit.kind() == UnitKind.OUTLET))
                .filter(unit -> rank(unit, wanted) < NOT_MEANT)
                .sorted(Comparator.<Unit>comparingInt(unit -> rank(unit, wanted)).thenComparing(Unit::code))
                .limit(MOST)
                .map(this::entry)
                .toList();
    }

    /** How well the text names the unit: its code, its name, the beginning of its code, a part of its name. */
    private static int rank(Unit unit, String wanted) {
        var code = unit.code().toLowerCase(Locale.ROOT);
        var name = unit.name().toLowerCase(Locale.ROOT);
        if (code.equals(wanted)) {
            return 0;
        }
        if (name.equals(wanted)) {
            return 1;
        }
        if (code.startsWith(wanted)) {
            return 2;
        }
        return name.contains(wanted) ? 3 : NOT_MEANT;
    }

    private DirectoryEntry entry(Unit unit) {
        var division = unit.division();
        return new DirectoryEntry(unit.code(), unit.name(), unit.kind(),
                division == null ? null : divisions.provinceOf(division).map(Division::name).orElse(null),
                division == null ? null : divisions.cityOf(division).map(Division::name).orElse(null));
    }
}
