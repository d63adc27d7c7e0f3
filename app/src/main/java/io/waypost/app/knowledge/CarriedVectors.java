package io.waypost.app.knowledge;

import io.waypost.bot.encode.Encoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of what one edition of the knowledge base says, by their text: what the edition before said as well is not encoded again.
 * Thread-safe.
 */
final class CarriedVectors implements Encoder {

    private final Encoder model;
    private volatile Map<String, float[]> before;
    private final Map<String, float[]> own = new ConcurrentHashMap<>();
    private volatile boolean whole;

    /** Takes over what the same model has encoded before; null for nothing. */
    CarriedVectors(Encoder model, @Nullable CarriedVectors before) {
        this.model = model;
        this.before = before == null || !before.model.equals(model) ? Map.of() : before.own;
    }

    /** From now on nothing is kept: what is asked is not what the edition says. */
    void whole() {
        whole = true;
        before = Map.of();
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public float[] encode(String text) {
        var known = own.get(text);
        var carried = known == null ? before.get(text) : known;
        var vector = carried == null ? model.encode(text) : carried;
        if (!whole) {
            own.put(text, vector);
        }
        return vector;
    }

    /** The model is somebody else's. */
    @Override
    public void close() {
        // Whoever holds the model closes it.
    }
}
