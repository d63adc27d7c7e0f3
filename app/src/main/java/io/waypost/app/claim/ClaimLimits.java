package io.waypost.app.claim;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.settlement.ClaimPolicy;
import io.waypost.core.settlement.Examiner;

/** Up to how much whoever acts may say yes: the highest of the tiers that they have. */
final class ClaimLimits {

    private ClaimLimits() {}

    /** @throws Refusal where it is not a person: nobody else answers for money */
    static Examiner examiner(ClaimPolicy policy) {
        var actor = Acting.current();
        if (!(actor instanceof Actor.Person person)) {
            throw Refusal.forbidden("PEOPLE_ONLY", "Only people decide about claims.");
        }
        return new Examiner(person.id(), limit(actor, policy));
    }

    private static long limit(Actor actor, ClaimPolicy policy) {
        if (actor.may(Permission.CLAIM_APPROVE_ALL)) {
            return policy.headquartersFen();
        }
        if (actor.may(Permission.CLAIM_APPROVE_REGION)) {
            return policy.regionFen();
        }
        if (actor.may(Permission.CLAIM_APPROVE)) {
            return policy.leadFen();
        }
        return actor.may(Permission.CLAIM_EXAMINE) ? policy.officerFen() : 0;
    }
}
