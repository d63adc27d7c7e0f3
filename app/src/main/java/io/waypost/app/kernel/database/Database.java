package io.waypost.app.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waypost.app.kernel.Secrets;
import io.waypost.app.kernel.WaypostSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Starts or finds the database, makes the two roles, and hands out connections: the owner's to migrations, the app's to all else. */
@Configuration(proxyBeanMethods = false)
class Database {

    /** Where to connect, and as whom. */
    record Access(String url, String owner, @Nullable String ownerPassword, String app, String appPassword) {}

    /** Closes the embedded server after everything that uses it. */
    @Bean(destroyMethod = "close")
    Server databaseServer(DatabaseSettings settings, WaypostSettings waypost, Secrets secrets) {
        if (settings.url() != null) {
            var password = settings.appPassword() == null
                    ? secrets.text("database-app.password")
                    : settings.appPassword();
            return new Server(null,
                    new Access(settings.url(), settings.owner(), settings.ownerPassword(), settings.app(), password));
        }
        var embedded = EmbeddedPostgres.start(waypost.data(), secrets.text("database-owner.password"));
        var access = new Access(
                embedded.url("postgres"),
                EmbeddedPostgres.OWNER,
                secrets.text("database-owner.password"),
                settings.app(),
                secrets.text("database-app.password"));
        return new Server(embedded, access);
    }

    record Server(@Nullable EmbeddedPostgres embedded, Access access) implements AutoCloseable {

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean
    FlywayConnectionDetails ownerConnection(Server server) throws SQLException {
        var access = server.access();
        AppRole.ensure(access);
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return access.owner();
            }

            @Override
            public @Nullable String getPassword() {
                return access.ownerPassword();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    DataSource dataSource(Server server, DatabaseSettings settings, FlywayConnectionDetails rolesExist) {
        var access = server.access();
        var pool = new HikariConfig();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.app());
        pool.setPassword(access.appPassword());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(4);
        pool.setPoolName("waypost");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ScopedTransactionManager(dataSource);
    }

    /** Opens a connection as the owner. */
    static java.sql.Connection ownerOf(Access access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
    }
}
