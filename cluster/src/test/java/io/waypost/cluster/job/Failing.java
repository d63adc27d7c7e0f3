package io.waypost.cluster.job;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Fails some scans after a checkpoint that has scans in it, as often as it is told to; until then it slows the job down, so that there is
 * a checkpoint before its end.
 */
final class Failing extends RichMapFunction<Frame, Frame> implements CheckpointListener {

    private static final long serialVersionUID = 1;
    private static final int SCANS_BEFORE = 100;
    private static final int SCANS_AFTER = 25;
    private static final int LATE = 400;

    /** What is still to happen, for all subtasks of this process. */
    static final AtomicInteger toCome = new AtomicInteger();

    private transient boolean checkpointed;
    private transient int scans;
    private transient int since;

    @Override
    public Frame map(Frame frame) throws InterruptedException {
        if (toCome.get() > 0 && !frame.everybody) {
            scans++;
            Thread.sleep(scans > LATE ? 20 : 1);
            if (checkpointed && ++since > SCANS_AFTER && toCome.getAndDecrement() > 0) {
                throw new IllegalStateException("Injected.");
            }
        }
        return frame;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        checkpointed = scans > SCANS_BEFORE;
    }
}
