package io.waypost.core.tariff;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is advised before sending (B4).
 *
 * @param rule the code of the rule that it follows
 * @param insure whether to protect the value
 * @param product the code of the product; null where any does
 */
public record Advice(String rule, String goods, String packaging, boolean insure, @Nullable String product) {

    /**
     * The advice for goods as the customer names them: of the rule with the longest word that is in them, since “玻璃水杯” is glass and not
     * any cup; of one that fits everything where no word is.
     */
    public static Optional<Advice> of(Tariff tariff, String goods, long valueFen) {
        return tariff.advice().stream().filter(rule -> rule.fits(goods))
                .max(Comparator.comparingInt((AdviceRule rule) -> longest(rule, goods)))
                .map(rule -> new Advice(rule.code(), rule.goods(), rule.packaging(), rule.insure(valueFen),
                        rule.product()));
    }

    private static int longest(AdviceRule rule, String goods) {
        return rule.words().stream().filter(goods::contains).mapToInt(String::length).max().orElse(0);
    }
}
