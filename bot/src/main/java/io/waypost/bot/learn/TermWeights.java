package io.waypost.bot.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each gram says (TF-IDF): {@code (1 + ln count) * ln((1 + n) / (1 + texts with it)) + 1}, the vector made 1 long. Grams of one text
 * alone are left out. Immutable and safe for threads.
 */
final class TermWeights {

    private final Map<String, Integer> places;
    private final float[] rarity;

    private TermWeights(Map<String, Integer> places, float[] rarity) {
        this.places = places;
        this.rarity = rarity;
    }

    static TermWeights learn(Collection<List<String>> texts) {
        var counts = new TreeMap<String, Integer>();
        for (var text : texts) {
            for (var gram : new HashSet<>(text)) {
                counts.merge(gram, 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < 2);
        var places = new HashMap<String, Integer>(counts.size() * 2);
        var rarity = new float[counts.size()];
        counts.forEach((gram, count) -> {
            rarity[places.size()] = (float) (Math.log((1.0 + texts.size()) / (1.0 + count)) + 1);
            places.put(gram, places.size());
        });
        return new TermWeights(places, rarity);
    }

    int size() {
        return rarity.length;
    }

    Sparse weigh(List<String> grams) {
        var counts = new TreeMap<Integer, Integer>();
        for (var gram : grams) {
            var place = places.get(gram);
            if (place != null) {
                counts.merge(place, 1, Integer::sum);
            }
        }
        var at = new int[counts.size()];
        var values = new float[counts.size()];
        int i = 0;
        double sum = 0;
        for (var entry : counts.entrySet()) {
            at[i] = entry.getKey();
            values[i] = (float) ((1 + Math.log(entry.getValue())) * rarity[at[i]]);
            sum += values[i] * values[i];
            i++;
        }
        float length = sum == 0 ? 1 : (float) Math.sqrt(sum);
        for (i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return new Sparse(at, values);
    }

    void write(DataOutput out) throws IOException {
        var grams = new String[rarity.length];
        places.forEach((gram, place) -> grams[place] = gram);
        out.writeInt(rarity.length);
        for (int i = 0; i < rarity.length; i++) {
            out.writeUTF(grams[i]);
            out.writeFloat(rarity[i]);
        }
    }

    static TermWeights read(DataInput in) throws IOException {
        int size = in.readInt();
        var places = new HashMap<String, Integer>(size * 2);
        var rarity = new float[size];
        for (int i = 0; i < size; i++) {
            places.put(in.readUTF(), i);
            rarity[i] = in.readFloat();
        }
        return new TermWeights(places, rarity);
    }
}
