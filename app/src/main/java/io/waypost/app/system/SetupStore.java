package io.waypost.app.system;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on the code of the first set-up, which is kept as a hash. */
@Repository
class SetupStore {

    private final JdbcClient jdbc;

    SetupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String code) {
        jdbc.sql("""
                insert into system.setup_code (hash) values (sha256(convert_to(:code, 'UTF8')))
                on conflict (only_one) do update set hash = excluded.hash
                """).param("code", code).update();
    }

    boolean matches(String code) {
        return jdbc.sql("""
                select exists (select 1 from system.setup_code where hash = sha256(convert_to(:code, 'UTF8')))
                """).param("code", typed(code)).query(Boolean.class).single();
    }

    /** Uses the code up; false where it is another, or was used. */
    boolean use(String code) {
        return jdbc.sql("delete from system.setup_code where hash = sha256(convert_to(:code, 'UTF8'))")
                .param("code", typed(code))
                .update() == 1;
    }

    private static String typed(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
