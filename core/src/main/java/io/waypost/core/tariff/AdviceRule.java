package io.waypost.core.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to advise for a kind of goods (寄前建议).
 *
 * @param words by which the goods are known, such as 玻璃 or 花瓶; none for what fits everything
 * @param goods how the kind is called
 * @param packaging how to pack it, for customers
 * @param insureFromFen from what value on protecting it is advised; null for never
 * @param product the code of the product that is advised; null for none
 */
public record AdviceRule(String code, List<String> words, String goods, String packaging,
        @Nullable Long insureFromFen, @Nullable String product) {

    public AdviceRule {
        code = code == null ? "" : code;
        words = words == null ? List.of() : List.copyOf(words);
        goods = goods == null ? "" : goods;
        packaging = packaging == null ? "" : packaging;
    }

    boolean fits(String text) {
        return words.isEmpty() || words.stream().anyMatch(text::contains);
    }

    /** Whether protecting is advised at that value. */
    boolean insure(long valueFen) {
        var from = insureFromFen;
        return from != null && valueFen >= from;
    }
}
