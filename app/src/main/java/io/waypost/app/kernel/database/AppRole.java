package io.waypost.app.kernel.database;

import java.sql.SQLException;

/** Makes the role that serves requests: it may log in and use the tables, and nothing else. */
final class AppRole {

    private AppRole() {}

    /** Creates the role if it is missing, keeps its password current, and lets it use what migrations will create. */
    static void ensure(Database.Access access) throws SQLException {
        try (var connection = Database.ownerOf(access); var statement = connection.createStatement()) {
            var role = statement.enquoteIdentifier(access.app(), true);
            var password = statement.enquoteLiteral(access.appPassword());
            try (var found = statement
                    .executeQuery("select 1 from pg_roles where rolname = " + statement.enquoteLiteral(access.app()))) {
                var verb = found.next() ? "alter" : "create";
                statement.execute(
                        "%s role %s login nosuperuser nocreatedb nocreaterole nobypassrls password %s".formatted(verb,
                                role, password));
            }
            statement.execute("alter default privileges grant usage on schemas to " + role);
            statement.execute("alter default privileges grant select, insert, update, delete on tables to " + role);
            statement.execute("alter default privileges grant usage, select on sequences to " + role);
            statement.execute("alter default privileges grant execute on functions to " + role);
        }
    }
}
