package io.waypost.app.tracking;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Tries;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from guessing the four digits: few questions a minute from one address, few wrong ones an hour about one waybill,
 * whoever asks.
 */
@Component
class TrackLimits {

    /** How many questions one address may ask a minute. */
    static final int QUESTIONS = 30;
    /** How many wrong answers one waybill bears an hour. */
    static final int WRONG = 5;
    /** How often an hour something may be written about one waybill. */
    static final int WRITTEN = 30;

    /** How many photos an hour may be sent about one waybill. */
    static final int PHOTOS = 12;

    private final Tries addresses;
    private final Tries waybills;
    private final Tries written;
    private final Tries photos;

    TrackLimits(@Qualifier("wallClock") Clock wall) {
        this.addresses = new Tries(QUESTIONS, Duration.ofMinutes(1), wall);
        this.waybills = new Tries(WRONG, Duration.ofHours(1), wall);
        this.written = new Tries(WRITTEN, Duration.ofHours(1), wall);
        this.photos = new Tries(PHOTOS, Duration.ofHours(1), wall);
    }

    /**
     * Lets the question through and counts it as wrong until {@link #right} says otherwise: many asked at the same moment count too.
     *
     * @throws Refusal if it is one too many
     */
    void ask(String address, String waybill) {
        addresses.take(Tries.network(address));
        waybills.take(waybill);
    }

    /** The question was right after all. */
    void right(String waybill) {
        waybills.giveBack(waybill);
    }

    /**
     * Counts what somebody who was right is about to write.
     *
     * @throws Refusal if it is one too many
     */
    void write(String waybill) {
        written.take(waybill);
    }

    /**
     * Counts a photo that somebody who was right is about to send.
     *
     * @throws Refusal if it is one too many
     */
    void photo(String waybill) {
        photos.take(waybill);
    }
}
