package io.waypost.app.identity;

import io.waypost.app.kernel.PersonalData;
import io.waypost.core.identity.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on people's accounts: what they sign in with. */
@Repository
class AccountStore {

    private static final String TOTP = "identity.person.totp";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    AccountStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(SELECT + " where username = :username")
                .param("username", username)
                .query((row, _) -> account(row))
                .optional();
    }

    /** Active people at or above at least one of the units, by a part of name or user name. */
    List<Account> reaching(Collection<String> unitPaths, String typed, int most) {
        return jdbc.sql(SELECT + """
                 where active and exists (select 1 from unnest(:paths::text[]) as p where starts_with(p, unit_path))
                   and (position(lower(:typed) in lower(name)) > 0 or position(lower(:typed) in username) > 0)
                 order by length(unit_path) desc, name, id limit :most
                """)
                .param("paths", unitPaths.toArray(String[]::new)).param("typed", typed).param("most", most)
                .query((row, _) -> account(row)).list();
    }

    Optional<Account> byId(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query((row, _) -> account(row)).optional();
    }

    void signedIn(UUID id, Instant at) {
        jdbc.sql("update identity.person set last_sign_in_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void setPassword(UUID id, String hash, boolean mustChange) {
        jdbc.sql("""
                update identity.person set password = :hash, must_change_password = :mustChange, version = version + 1
                where id = :id
                """).param("hash", hash).param("mustChange", mustChange).param("id", id).update();
    }

    void setLocale(UUID id, String locale) {
        jdbc.sql("update identity.person set locale = :locale where id = :id")
                .param("locale", locale)
                .param("id", id)
                .update();
    }

    void setTotp(UUID id, @Nullable String secret) {
        jdbc.sql("""
                update identity.person set totp_secret = :secret, totp_confirmed = false, totp_last_step = 0 where id = :id
                """).param("secret", personalData.seal(TOTP, secret)).param("id", id).update();
    }

    /** Uses up the code of that time step; false where it or a later one was used before. */
    boolean useTotp(UUID id, long step, boolean confirm) {
        return jdbc.sql("""
                update identity.person set totp_last_step = :step, totp_confirmed = totp_confirmed or :confirm
                where id = :id and totp_last_step < :step
                """).param("step", step).param("confirm", confirm).param("id", id).update() == 1;
    }

    private static final String SELECT = """
            select id, username, name, unit_code, unit_path, roles, password, must_change_password, active, locale,
                totp_secret, totp_confirmed, totp_last_step
            from identity.person
            """;

    private Account account(ResultSet row) throws SQLException {
        var secret = personalData.open(TOTP, row.getBytes("totp_secret"));
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("unit_code"),
                row.getString("unit_path"),
                roles(row.getArray("roles")),
                row.getString("password"),
                row.getBoolean("must_change_password"),
                row.getBoolean("active"),
                row.getString("locale"),
                secret == null
                        ? null
                        : new Account.Enrolment(secret, row.getBoolean("totp_confirmed"),
                                row.getLong("totp_last_step")));
    }

    static Set<Role> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
