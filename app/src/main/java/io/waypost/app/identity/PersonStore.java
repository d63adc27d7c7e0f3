package io.waypost.app.identity;

import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.PersonalData;
import io.waypost.core.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on people. */
@Repository
class PersonStore {

    /** What a person's phone is sealed for. */
    static final String PHONE = "identity.person.phone";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    PersonStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** A person with the hash of their password. */
    record Hashed(PersonRow person, String hash, boolean mustChange) {}

    /**
     * Whom to look for.
     *
     * @param unitPath a prefix; null = everywhere
     * @param text a part of name or user name, or a whole phone number
     * @param after the user name at the end of the page before
     */
    record Filter(@Nullable String unitPath, @Nullable String text, @Nullable String after) {}

    List<PersonRow> list(Filter filter, int limit) {
        return jdbc.sql(SELECT + """
                 where (:unitPath::text is null or starts_with(unit_path, :unitPath))
                  and (:text::text is null or position(lower(:text) in username) > 0
                      or position(lower(:text) in lower(name)) > 0 or phone_index = :phone)
                  and (:after::text is null or username > :after)
                order by username
                limit :limit
                """)
                .param("unitPath", filter.unitPath())
                .param("text", filter.text())
                .param("phone", personalData.phoneIndex(filter.text()))
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, _) -> person(row))
                .list();
    }

    Optional<PersonRow> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query((row, _) -> person(row)).optional();
    }

    /** Those of the user names that are taken, by whomever. */
    Set<String> taken(Collection<String> usernames) {
        return Set.copyOf(jdbc.sql("select * from identity.taken(:usernames)")
                .param("usernames", usernames.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** The people of those user names within reach. */
    List<PersonRow> byUsernames(Collection<String> usernames) {
        return jdbc.sql(SELECT + " where username = any (:usernames)")
                .param("usernames", usernames.toArray(String[]::new))
                .query((row, _) -> person(row))
                .list();
    }

    /** Adds those whose user name is free; returns the user names that were added. */
    List<String> insert(List<Hashed> people, Instant at) {
        return jdbc.sql("""
                insert into identity.person (id, username, name, phone, phone_index, unit_code, unit_path, roles, password,
                    must_change_password, active, created_at)
                select id, username, name, phone, phone_index, unit_code, unit_path, string_to_array(roles, ' '), password,
                    must_change, true, :at
                from unnest(:ids, :usernames, :names, :phones, :indexes, :units, :paths, :roles, :passwords, :mustChange)
                    as p (id, username, name, phone, phone_index, unit_code, unit_path, roles, password, must_change)
                on conflict (username) do nothing
                returning username
                """)
                .param("ids", Columns.ids(people, each -> each.person().id()))
                .param("usernames", Columns.texts(people, each -> each.person().username()))
                .param("names", Columns.texts(people, each -> each.person().name()))
                .param("phones", Columns.bytes(people, each -> personalData.seal(PHONE, each.person().phone())))
                .param("indexes", Columns.bytes(people, each -> personalData.phoneIndex(each.person().phone())))
                .param("units", Columns.texts(people, each -> each.person().unitCode()))
                .param("paths", Columns.texts(people, each -> each.person().unitPath()))
                .param("roles", Columns.texts(people, each -> words(each.person().roles())))
                .param("passwords", Columns.texts(people, Hashed::hash))
                .param("mustChange", Columns.flags(people, Hashed::mustChange))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString("username"))
                .list();
    }

    /** Writes everything but user name and password; false where the version is another by now. */
    boolean update(PersonRow person) {
        return jdbc.sql("""
                update identity.person set name = :name, phone = :phone, phone_index = :phoneIndex, unit_code = :unitCode,
                    unit_path = :unitPath, roles = string_to_array(:roles, ' '), active = :active, version = version + 1
                where id = :id and version = :version
                """)
                .param("name", person.name())
                .param("phone", personalData.seal(PHONE, person.phone()))
                .param("phoneIndex", personalData.phoneIndex(person.phone()))
                .param("unitCode", person.unitCode())
                .param("unitPath", person.unitPath())
                .param("roles", words(person.roles()))
                .param("active", person.active())
                .param("id", person.id())
                .param("version", person.version())
                .update() == 1;
    }

    /** How many others administrate the whole platform; locks them, so that two cannot leave at the same moment. */
    long otherAdministrators(UUID but) {
        return jdbc.sql("""
                select id from identity.person
                where active and 'ADMINISTRATOR' = any (roles) and unit_path = '/HQ/'
                order by id
                for update
                """).query(UUID.class).list().stream().filter(id -> !id.equals(but)).count();
    }

    List<PersonRef> names(Collection<UUID> ids) {
        return jdbc.sql("select id, name from identity.names(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new PersonRef(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    Optional<String> phone(UUID id) {
        return jdbc.sql("select identity.phone_of(:id)")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(personalData.open(PHONE, row.getBytes(1))))
                .single();
    }

    /** The active people of the unit in one of those roles; sees every unit, whoever asks. */
    List<PersonRef> staff(String unitCode, Collection<Role> roles) {
        return jdbc.sql("select id, name from identity.staff(:unit, :roles)")
                .param("unit", unitCode)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query((row, _) -> new PersonRef(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** The roles of somebody active. */
    Set<Role> roles(UUID id) {
        return jdbc.sql("select identity.roles_of(:id)").param("id", id)
                .query((row, _) -> row.getArray(1) == null ? Set.<Role>of() : AccountStore.roles(row.getArray(1)))
                .single();
    }

    boolean nobody() {
        return jdbc.sql("select identity.nobody()").query(Boolean.class).single();
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update identity.person set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    private static final String SELECT = """
            select id, username, name, phone, roles, unit_code, unit_path, active, totp_confirmed, last_sign_in_at, version
            from identity.person
            """;

    private PersonRow person(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                personalData.open(PHONE, row.getBytes("phone")),
                AccountStore.roles(row.getArray("roles")),
                row.getString("unit_code"),
                row.getString("unit_path"),
                row.getBoolean("active"),
                row.getBoolean("totp_confirmed"),
                KeyStore.instant(row, "last_sign_in_at"),
                row.getInt("version"));
    }

    private static String words(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }
}
