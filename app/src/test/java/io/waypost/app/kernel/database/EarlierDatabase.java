package io.waypost.app.kernel.database;

import io.waypost.app.kernel.Secrets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A database as an earlier version of the platform left it: each feature migrated up to the version that it had then, by the same
 * files and with the same history tables as the platform's own start, which afterwards takes it to the end.
 */
public final class EarlierDatabase {

    private EarlierDatabase() {}

    /** A feature, and the version that it had. */
    public record Feature(String name, String version) {}

    /** Work on the old tables, as their owner. */
    @FunctionalInterface
    public interface Filling {

        /** Writes what was there then. */
        void fill(java.sql.Connection connection) throws SQLException;
    }

    /**
     * Migrates an empty database and fills it.
     *
     * @param versions the version that each feature had, each after those it leans on; {@code __root} is the platform itself
     */
    public static String at(String url, List<Feature> versions, Filling filling) {
        var owner = System.getProperty("waypost.database.owner");
        var password = System.getProperty("waypost.database.owner-password");
        try {
            // The role is the server's, and other platforms of these tests use it too: its password stays what it is.
            var secrets = new Secrets(Path.of(System.getProperty("waypost.data")));
            AppRole.ensure(new Database.Access(url, owner, password, "waypost_app",
                    secrets.text("database-app.password")));
            for (var feature : versions) {
                migrate(url, owner, password, feature.name(), feature.version());
            }
            try (var connection = DriverManager.getConnection(url, owner, password)) {
                connection.setAutoCommit(false);
                filling.fill(connection);
                connection.commit();
            }
            return url;
        } catch (SQLException failure) {
            throw new IllegalStateException("The earlier database could not be made.", failure);
        }
    }

    private static void migrate(String url, String owner, String password, String feature, String version) {
        Flyway.configure().dataSource(url, owner, password)
                .locations("classpath:db/migration/" + feature)
                .table("flyway_schema_history" + (feature.equals("__root") ? "" : "_" + feature))
                .baselineOnMigrate(true).baselineVersion("0")
                .target(MigrationVersion.fromVersion(version))
                .load().migrate();
    }
}
