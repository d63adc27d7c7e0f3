package io.waypost.app.identity;

import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.identity.ManagingRules;
import io.waypost.core.identity.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes people from a table: new ones, changed ones and their duties; all or nothing. */
@Service
class PeopleImport {

    static final List<String> COLUMNS = List.of("username", "name", "phone", "roles", "unit", "initialPassword",
            "dutyFor");

    private final PeopleDesk desk;
    private final PersonStore people;
    private final DutyStore duties;
    private final Network network;
    private final Managing managing;
    private final WaypostSettings settings;

    PeopleImport(PeopleDesk desk, PersonStore people, DutyStore duties, Network network, Managing managing,
            WaypostSettings settings) {
        this.settings = settings;
        this.desk = desk;
        this.people = people;
        this.duties = duties;
        this.network = network;
        this.managing = managing;
    }

    /** What a row asks for; {@code before} is null for somebody new, {@code duties} null where the column is missing. */
    private record Wanted(int row, @Nullable PersonRow before, NewPerson person, @Nullable Set<DutyKind> duties) {

        /** Somebody who is there already, as the row wants them. */
        private PersonRow changed(PersonRow now, Unit unit) {
            return new PersonRow(now.id(), now.username(), person.name().strip(), PersonFields.phone(person.phone()),
                    person.roles(), unit.code(), unit.path(), now.active(), now.totpEnabled(), now.lastSignInAt(),
                    now.version());
        }
    }

    @Transactional
    ImportReport put(Sheet sheet, boolean dryRun) {
        var errors = new ArrayList<>(sheet.columnErrors(COLUMNS, List.of("username")));
        if (!errors.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), errors);
        }
        var usernames = sheet.rows().stream().map(PeopleImport::username).toList();
        var known = people.byUsernames(usernames).stream()
                .collect(Collectors.toMap(PersonRow::username, Function.identity()));
        var taken = people.taken(usernames);
        var wanted = new ArrayList<Wanted>();
        var rows = new HashMap<String, Integer>();
        for (var row : sheet.rows()) {
            var username = username(row);
            var first = rows.putIfAbsent(username, row.number());
            if (first != null) {
                errors.add(
                        fault(row, "username", username, "DUPLICATE", "The name stands in row %d.".formatted(first)));
            } else if (taken.contains(username) && !known.containsKey(username)) {
                errors.add(fault(row, "username", username, "USERNAME_TAKEN", "Somebody out of your reach has it."));
            } else {
                wanted.add(read(row, known.get(username), errors));
            }
        }
        checkDuties(wanted, errors);
        if (!errors.isEmpty()) {
            return ImportReport.refused(dryRun, sheet.rows().size(), errors);
        }
        return write(wanted, dryRun);
    }

    private Wanted read(Sheet.Row row, @Nullable PersonRow before, List<ImportReport.Fault> errors) {
        var roles = roles(row, before, errors);
        var person = new NewPerson(
                username(row),
                cell(row, "name", before == null ? "" : before.name()),
                cell(row, "phone", before == null || before.phone() == null ? "" : before.phone()),
                roles,
                cell(row, "unit", before == null ? "" : before.unitCode()),
                cell(row, "initialPassword", ""),
                !settings.demo());
        var wanted = new Wanted(row.number(), before, person, dutyKinds(row, errors));
        flaws(wanted, before).forEach(flaw -> errors.add(fault(row, column(flaw.field()),
                flaw.value() == null ? null : flaw.value().toString(), flaw.code(), flaw.message())));
        return wanted;
    }

    private List<Refusal.Field> flaws(Wanted wanted, @Nullable PersonRow before) {
        if (before == null) {
            return desk.flaws(wanted.person());
        }
        var flaws = new ArrayList<>(PersonFields.flaws(wanted.person().name(), wanted.person().phone()));
        if (wanted.person().roles().isEmpty()) {
            flaws.add(new Refusal.Field("roles", null, "EMPTY", "Name at least one role."));
        }
        var unit = network.unit(wanted.person().unitCode());
        if (unit.isEmpty()) {
            flaws.add(PeopleDesk.unknownUnit(wanted.person().unitCode()));
        } else {
            ManagingRules.change(managing.current(), before.standing(), wanted.changed(before, unit.get()).standing(),
                    false, Long.MAX_VALUE).ifPresent(
                            refused -> flaws.add(new Refusal.Field("roles", null,
                                    refused.name(), Managing.sentence(refused))));
        }
        return flaws;
    }

    private static Set<Role> roles(Sheet.Row row, @Nullable PersonRow before, List<ImportReport.Fault> errors) {
        if (!row.cells().containsKey("roles") && before != null) {
            return before.roles();
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var word : words(row, "roles")) {
            try {
                roles.add(Role.valueOf(word));
            } catch (IllegalArgumentException unknown) {
                errors.add(fault(row, "roles", word, "UNKNOWN_ROLE", "Use names such as OUTLET_CLERK."));
            }
        }
        return roles;
    }

    private static @Nullable Set<DutyKind> dutyKinds(Sheet.Row row, List<ImportReport.Fault> errors) {
        if (!row.cells().containsKey("dutyFor")) {
            return null;
        }
        var kinds = EnumSet.noneOf(DutyKind.class);
        for (var word : words(row, "dutyFor")) {
            try {
                kinds.add(DutyKind.valueOf(word));
            } catch (IllegalArgumentException unknown) {
                errors.add(fault(row, "dutyFor", word, "UNKNOWN_DUTY", "Use SILENT_PARCEL, URGE or ALL."));
            }
        }
        return kinds;
    }

    private static void checkDuties(List<Wanted> wanted, List<ImportReport.Fault> errors) {
        var named = new HashMap<DutyStore.Duty, Integer>();
        for (var each : wanted) {
            for (var kind : each.duties() == null ? Set.<DutyKind>of() : each.duties()) {
                var other = named.putIfAbsent(new DutyStore.Duty(each.person().unitCode(), kind), each.row());
                if (other != null) {
                    errors.add(new ImportReport.Fault(each.row(), "dutyFor", kind.name(), "DUPLICATE",
                            "Row %d names somebody for that work at this unit.".formatted(other)));
                }
            }
        }
    }

    private ImportReport write(List<Wanted> wanted, boolean dryRun) {
        var fresh = wanted.stream().filter(each -> each.before() == null).toList();
        var added = dryRun ? List.<PersonRef>of() : desk.add(fresh.stream().map(Wanted::person).toList());
        for (int i = 0; i < added.size(); i++) {
            setDuties(added.get(i).id(), fresh.get(i), Set.of());
        }
        var existing = wanted.stream().flatMap(each -> Stream.ofNullable(each.before())).map(PersonRow::id).toList();
        var dutiesBefore = duties.of(existing);
        int updated = 0;
        for (var each : wanted) {
            var now = each.before();
            if (now != null && change(each, now, dutiesBefore.getOrDefault(now.id(), Set.of()), dryRun)) {
                updated++;
            }
        }
        return new ImportReport(dryRun, wanted.size(), fresh.size(), updated, wanted.size() - fresh.size() - updated,
                List.of());
    }

    /** Whether the row changes anything about somebody who is there already. */
    private boolean change(Wanted wanted, PersonRow now, Set<DutyStore.Duty> dutiesNow, boolean dryRun) {
        var then = wanted.changed(now, unit(wanted));
        boolean differs = !then.equals(now);
        boolean otherDuties = wanted.duties() != null && !wantedDuties(wanted).equals(dutiesNow);
        if (!dryRun && differs) {
            desk.write(now, then);
        }
        if (!dryRun && otherDuties) {
            setDuties(now.id(), wanted, dutiesNow);
        }
        return differs || otherDuties;
    }

    private void setDuties(UUID person, Wanted wanted, Set<DutyStore.Duty> now) {
        if (wanted.duties() == null) {
            return;
        }
        var then = wantedDuties(wanted);
        now.stream().filter(duty -> !then.contains(duty)).forEach(duty -> duties.remove(person, duty));
        then.stream().filter(duty -> !now.contains(duty)).forEach(duty -> duties.put(unit(wanted), duty.kind(),
                person));
    }

    private static Set<DutyStore.Duty> wantedDuties(Wanted wanted) {
        var kinds = wanted.duties() == null ? Set.<DutyKind>of() : wanted.duties();
        return kinds.stream().map(kind -> new DutyStore.Duty(wanted.person().unitCode(), kind))
                .collect(Collectors.toSet());
    }

    private Unit unit(Wanted wanted) {
        return network.unit(wanted.person().unitCode()).orElseThrow();
    }

    private static String username(Sheet.Row row) {
        return PersonFields.username(row.cells().getOrDefault("username", ""));
    }

    private static String cell(Sheet.Row row, String column, String kept) {
        return row.cells().getOrDefault(column, kept).strip();
    }

    private static List<String> words(Sheet.Row row, String column) {
        var text = row.cells().getOrDefault(column, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,;]+", -1));
    }

    private static String column(String field) {
        return field.equals("unitCode") ? "unit" : field;
    }

    private static ImportReport.Fault fault(Sheet.Row row, String field, @Nullable String value, String code,
            String message) {
        return new ImportReport.Fault(row.number(), field, value, code, message);
    }
}
