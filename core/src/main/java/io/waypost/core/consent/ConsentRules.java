package io.waypost.core.consent;

import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a parcel was left somewhere that its recipient had agreed to (快递市场管理办法 2024 第二十八条).
 *
 * <p>What is not registered may still have been said: the answer is a reason to ask, and must not be taken for a breach.
 */
public final class ConsentRules {

    /** The scan is the same for stations and lockers, so that either consent may be the one it was made under. */
    private static final Set<DeliveryMode> LEFT = EnumSet.of(DeliveryMode.STATION, DeliveryMode.LOCKER);

    private ConsentRules() {}

    /** A scan of a parcel's course, as far as it matters here. */
    public record Step(ScanType type, Instant at) {}

    /**
     * When the parcel was first left at a station or in a locker without a consent to it from before; what happens on the way
     * back to the sender is not the recipient's to agree to.
     *
     * @param course its scans, oldest first
     */
    public static Optional<Instant> leftWithoutConsent(List<Step> course, List<Consent> consents) {
        for (var step : course) {
            if (step.type() == ScanType.RETURN_STARTED) {
                return Optional.empty();
            }
            if (step.type() == ScanType.STATION_IN && !covered(step.at(), consents)) {
                return Optional.of(step.at());
            }
        }
        return Optional.empty();
    }

    private static boolean covered(Instant left, List<Consent> consents) {
        return consents.stream().anyMatch(consent -> LEFT.contains(consent.mode()) && !consent.at().isAfter(left));
    }
}
