package io.waypost.bot.encode;

import java.util.HashMap;
import java.util.Map;

/** Remembers what was encoded for one message: all models ask for the same vector. For one thread; closing it closes nothing. */
public final class OneMessage implements Encoder {

    private final Encoder encoder;
    private final Map<String, float[]> encoded = new HashMap<>();

    public OneMessage(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public int size() {
        return encoder.size();
    }

    @Override
    public float[] encode(String text) {
        return encoded.computeIfAbsent(text, encoder::encode);
    }

    @Override
    public void close() {
        encoded.clear();
    }
}
