package io.waypost.app.stream;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a cluster finds from its topic, at least once: whom it concerns is committed to the database before Kafka is told how far we
 * have read. A finding that comes again asks for a parcel that is here already, which changes nothing. Nodes of an installation share the
 * topic's partitions.
 */
final class ClusterFindings {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterFindings.class);
    private static final Actor PLATFORM = new Actor.Internal("stream");

    private final PickStore store;
    private final Suspecting suspecting;
    private final ObjectProvider<Deadlines> deadlines;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ClusterFindings(PickStore store, Suspecting suspecting,
            ObjectProvider<Deadlines> deadlines,
            JsonMapper json,
            Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.suspecting = suspecting;
        this.deadlines = deadlines;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Who reads them.
     *
     * @param connect a consumer that has subscribed
     */
    TopicReader reader(Supplier<Consumer<byte[], byte[]>> connect) {
        return new TopicReader("The cluster's findings", connect,
                records -> Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> take(records))));
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        var news = new HashMap<Long, @Nullable Instant>();
        var suspected = new ArrayList<Long>();
        for (var found : records) {
            read(found.value(), news, suspected);
        }
        suspecting.suspect(suspected);
        news.forEach((parcel, scanned) -> store.ask(parcel, scanned, clock.instant()));
        deadlines.getObject().wake(Picking.class);
    }

    /** A finding that cannot be read is passed over, and said in the log: to stop at it would hold up all others for good. */
    private void read(byte @Nullable [] value, Map<Long, @Nullable Instant> news, List<Long> suspected) {
        try {
            JsonNode finding = value == null ? null : json.readTree(value);
            var key = finding == null ? "" : finding.path("key").asString("");
            if (finding == null || key.isEmpty()) {
                LOG.error("A record of the cluster's findings has no parcel's key and is passed over");
                return;
            }
            long parcel = Long.parseLong(key);
            if (parcel <= 0) {
                LOG.warn("The finding {} is about a waybill that its key does not tell; it is passed over",
                        finding.path("id").asString(""));
                return;
            }
            var kind = finding.path("kind").asString("");
            if (kind.equals("SUSPECTED")) {
                suspected.add(parcel);
                return;
            }
            // A scan took the warning back: the timelines may be a moment behind it.
            boolean byScan = kind.equals("CLEARED_RESUMED") || kind.equals("CLEARED_LATE_UPLOAD");
            news.put(parcel, byScan ? Instant.parse(finding.path("at").asString("")) : null);
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            LOG.error("A record of the cluster's findings cannot be read and is passed over", unreadable);
        }
    }
}
