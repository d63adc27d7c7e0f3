package io.waypost.app.device;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A scanner (巴枪) of the register.
 *
 * @param inService since when it is used
 * @param unitPath where its owner lies in the tree
 */
record Scanner(String code, String model, @Nullable String firmware, @Nullable LocalDate inService, String unitCode,
        String unitPath, DeviceState state, int version) {

    /** What has become of a scanner. */
    enum DeviceState {
        IN_USE,
        REPLACED,
        RETIRED
    }

    /** Whether the other one says the same, whatever its version. */
    boolean same(Scanner other) {
        return equals(new Scanner(other.code, other.model, other.firmware, other.inService, other.unitCode,
                other.unitPath, other.state, version));
    }
}
