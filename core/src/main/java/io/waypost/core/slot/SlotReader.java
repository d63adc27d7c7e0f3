package io.waypost.core.slot;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.slot.Gazetteer.Found;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the slots of a message. Pure and safe for threads. */
public final class SlotReader {

    private static final Pattern FROM_BEFORE = Pattern
            .compile("(?:从|由|自|打|在|人在|住在?|始发地?|出发地?|寄件地?(?:址)?|发货地|发件地?)[是:]?\\s*$");
    private static final Pattern TO_BEFORE = Pattern
            .compile("(?:到|至|往|去|寄给?|发给?|送|运|达|回|给|目的地?|收件地?(?:址)?|收货地?(?:址)?|->|—|-)[是:了在]?\\s*$");
    private static final Pattern FROM_AFTER = Pattern
            .compile("^(?:这边|这里|那边|本地|的)?(?:要|想|能|可以|直接)?(?:寄|发|出发|始发|揽收|到(?!了|吗|没|达)|至|往|去|->|—)");

    private final Gazetteer gazetteer;

    public SlotReader(Divisions divisions) {
        this.gazetteer = new Gazetteer(divisions);
    }

    /** Reads a message; it has to be in half width, short forms and small letters. */
    public Slots read(String plain) {
        var codes = new Codes(plain);
        var places = gazetteer.find(codes.rest);
        var from = from(places, codes.rest);
        var to = places.stream().filter(each -> !each.equals(from)).filter(each -> toward(each, codes.rest)).findFirst()
                .or(() -> places.stream().filter(each -> !each.equals(from)).findFirst()).orElse(null);
        return new Slots(codes.waybills, codes.phones, division(from), division(to), Quantities.grams(codes.rest),
                Quantities.fen(codes.rest), Days.read(codes.rest));
    }

    /** The full name of a place: its province, its city where that is another, and its own. */
    public String fullName(Division division) {
        return gazetteer.fullName(division);
    }

    private static @Nullable Division division(@Nullable Found found) {
        return found == null ? null : found.division();
    }

    private static @Nullable Found from(List<Found> places, String text) {
        for (var place : places) {
            var before = text.substring(0, place.start());
            if (FROM_BEFORE.matcher(before).find()) {
                return place;
            }
            if (!TO_BEFORE.matcher(before).find() && FROM_AFTER.matcher(text.substring(place.end())).find()) {
                return place;
            }
        }
        // 广州 深圳 两公斤: two places one behind the other, nothing said of either.
        return places.size() > 1 && !toward(places.getFirst(), text) ? places.getFirst() : null;
    }

    private static boolean toward(Found place, String text) {
        return TO_BEFORE.matcher(text.substring(0, place.start())).find();
    }
}
