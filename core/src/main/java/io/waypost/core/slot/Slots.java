package io.waypost.core.slot;

import io.waypost.core.place.Division;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message names (槽位). Immutable.
 *
 * @param waybills numbers that may be waybills, in the order of the text, upper case; whether they exist is known to the parcels alone
 * @param phones mobile numbers of the mainland, 11 digits; personal data
 * @param from where something goes from
 * @param to where it goes to; also a place that is named without either
 * @param when day or time of day
 */
public record Slots(List<String> waybills, List<String> phones, @Nullable Division from, @Nullable Division to,
        @Nullable Integer weightGrams, @Nullable Long moneyFen, When when) {

    /** Nothing is named. */
    public static final Slots NONE = new Slots(List.of(), List.of(), null, null, null, null, When.NONE);

    public Slots {
        waybills = List.copyOf(waybills);
        phones = List.copyOf(phones);
    }

    /** Phones are personal data and are not printed. */
    @Override
    public String toString() {
        return "Slots[waybills=%s, phones=%d, from=%s, to=%s, weightGrams=%s, moneyFen=%s, when=%s]".formatted(waybills,
                phones.size(), from, to, weightGrams, moneyFen, when);
    }
}
