package io.waypost.core.triage;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.sop.BizType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies (条件): where all that are given hold, each by any of its values. What is empty is not asked.
 *
 * @param kinds codes; a first level stands for its second levels too
 * @param units codes; a unit stands for everything below it
 * @param customers names of contract customers
 * @param keywords words of which one is in the text
 * @param urgent whether it must be urgent, or must not; null where that is not asked
 * @param repeats the how manieth matter of the same customer it must be at least; 0 where that is not asked
 */
public record Conditions(
        List<String> kinds,
        List<BizType> sorts,
        List<ParcelStatus> parcels,
        List<Custody> custody,
        List<String> units,
        List<String> customers,
        List<String> keywords,
        @Nullable Boolean urgent,
        List<TriageChannel> channels,
        int repeats) {

    /** Those of a rule that always applies. */
    public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), null, List.of(), 0);

    public Conditions {
        kinds = List.copyOf(kinds);
        sorts = List.copyOf(sorts);
        parcels = List.copyOf(parcels);
        custody = List.copyOf(custody);
        units = List.copyOf(units);
        customers = List.copyOf(customers);
        keywords = List.copyOf(keywords);
        channels = List.copyOf(channels);
    }

    /** Each condition that is asked, against the facts, always in the same order. */
    List<Finding> against(TriageFacts facts) {
        var findings = new ArrayList<Finding>();
        ask(Aspect.KIND, kinds, facts.kind().code(),
                kind -> kind.equals(facts.kind().code()) || kind.equals(facts.kind().main().code()))
                .ifPresent(findings::add);
        oneOf(Aspect.SORT, sorts, facts.sort()).ifPresent(findings::add);
        oneOf(Aspect.CHANNEL, channels, facts.channel()).ifPresent(findings::add);
        oneOf(Aspect.PARCEL, parcels, facts.parcel()).ifPresent(findings::add);
        oneOf(Aspect.CUSTODY, custody, facts.custody()).ifPresent(findings::add);
        ask(Aspect.UNIT, units, facts.units().isEmpty() ? null : facts.units().getLast(), facts.units()::contains)
                .ifPresent(findings::add);
        ask(Aspect.CUSTOMER, customers, facts.customer(),
                name -> facts.customer() != null && folded(name).equals(folded(facts.customer())))
                .ifPresent(findings::add);
        said(facts.text()).ifPresent(findings::add);
        if (urgent != null) {
            findings.add(new Finding(Aspect.URGENT, List.of(urgent.toString()),
                    List.of(Boolean.toString(facts.urgent())), urgent == facts.urgent()));
        }
        if (repeats > 0) {
            findings.add(new Finding(Aspect.REPEAT, List.of(Integer.toString(repeats)),
                    List.of(Integer.toString(facts.repeat())), facts.repeat() >= repeats));
        }
        return findings;
    }

    /** Whether anything of the parcel is asked. */
    boolean askParcel() {
        return !parcels.isEmpty() || !custody.isEmpty();
    }

    /** The same letters for the same word, however wide or tall it was typed. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    private Optional<Finding> said(String text) {
        if (keywords.isEmpty()) {
            return Optional.empty();
        }
        var folded = folded(text);
        var found = keywords.stream().filter(word -> folded.contains(folded(word))).toList();
        return Optional.of(new Finding(Aspect.KEYWORD, keywords, found, !found.isEmpty()));
    }

    private static <E extends Enum<E>> Optional<Finding> oneOf(Aspect aspect, List<E> wanted, @Nullable E fact) {
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(aspect, names(wanted), fact == null ? List.of() : List.of(fact.name()),
                        fact != null && wanted.contains(fact)));
    }

    private static Optional<Finding> ask(Aspect aspect, List<String> wanted, @Nullable String fact,
            Predicate<String> holds) {
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(aspect, wanted, fact == null ? List.of() : List.of(fact),
                        wanted.stream().anyMatch(holds)));
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
