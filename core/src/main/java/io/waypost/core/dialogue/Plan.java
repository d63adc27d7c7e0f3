package io.waypost.core.dialogue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a matter needs and what it leads to (事项流程). Declared in one table; {@link Dialogue} walks through it.
 *
 * @param act what comes of it
 * @param kind of the case that is opened; null where none is
 * @param detail what has to be told beforehand; null where nothing
 */
public record Plan(Act act, @Nullable String kind, @Nullable Say detail) {

    /** What comes of a matter. */
    public enum Act {
        /** Says where the parcel is. */
        TELL_STATUS,
        /** Says how the parcel's cases stand. */
        TELL_PROGRESS,
        /** Opens a case, once the customer has said yes. */
        OPEN_CASE,
        /** Answers from the knowledge base. */
        ANSWER,
        /** Says what it costs. */
        QUOTE,
        /** Says how long it takes, from there to there; of a parcel that is under way where it is. */
        TELL_TIME,
        /** Says whether parcels are delivered at a place. */
        TELL_SERVICE,
        /** Says which outlets there are at a place. */
        TELL_OUTLETS,
        /** Says how to pack and insure. */
        ADVISE;

        /** Whether it is about a parcel that there is not yet. */
        boolean beforehand() {
            return this == QUOTE || this == TELL_TIME || this == TELL_SERVICE || this == TELL_OUTLETS || this == ADVISE;
        }
    }

    private static final Map<Intent, Plan> PLANS = new EnumMap<>(Intent.class);

    static {
        tells(Intent.TRACK, Act.TELL_STATUS);
        tells(Intent.PROGRESS, Act.TELL_PROGRESS);
        tells(Intent.PRICE, Act.QUOTE);
        tells(Intent.ETA, Act.TELL_TIME);
        tells(Intent.SERVICE_AREA, Act.TELL_SERVICE);
        tells(Intent.OUTLET, Act.TELL_OUTLETS);
        tells(Intent.PACKAGING_ADVICE, Act.ADVISE);
        opens(Intent.URGE, "URGE.DELIVERY", null);
        opens(Intent.STALLED, "QUERY.NOT_UPDATED", null);
        opens(Intent.COURIER_CONTACT, "QUERY.CONTACT", null);
        opens(Intent.CHANGE_ADDRESS, "ADDRESS_CHANGE.ADDRESS", Say.ASK_NEW_ADDRESS);
        opens(Intent.CHANGE_TIME, "ADDRESS_CHANGE.TIME", Say.ASK_NEW_TIME);
        opens(Intent.SELF_PICKUP, "ADDRESS_CHANGE.STATION", Say.ASK_STATION);
        opens(Intent.REFUSE, "PROBLEM.REFUSED", Say.ASK_WHY);
        opens(Intent.INTERCEPT, "INTERCEPT.RETURN", Say.ASK_WHY);
        opens(Intent.DAMAGED, "DAMAGE", Say.ASK_DAMAGE);
        opens(Intent.LOST, "LOSS", Say.ASK_CONTENTS);
        opens(Intent.SHORTAGE, "SHORTAGE", Say.ASK_MISSING);
        opens(Intent.SIGNED_NOT_RECEIVED, "FALSE_SIGN.NOT_RECEIVED", Say.ASK_LOOKED);
        opens(Intent.COMPLAINT, "DOOR_DELIVERY", Say.ASK_WHAT_HAPPENED);
        opens(Intent.CLAIM, "CLAIM", Say.ASK_CONTENTS);
    }

    private static void tells(Intent intent, Act act) {
        PLANS.put(intent, new Plan(act, null, null));
    }

    private static void opens(Intent intent, String kind, @Nullable Say detail) {
        PLANS.put(intent, new Plan(Act.OPEN_CASE, kind, detail));
    }

    /** The plan of a matter about a parcel; empty for what is answered from the knowledge base and for words of courtesy. */
    static Optional<Plan> of(Intent intent) {
        return Optional.ofNullable(PLANS.get(intent));
    }
}
