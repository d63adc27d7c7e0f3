package io.waypost.app.device;

import io.waypost.app.device.LagStore.Seen;
import io.waypost.app.device.Scanner.DeviceState;
import org.jspecify.annotations.Nullable;

/** All that is known of a scanner at a place: what the register, its scans, the judgement and the newest plan say. */
record Standing(String code, String unitCode, @Nullable Scanner scanner, @Nullable Seen seen,
        @Nullable Verdict verdict, @Nullable DevicePlan plan) {

    boolean slow() {
        return verdict != null && (scanner == null || scanner.state() == DeviceState.IN_USE);
    }

    boolean planned() {
        return plan != null && plan.open();
    }

    /** Slow, and nothing is being done about it. */
    boolean needsPlan() {
        return slow() && !planned();
    }

    boolean done() {
        return plan != null && plan.done() && !slow();
    }
}
