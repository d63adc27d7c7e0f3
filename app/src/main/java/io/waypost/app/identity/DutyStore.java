package io.waypost.app.identity;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.network.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on duties. */
@Repository
class DutyStore {

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    DutyStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** The duty person of the first of the given units that names one; sees every unit, whoever asks. */
    Optional<OnDuty> nearest(List<String> unitCodes, DutyKind kind) {
        return jdbc.sql("select person_id, name, unit_code, phone from identity.nearest_on_duty(:units, :kind)")
                .param("units", unitCodes.toArray(String[]::new))
                .param("kind", kind.name())
                .query((row, _) -> new OnDuty(
                        new PersonRef(row.getObject("person_id", UUID.class), row.getString("name")),
                        row.getString("unit_code"),
                        personalData.open(PersonStore.PHONE, row.getBytes("phone"))))
                .optional();
    }

    /** Somebody named; the phone in clear, to be masked. */
    record Named(DutyKind kind, PersonRef person, @Nullable String phone) {}

    /** Who is named for the unit. */
    List<Named> list(String unitCode) {
        return jdbc.sql("""
                select d.kind, p.id, p.name, identity.phone_of(p.id) as phone
                from identity.duty d cross join lateral identity.names(array [d.person_id]) p
                where d.unit_code = :unit
                order by d.kind
                """)
                .param("unit", unitCode)
                .query((row, _) -> new Named(
                        DutyKind.valueOf(row.getString("kind")),
                        new PersonRef(row.getObject("id", UUID.class), row.getString("name")),
                        personalData.open(PersonStore.PHONE, row.getBytes("phone"))))
                .list();
    }

    void replace(Unit unit, Map<DutyKind, UUID> named) {
        jdbc.sql("delete from identity.duty where unit_code = :unit").param("unit", unit.code()).update();
        named.forEach((kind, person) -> put(unit, kind, person));
    }

    /** Names the person; whoever was named for that kind before is no longer. */
    void put(Unit unit, DutyKind kind, UUID person) {
        jdbc.sql("""
                insert into identity.duty (unit_code, unit_path, kind, person_id) values (:unit, :path, :kind, :person)
                on conflict (unit_code, kind) do update set person_id = excluded.person_id
                """)
                .param("unit", unit.code())
                .param("path", unit.path())
                .param("kind", kind.name())
                .param("person", person)
                .update();
    }

    /** What the people are named for at which units, as far as the transaction reaches. */
    Map<UUID, Set<Duty>> of(Collection<UUID> people) {
        var duties = new HashMap<UUID, Set<Duty>>();
        jdbc.sql("select person_id, unit_code, kind from identity.duty where person_id = any (:people)")
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    duties.computeIfAbsent(row.getObject("person_id", UUID.class), _ -> new HashSet<>())
                            .add(new Duty(row.getString("unit_code"), DutyKind.valueOf(row.getString("kind"))));
                });
        return duties;
    }

    /** One kind of work at one unit. */
    record Duty(String unitCode, DutyKind kind) {}

    void remove(UUID person, Duty duty) {
        jdbc.sql("delete from identity.duty where person_id = :person and unit_code = :unit and kind = :kind")
                .param("person", person)
                .param("unit", duty.unitCode())
                .param("kind", duty.kind().name())
                .update();
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update identity.duty set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }
}
