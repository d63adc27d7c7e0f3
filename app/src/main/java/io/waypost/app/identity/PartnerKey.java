package io.waypost.app.identity;

import io.waypost.app.kernel.Actor;

/**
 * A partner's key (合作方密钥) that is in force.
 *
 * @param actor whom to act as ({@code Acting.as}) for what comes in under it
 * @param ratePerMinute the most calls a minute
 * @param kuaidi100Salt the salt that pushes in the Kuaidi100 format are signed with; never to be shown or logged
 */
public record PartnerKey(Actor.Partner actor, int ratePerMinute, String kuaidi100Salt) {

    @Override
    public String toString() {
        return "PartnerKey[%s]".formatted(actor.keyId());
    }
}
