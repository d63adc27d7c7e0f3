package io.waypost.bot.intent;

import io.waypost.bot.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what is a courier's business from what is not: how near a message is to its two nearest examples of ours, less how near it is to the
 * two nearest of others'. Immutable and safe for threads.
 */
final class Gate {

    private static final int NEAREST = 2;

    private final List<float[]> ours;
    private final List<float[]> others;

    Gate(List<float[]> ours, List<float[]> others) {
        this.ours = List.copyOf(ours);
        this.others = List.copyOf(others);
    }

    /** Above zero: rather ours; between -1 and 1. */
    double margin(float[] vector) {
        return nearest(ours, vector) - nearest(others, vector);
    }

    private static double nearest(List<float[]> bank, float[] vector) {
        double first = -1;
        double second = -1;
        for (var each : bank) {
            double cosine = Encoder.cosine(each, vector);
            if (cosine > first) {
                second = first;
                first = cosine;
            } else if (cosine > second) {
                second = cosine;
            }
        }
        return (first + second) / NEAREST;
    }

    void write(DataOutput out) throws IOException {
        write(ours, out);
        write(others, out);
    }

    static Gate read(DataInput in) throws IOException {
        return new Gate(readBank(in), readBank(in));
    }

    private static void write(List<float[]> bank, DataOutput out) throws IOException {
        out.writeInt(bank.size());
        out.writeInt(bank.getFirst().length);
        for (var vector : bank) {
            for (float each : vector) {
                out.writeFloat(each);
            }
        }
    }

    private static List<float[]> readBank(DataInput in) throws IOException {
        int size = in.readInt();
        int length = in.readInt();
        var bank = new ArrayList<float[]>(size);
        for (int i = 0; i < size; i++) {
            var vector = new float[length];
            for (int j = 0; j < length; j++) {
                vector[j] = in.readFloat();
            }
            bank.add(vector);
        }
        return bank;
    }
}
