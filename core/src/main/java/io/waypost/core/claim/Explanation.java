package io.waypost.core.claim;

import java.util.List;

/**
 * A part of an amount and why it is that (理赔说明): a tree whose every node names its rule. The fen of a node that has children is the sum
 * of theirs; deductions are negative.
 *
 * @param fen the amount
 * @param rule the id of the row of the standard
 * @param article the passage that the row stands on
 * @param source who says so
 * @param grade how sure that is
 * @param inputs what went in
 * @param chinese a sentence for the customer
 * @param english the same in English
 */
public record Explanation(long fen, String rule, String article, String source, Grade grade, List<Input> inputs,
        String chinese, String english, List<Explanation> children) {

    public Explanation {
        inputs = List.copyOf(inputs);
        children = List.copyOf(children);
    }

    /** A value that went in, for instance 保价金额: 3,000.00 元. */
    public record Input(String name, String value) {}

    static Explanation of(Basis basis, long fen, List<Input> inputs, String chinese, String english,
            List<Explanation> children) {
        return new Explanation(fen, basis.id(), basis.article(), basis.source(), basis.grade(), inputs, chinese,
                english, children);
    }

    static Explanation of(Basis basis, long fen, List<Input> inputs, String chinese, String english) {
        return of(basis, fen, inputs, chinese, english, List.of());
    }
}
