package io.waypost.app.delay;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How delays are told ({@code waypost.delay.*}).
 *
 * @param mail mailboxes by unit code that the unit's list of the day goes to every morning; a unit that is not named gets none
 */
@ConfigurationProperties("waypost.delay")
record DelaySettings(@DefaultValue Map<String, String> mail) {

    DelaySettings {
        mail.forEach((unit, address) -> {
            if (!address.matches("[^@\\s]+@[^@\\s]+")) {
                throw new IllegalArgumentException(
                        "The mailbox of %s (waypost.delay.mail) is '%s'.%nMaybe name@example.cn".formatted(unit,
                                address));
            }
        });
        mail = Map.copyOf(mail);
    }
}
