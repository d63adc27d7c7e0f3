package io.waypost.watch.host;

import io.waypost.watch.record.Sender;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.SendersKnown;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who number the batches they send, and which of them were taken. Who was silent for 30 days is forgotten, and of more than so many
 * the one who was silent longest: what it repeats then is taken again. Safe for threads.
 */
public final class Senders {

    static final int MOST = 10_000;
    private static final int SILENT = 30 * 24 * 3600;

    /** In the order in which they were heard of. */
    private final LinkedHashMap<String, Sender> byName = new LinkedHashMap<>();
    private long upTo;
    private long missing;

    Senders() {}

    /** Whether the sender's batch of that number was taken, as far as it is remembered. */
    public synchronized boolean has(String sender, long number) {
        var known = byName.get(sender);
        return known != null && known.has(number);
    }

    /** How many are remembered. */
    public synchronized int size() {
        return byName.size();
    }

    /** How many batches of all of them have not come, though later ones did. */
    public synchronized long missing() {
        return missing;
    }

    /** The same of one of them; 0 if it is not remembered. */
    public synchronized long missing(String sender) {
        var known = byName.get(sender);
        return known == null ? 0 : known.missing();
    }

    synchronized void learn(BatchTaken taken) {
        var known = byName.remove(taken.sender());
        add(known, known == null ? Sender.first(taken) : known.with(taken));
        var eldest = byName.firstEntry().getValue();
        while (byName.size() > MOST || eldest.at() < taken.at() - SILENT) {
            byName.remove(eldest.name());
            missing -= eldest.missing();
            eldest = byName.firstEntry().getValue();
        }
    }

    /** The log tells this there; what was told before is passed over. */
    synchronized void learn(long lsn, BatchTaken taken) {
        if (lsn > upTo) {
            upTo = lsn;
            learn(taken);
        }
    }

    /** In place of whatever it knew. */
    synchronized void learn(SendersKnown known) {
        byName.clear();
        missing = 0;
        upTo = known.upTo();
        known.senders().forEach(sender -> add(null, sender));
    }

    synchronized SendersKnown known() {
        return new SendersKnown(upTo, List.copyOf(byName.values()));
    }

    private void add(@Nullable Sender before, Sender sender) {
        byName.putLast(sender.name(), sender);
        missing += sender.missing() - (before == null ? 0 : before.missing());
    }
}
