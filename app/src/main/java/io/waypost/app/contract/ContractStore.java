package io.waypost.app.contract;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of contracts and of the versions of their terms. */
@Repository
class ContractStore {

    private static final String SELECT = """
            select c.*, t.version as terms_version, t.body, t.at as terms_at, t.by_name as terms_by
            from contract.contract c join lateral
                (select * from contract.terms t where t.contract_id = c.id order by t.version desc limit 1) t on true
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ContractStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What a list is narrowed to.
     *
     * @param words in its code or name
     * @param after the code of the last row seen
     */
    record Asked(@Nullable String words, @Nullable ContractState state, @Nullable String after) {}

    /** A version of its terms. */
    record TermsVersion(int version, ContractTermsBody terms, Instant at, String by) {}

    /** @param index of an address of one of its people, which does instead of the words; null for none */
    List<Contract> list(Asked asked, byte @Nullable [] index, int most) {
        var conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (asked.words() != null) {
            conditions.add("""
                    (position(upper(:words) in upper(c.code)) > 0 or position(upper(:words) in upper(c.name)) > 0 or exists (
                        select 1 from contract.person p join contract.address a on a.person_id = p.id
                        where p.contract_id = c.id and a.value_index = :index))""");
            parameters.put("words", asked.words());
            parameters.put("index", index == null ? new byte[0] : index);
        }
        if (asked.state() != null) {
            conditions.add("c.state = :state");
            parameters.put("state", asked.state().name());
        }
        if (asked.after() != null) {
            conditions.add("c.code > :after");
            parameters.put("after", asked.after());
        }
        return jdbc.sql(SELECT + "where " + String.join(" and ", conditions) + " order by c.code limit :most")
                .params(parameters).param("most", most).query((row, _) -> contract(row)).list();
    }

    Optional<Contract> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id").param("id", id).query((row, _) -> contract(row)).optional();
    }

    /** Adds it without terms; false where there is one of that code. */
    boolean add(Contract contract, Instant now) {
        return jdbc.sql("""
                insert into contract.contract (id, code, name, unit_code, unit_path, valid_from, valid_to, state, since)
                values (:id, :code, :name, :unitCode, :unitPath, :validFrom, :validTo, :state, :now)
                on conflict (code) do nothing
                """).param("id", contract.id()).param("code", contract.code()).param("name", contract.name())
                .param("unitCode", contract.unitCode()).param("unitPath", contract.unitPath())
                .param("validFrom", contract.validFrom()).param("validTo", contract.validTo())
                .param("state", contract.state().name()).param("now", utc(now)).update() == 1;
    }

    /** Writes it over the one of its version; false where it has been changed meanwhile. */
    boolean change(Contract contract) {
        return jdbc.sql("""
                update contract.contract set name = :name, unit_code = :unitCode, unit_path = :unitPath, valid_from = :validFrom,
                    valid_to = :validTo, state = :state, version = version + 1
                where id = :id and version = :version
                """).param("name", contract.name()).param("unitCode", contract.unitCode())
                .param("unitPath", contract.unitPath()).param("validFrom", contract.validFrom())
                .param("validTo", contract.validTo()).param("state", contract.state().name())
                .param("id", contract.id()).param("version", contract.version()).update() == 1;
    }

    /** Units have moved: what lay below the old prefix lies below the new one. */
    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update contract.contract set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    void addTerms(UUID contract, int version, ContractTermsBody terms, Instant at, String by, @Nullable UUID byId) {
        jdbc.sql("""
                insert into contract.terms (contract_id, version, body, at, by_id, by_name)
                values (:contract, :version, cast(:body as jsonb), :at, :byId, :by)
                """).param("contract", contract).param("version", version)
                .param("body", json.writeValueAsString(terms)).param("at", utc(at)).param("byId", byId).param("by", by)
                .update();
    }

    /** The versions of its terms, the newest first. */
    List<TermsVersion> terms(UUID contract) {
        return jdbc.sql("""
                select version, body, at, by_name from contract.terms where contract_id = :id order by version desc limit 50
                """).param("id", contract).query((row, _) -> new TermsVersion(row.getInt("version"),
                json.readValue(text(row, "body"), ContractTermsBody.class), time(row, "at"), text(row, "by_name")))
                .list();
    }

    /** How many people each of the contracts has, by contract. */
    Map<UUID, Integer> people(List<UUID> contracts) {
        var found = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select contract_id, count(*) as people from contract.person
                where contract_id = any(cast(:ids as uuid[])) group by contract_id
                """).param("ids", contracts.toArray(new UUID[0]))
                .query(row -> {
                    found.put(id(row, "contract_id"), row.getInt("people"));
                });
        return found;
    }

    private Contract contract(ResultSet row) throws SQLException {
        return new Contract(id(row, "id"), text(row, "code"), text(row, "name"), text(row, "unit_code"),
                text(row, "unit_path"), Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                row.getObject("valid_to", LocalDate.class), ContractState.valueOf(text(row, "state")),
                row.getInt("terms_version"), json.readValue(text(row, "body"), ContractTermsBody.class),
                time(row, "terms_at"), text(row, "terms_by"), row.getLong("version"));
    }
}
