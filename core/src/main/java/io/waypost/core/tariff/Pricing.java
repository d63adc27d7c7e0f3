package io.waypost.core.tariff;

import io.waypost.core.tariff.Offer.Line;
import io.waypost.core.tariff.Offer.LineKind;
import io.waypost.core.tariff.Offer.Why;
import io.waypost.core.tariff.Product.Rate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shipment costs and by when it is promised (运费与时效承诺): first weight, further weight by begun steps, protection, surcharges. Pure.
 *
 * <p>The parts are those that networks state to customers: first and continued weight, premium, total. Volume counts as weight where it is
 * more.
 */
public final class Pricing {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private Pricing() {}

    /** What each product says, in the order of the tariff. */
    public static List<Offer> offers(Tariff tariff, Shipment shipment) {
        return tariff.products().stream().map(product -> offer(tariff, product, shipment)).toList();
    }

    private static Offer offer(Tariff tariff, Product product, Shipment shipment) {
        boolean nothing = tariff.closed(shipment.from(), shipment.to()).isPresent();
        var rate = tariff.zone(shipment.from(), shipment.to()).flatMap(product::rate);
        int volumetric = volumetric(product, shipment);
        int grams = Math.max(shipment.grams(), volumetric);
        if (nothing || rate.isEmpty() || grams > product.mostGrams()) {
            var why = nothing ? Why.NOT_SERVED : rate.isEmpty() ? Why.NOT_ON_THIS_LANE : Why.TOO_HEAVY;
            return new Offer.None(product.code(), product.name(), why);
        }
        var insurance = insurance(product, shipment.declaredFen());
        if (insurance.isEmpty()) {
            return new Offer.None(product.code(), product.name(), Why.TOO_VALUABLE);
        }
        return price(product, rate.get(), shipment, grams, volumetric, insurance.get());
    }

    private static Offer price(Product product, Rate rate, Shipment shipment, int grams, int volumetric,
            long insurance) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(LineKind.FIRST, "", rate.firstFen()));
        long further = further(rate, grams);
        if (further > 0) {
            lines.add(new Line(LineKind.FURTHER, "", further));
        }
        if (insurance > 0) {
            lines.add(new Line(LineKind.INSURANCE, "", insurance));
        }
        int counted = counted(rate, grams);
        product.surcharges().stream().filter(one -> one.due(shipment))
                .map(one -> new Line(LineKind.SURCHARGE, one.name(), one.fen(shipment, counted)))
                .forEach(lines::add);
        return new Offer.Price(product.code(), product.name(), rate.zone(), counted, volumetric, lines,
                lines.stream().mapToLong(Line::fen).sum(), promise(product, rate, shipment.at()), product.remedy());
    }

    /** Grams for the volume, rounded up; 0 where it does not count. */
    private static int volumetric(Product product, Shipment shipment) {
        if (product.divisor() == 0 || shipment.longestMm() < product.leastEdgeMm()) {
            return 0;
        }
        long grams = (shipment.volume() + product.divisor() - 1) / product.divisor();
        return (int) Math.min(Integer.MAX_VALUE, grams);
    }

    private static long further(Rate rate, int grams) {
        long fen = 0;
        for (int i = 0; i < rate.bands().size(); i++) {
            var band = rate.bands().get(i);
            int end = i + 1 < rate.bands().size() ? Math.min(grams, rate.bands().get(i + 1).fromGrams()) : grams;
            if (end > band.fromGrams()) {
                fen += band.stepFen() * steps(end - band.fromGrams(), band.stepGrams());
            }
        }
        return fen;
    }

    /** The weight that is paid for: the first weight, or up to the end of the step that was begun. */
    private static int counted(Rate rate, int grams) {
        return rate.bands().stream().filter(band -> grams > band.fromGrams()).reduce((_, last) -> last)
                .map(band -> band.fromGrams() + steps(grams - band.fromGrams(), band.stepGrams()) * band.stepGrams())
                .orElse(rate.firstGrams());
    }

    private static int steps(int grams, int step) {
        return (grams + step - 1) / step;
    }

    /** What protecting costs; empty where so much is not protected. */
    private static Optional<Long> insurance(Product product, long declared) {
        return declared == 0
                ? Optional.of(0L)
                : product.insurance().stream().filter(band -> declared <= band.uptoFen()).findFirst()
                        .map(band -> band.fixedFen() + PerMille.of(band.perMille(), declared));
    }

    private static @Nullable LocalDateTime promise(Product product, Rate rate, LocalDateTime at) {
        var days = rate.days();
        if (days == null) {
            return null;
        }
        var cutOff = product.cutOff();
        int late = cutOff != null && at.toLocalTime().isAfter(cutOff) ? 1 : 0;
        var by = rate.by();
        return at.toLocalDate().plusDays(days + (long) late).atTime(by == null ? END_OF_DAY : by);
    }
}
