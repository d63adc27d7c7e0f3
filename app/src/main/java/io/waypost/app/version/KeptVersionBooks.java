package io.waypost.app.version;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.live.LiveFeed;
import java.time.Clock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
@DependsOnDatabaseInitialization
class KeptVersionBooks implements VersionBooks {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptVersionBooks(JdbcClient jdbc, JsonMapper json, AuditTrail audit, LiveFeed live, Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public <T> Versions<T> open(VersionBook<T> book) {
        return new KeptVersions<>(book, new VersionStore<>(jdbc, json, book), audit, live, clock, transaction);
    }
}
