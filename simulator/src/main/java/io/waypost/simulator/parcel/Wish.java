package io.waypost.simulator.parcel;

import io.waypost.client.Parcel.Consent;
import io.waypost.simulator.chance.Dice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recipient wants a parcel and what they agreed to when it was ordered. Most want it at the door, and most of those have agreed to
 * a station for when nobody is in; a few have agreed to nothing, and their parcels are left at stations like all others.
 *
 * @param mode null where nobody asked
 */
record Wish(@Nullable String mode, @Nullable Consent consent) {

    /** Of its own, so that the course of no parcel depends on what its recipient wants. */
    private static final long LUCK = 402;

    private static final Wish NONE = new Wish(null, null);

    private static final List<String> CHANNELS = List.of("ORDER", "ORDER", "ORDER", "APP", "SMS", "PHONE");

    /** The wish about the order of this number. */
    static Wish of(long seed, long index, long createdAt) {
        Dice dice = Dice.of(seed, LUCK, index);
        double luck = dice.uniform();
        String channel = dice.pick(CHANNELS);
        Instant at = Instant.ofEpochSecond(createdAt);
        if (luck < 0.02) {
            return NONE;
        }
        if (luck < 0.08) {
            return new Wish("DOOR", null);
        }
        if (luck < 0.62) {
            return new Wish("DOOR", new Consent("STATION", at, channel));
        }
        if (luck < 0.98) {
            String mode = luck < 0.88 ? "STATION" : "LOCKER";
            return new Wish(mode, new Consent(mode, at, channel));
        }
        String mode = luck < 0.99 ? "PROXY" : "SELF_PICKUP";
        return new Wish(mode, new Consent(mode, at, channel));
    }
}
