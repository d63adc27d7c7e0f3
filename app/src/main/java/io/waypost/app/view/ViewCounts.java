package io.waypost.app.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts behind views. No count goes beyond {@link #MOST}, takes longer than a second, or is taken twice for the same reader within two
 * seconds: many pages that hear of the same change cost one look.
 */
@Component
class ViewCounts {

    /** One more than this means more than this. */
    static final int MOST = 10_000;

    private static final int MOST_QUERIES = 40;
    private static final int MILLISECONDS = 1_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final ViewSources sources;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cache<Key, Optional<Long>> counts = Caffeine.newBuilder().expireAfterWrite(REMEMBERED)
            .maximumSize(50_000).build();

    ViewCounts(ViewSources sources, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** Everything that a count depends on besides the rows. */
    private record Key(String list, Map<String, String> query, Actor reader) {}

    /** The counts by name; a name is missing where counting took too long. */
    Map<String, Long> count(String list, Map<String, Map<String, String>> queries) {
        var actor = Acting.current();
        var source = sources.require(list, actor);
        if (queries.size() > MOST_QUERIES) {
            throw Refusal.invalid("queries", queries.size(), "TOO_MANY", "At most %d.".formatted(MOST_QUERIES));
        }
        var counted = new LinkedHashMap<String, Long>();
        queries.forEach((name, query) -> counts
                .get(new Key(list, Map.copyOf(query), actor), _ -> count(source, query))
                .ifPresent(count -> counted.put(name, count)));
        return counted;
    }

    private Optional<Long> count(ViewSource source, Map<String, String> query) {
        try {
            return Optional.ofNullable(transaction.execute(_ -> {
                jdbc.sql("select set_config('statement_timeout', :time, true)")
                        .param("time", Integer.toString(MILLISECONDS)).query(String.class).single();
                return source.count(query, MOST + 1);
            }));
        } catch (QueryTimeoutException tooLong) {
            return Optional.empty();
        }
    }
}
