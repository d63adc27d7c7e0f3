package io.waypost.bot.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Random;

/**
 * Multinomial logistic regression over a dense and a sparse part, learnt by AdaGrad with decay of weights. Deterministic: the same examples in
 * the same order give the same weights. Immutable once learnt.
 */
final class Logistic {

    private static final float RATE = 0.25f;
    private static final float DECAY = 2e-5f;

    private final int classes;
    private final int dense;
    private final float[] weights;

    private Logistic(int classes, int dense, float[] weights) {
        this.classes = classes;
        this.dense = dense;
        this.weights = weights;
    }

    /**
     * Learns.
     *
     * @param labels the class of each example, or its shares
     * @param size of the sparse part
     */
    static Logistic learn(float[][] vectors, Sparse[] terms, float[][] labels, int dense, int size, int rounds) {
        int classes = labels[0].length;
        var learnt = new Logistic(classes, dense, new float[(dense + size + 1) * classes]);
        var squares = new float[learnt.weights.length];
        var order = new int[labels.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        var random = new Random(7);
        for (int round = 0; round < rounds; round++) {
            shuffle(order, random);
            for (int i : order) {
                learnt.step(vectors[i], terms[i], labels[i], squares);
            }
        }
        return learnt;
    }

    /** The probability of each class. */
    double[] probabilities(float[] vector, Sparse terms) {
        var scores = scores(vector, terms);
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        var shares = new double[classes];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            shares[c] = Math.exp(scores[c] - most);
            sum += shares[c];
        }
        for (int c = 0; c < classes; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    private float[] scores(float[] vector, Sparse terms) {
        var scores = new float[classes];
        int bias = weights.length - classes;
        System.arraycopy(weights, bias, scores, 0, classes);
        for (int f = 0; f < dense; f++) {
            add(scores, f, vector[f]);
        }
        for (int i = 0; i < terms.places.length; i++) {
            add(scores, dense + terms.places[i], terms.values[i]);
        }
        return scores;
    }

    private void add(float[] scores, int feature, float value) {
        int at = feature * classes;
        for (int c = 0; c < classes; c++) {
            scores[c] += weights[at + c] * value;
        }
    }

    private void step(float[] vector, Sparse terms, float[] label, float[] squares) {
        var shares = probabilities(vector, terms);
        var wrong = new float[classes];
        for (int c = 0; c < classes; c++) {
            wrong[c] = (float) shares[c] - label[c];
        }
        for (int f = 0; f < dense; f++) {
            mend(f, vector[f], wrong, squares);
        }
        for (int i = 0; i < terms.places.length; i++) {
            mend(dense + terms.places[i], terms.values[i], wrong, squares);
        }
        mend(weights.length / classes - 1, 1, wrong, squares);
    }

    private void mend(int feature, float value, float[] wrong, float[] squares) {
        int at = feature * classes;
        for (int c = 0; c < classes; c++) {
            float slope = wrong[c] * value + DECAY * weights[at + c];
            squares[at + c] += slope * slope;
            weights[at + c] -= RATE * slope / (float) Math.sqrt(squares[at + c] + 1e-8f);
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(dense);
        out.writeInt(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static Logistic read(DataInput in) throws IOException {
        int classes = in.readInt();
        int dense = in.readInt();
        var weights = new float[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new Logistic(classes, dense, weights);
    }
}
