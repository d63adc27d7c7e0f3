package io.waypost.app.kernel.database;

import io.waypost.app.kernel.Acting;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL, at the start of each transaction, which part of the organisation the actor reaches; the row policies
 * compare with it. Without a transaction nothing is set, and protected tables show no rows.
 */
final class ScopedTransactionManager extends JdbcTransactionManager {

    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var scope = Acting.current().scope().path();
        try {
            var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
            if (holder == null) {
                throw new IllegalStateException("A transaction began without a connection.");
            }
            try (var statement = holder.getConnection()
                    .prepareStatement("select set_config('waypost.scope', ?, true)")) {
                statement.setString(1, scope);
                statement.execute();
            }
        } catch (SQLException | RuntimeException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException(
                    "The scope %s could not be set on the connection.".formatted(scope), failure);
        }
    }
}
