package io.waypost.app.testing;

import io.waypost.app.kernel.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for all tests of this JVM: started before the first test, told to Spring by system properties, gone at the
 * end. Tests share the database {@code waypost}; one that needs an empty platform takes {@link #fresh} and a context of its own.
 */
public final class SharedDatabase implements LauncherSessionListener {

    private static final String PASSWORD = "test-owner";
    private static final AtomicInteger FRESH = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable Path data;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-data");
            server = EmbeddedPostgres.start(data, PASSWORD);
            System.setProperty("waypost.data", data.toString());
            System.setProperty("waypost.database.url", fresh());
            System.setProperty("waypost.database.owner", EmbeddedPostgres.OWNER);
            System.setProperty("waypost.database.owner-password", PASSWORD);
            System.setProperty("waypost.database.connections", "8");
            // Every context keeps its connections; more of them open at once than the server takes would starve the last ones.
            System.setProperty("spring.test.context.cache.maxSize", "6");
        } catch (IOException failure) {
            throw new IllegalStateException("The tests' database did not start.", failure);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            server.close();
        }
        if (data != null) {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    /** The JDBC address of a new, empty database on the shared server. */
    public static String fresh() {
        if (server == null) {
            throw new IllegalStateException("The tests' database is not running.");
        }
        var name = "waypost_" + FRESH.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.url("postgres"), EmbeddedPostgres.OWNER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database %s could not be made.".formatted(name), failure);
        }
        return server.url(name);
    }

    /** Does something in a database as the one who owns it, past every rule of rows. */
    public static void owner(String url, String sql) {
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.OWNER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The owner of %s could not do it.".formatted(url), failure);
        }
    }
}
