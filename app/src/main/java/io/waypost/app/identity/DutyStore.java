package io.waypost.app.identity;

import io.waypost.app.kernel.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
}
