package io.waypost.bot.encode;

/** Turns a text into a vector of length 1; the cosine of two is how near they are in meaning. Safe for threads. */
public interface Encoder extends AutoCloseable {

    /** How many numbers a vector has. */
    int size();

    /**
     * The vector of a text in small letters.
     *
     * @throws EncodingFailed when the native library fails
     */
    float[] encode(String text);

    @Override
    void close();

    /** The cosine of two vectors of length 1. */
    static double cosine(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
