package io.waypost.app.scan;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Scope;
import io.waypost.app.scan.KafkaScanSettings.Into;
import io.waypost.app.stream.ScanStream;
import io.waypost.app.stream.TopicReader;
import io.waypost.watch.intake.BinaryScans;
import io.waypost.watch.intake.MalformedBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes scans from a topic of Kafka, for carriers whose gateways write there anyway: each record holds lines of scans, often one, or a
 * binary batch. Kafka hears how far we are when all before is on disk; after a crash some come again, which is harmless by the rules.
 */
final class KafkaScans {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaScans.class);
    private static final Actor SENDER = new Actor.Internal("kafka");
    private static final int LONGEST_LINE = 1 << 16;
    /** Of one transaction, where they go into the timelines. */
    private static final int MOST_BYTES = 1 << 20;

    private final ScanStream stream;
    private final Intake intake;
    private final JsonLines json;
    private final Into into;

    KafkaScans(Into into, ScanStream stream, Intake intake, JsonLines json) {
        this.stream = stream;
        this.intake = intake;
        this.json = json;
        this.into = into;
    }

    /**
     * Who reads them.
     *
     * @param connect a consumer that has subscribed
     */
    TopicReader reader(Supplier<Consumer<byte[], byte[]>> connect) {
        return new TopicReader("The topic of scans", connect, records -> Acting.as(SENDER, () -> take(records)));
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        var lines = new ByteArrayOutputStream();
        for (var record : records) {
            byte[] value = record.value();
            if (value == null || tooLong(value)) {
                passOver(record, value == null ? "it is empty" : "a line has more than 65,536 bytes");
            } else if (BinaryScans.isBatch(value)) {
                batch(record);
            } else {
                lines.writeBytes(value);
                lines.write('\n');
            }
            if (into == Into.TIMELINES && lines.size() > MOST_BYTES) {
                lines(lines.toByteArray());
                lines.reset();
            }
        }
        if (lines.size() > 0) {
            lines(lines.toByteArray());
        }
    }

    /** A record that cannot be read is passed over, and said in the log: to stop at it would hold up all others for good. */
    private static void passOver(ConsumerRecord<byte[], byte[]> record, @Nullable String why) {
        LOG.error("Record {} of partition {} of {} holds no scans and is passed over: {}", record.offset(),
                record.partition(), record.topic(), why);
    }

    private void batch(ConsumerRecord<byte[], byte[]> record) {
        if (into == Into.TIMELINES) {
            passOver(record, "binary batches go into the stream only (waypost.scan.kafka.into)");
            return;
        }
        try {
            var taken = stream.batch(record.value(), Scope.EVERYTHING, null).taken();
            tell(taken.accepted(), taken.refusals(), taken.refused());
        } catch (MalformedBatch malformed) {
            passOver(record, malformed.getMessage());
        }
    }

    private void lines(byte[] body) {
        if (into == Into.TIMELINES) {
            var outcome = intake.takeScans(json.lines(body), SENDER.name(), Scope.EVERYTHING);
            tell(outcome.accepted(), outcome.rejected().size(), outcome.rejected());
            return;
        }
        try {
            var taken = stream.lines(new ByteArrayInputStream(body), json::scan, Scope.EVERYTHING, Long.MAX_VALUE,
                    null).taken();
            tell(taken.accepted(), taken.refusals(), taken.refused());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void tell(long accepted, long refusals, List<?> refused) {
        if (refusals > 0) {
            LOG.warn("Of {} scans from the topic {} were refused, the first of them: {}", accepted + refusals, refusals,
                    refused.getFirst());
        }
    }

    private static boolean tooLong(byte[] value) {
        if (BinaryScans.isBatch(value)) {
            return false;
        }
        int begin = 0;
        for (int i = 0; i < value.length; i++) {
            if (value[i] == '\n') {
                begin = i + 1;
            } else if (i - begin >= LONGEST_LINE) {
                return true;
            }
        }
        return false;
    }
}
