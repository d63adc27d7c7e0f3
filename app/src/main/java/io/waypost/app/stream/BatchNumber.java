package io.waypost.app.stream;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.watch.record.Sender;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that a sender gives a call, by which a repetition is known.
 *
 * @param sender its name, and whose it is: nobody can take numbers of others' senders
 */
public record BatchNumber(String sender, long number) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * What the call says of itself, null if nothing.
     *
     * @throws Refusal if it is not as it must be
     */
    public static @Nullable BatchNumber of(Actor actor, @Nullable String sender, @Nullable Long sequence) {
        if (sender == null && sequence == null) {
            return null;
        }
        if (sender == null || !NAME.matcher(sender).matches()) {
            throw Refusal.invalid("sender", sender, sender == null ? "MISSING" : "SENDER_FORMAT",
                    "The sender (%s) of a numbered call has a name of 1 to 64 letters, digits, dots, underscores or hyphens."
                            .formatted(sender));
        }
        if (sequence == null || sequence < 1 || sequence > Sender.HIGHEST) {
            throw Refusal.invalid("sequence", sequence, sequence == null ? "MISSING" : "SEQUENCE_RANGE",
                    "The sequence (%s) of a sender's call is a whole number of 1 to %d, one more than that of its call before."
                            .formatted(sequence, Sender.HIGHEST));
        }
        return new BatchNumber("%s/%s".formatted(owner(actor), sender), sequence);
    }

    private static String owner(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id().toString();
            case Actor.Partner partner -> partner.keyId().toString();
            case Actor.Visitor _,Actor.Internal _ -> actor.name();
        };
    }
}
