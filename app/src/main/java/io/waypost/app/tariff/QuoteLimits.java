package io.waypost.app.tariff;

import io.waypost.app.kernel.Tries;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How often strangers may ask for prices: an office shares one address. */
@Component
class QuoteLimits {

    /** Questions a minute from one address. */
    static final int QUESTIONS = 60;

    private final Tries addresses;

    QuoteLimits(@Qualifier("wallClock") Clock wall) {
        this.addresses = new Tries(QUESTIONS, Duration.ofMinutes(1), wall);
    }

    void ask(String address) {
        addresses.take(Tries.network(address));
    }
}
