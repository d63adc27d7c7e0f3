package io.waypost.bot.encode;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the vectors of the texts it was last asked for: customers write the same things. Safe for threads. */
public final class CachedEncoder implements Encoder {

    private final Encoder encoder;
    private final Map<String, float[]> last;

    /** Remembers at most that many; 10,000 take about 21 MB. */
    public CachedEncoder(Encoder encoder, int most) {
        this.encoder = encoder;
        this.last = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<String, float[]> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public int size() {
        return encoder.size();
    }

    @Override
    public float[] encode(String text) {
        synchronized (last) {
            var known = last.get(text);
            if (known != null) {
                return known;
            }
        }
        var vector = encoder.encode(text);
        synchronized (last) {
            last.put(text, vector);
        }
        return vector;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
