package io.waypost.watch.host;

import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import io.waypost.watch.timeline.EventBatch;
import io.waypost.watch.timeline.ScanCodes;
import io.waypost.watch.timeline.TimelineEvent;
import java.nio.ByteBuffer;
import java.util.Set;

/** Makes events of a timeline out of a frame of scans: the same code for every host. One thread owns it. */
public final class ScanEvents {

    private static final byte HISTORIC = ScanCodes.bits(Set.of(ScanFlag.HISTORIC));

    private final CompactScan scan = new CompactScan();
    private final TimelineEvent event = new TimelineEvent();
    private final EventBatch batch = new EventBatch(64);

    /**
     * The frame's scans; none if it holds something else.
     *
     * @param arrival the second at which the log took it
     * @return the same batch every time, to be used before the next call
     */
    public EventBatch of(ByteBuffer payload, int arrival) {
        batch.clear();
        if (Records.holdsScans(payload)) {
            var rows = Records.rows(payload);
            int scans = Records.scans(rows);
            for (int i = 0; i < scans; i++) {
                batch.add(event(rows, Records.row(rows, i), arrival));
            }
        }
        return batch;
    }

    private TimelineEvent event(ByteBuffer rows, int row, int arrival) {
        ScanRow.read(rows, row, scan);
        event.waybillKey = ScanRow.key(rows, row);
        event.scanSecond = scan.at;
        event.lagSeconds = arrival - scan.at;
        event.type = ScanCodes.code(ScanType.ofCode(scan.type));
        event.site = scan.site;
        event.nextSite = scan.nextSite;
        event.device = ScanRow.device(rows, row);
        event.operator = ScanRow.operator(rows, row);
        event.flags = scan.historic ? HISTORIC : 0;
        return event;
    }
}
