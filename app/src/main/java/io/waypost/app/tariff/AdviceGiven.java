package io.waypost.app.tariff;

import io.waypost.core.tariff.Advice;
import org.jspecify.annotations.Nullable;

/** Notes advice before sending, so that it can be seen whether it is taken (B4). Joins the running transaction. */
public interface AdviceGiven {

    /** By whom it was given. */
    enum AdviceChannel {
        BOT,
        STAFF
    }

    /**
     * Notes it; of one phone each rule once a day, however often it is asked.
     *
     * @param phone the sender's, in clear; kept as a keyed index until it is settled; null where it is not known
     * @param unitPath whose customer they are
     */
    void note(Advice advice, AdviceChannel channel, @Nullable String phone, String unitPath);
}
