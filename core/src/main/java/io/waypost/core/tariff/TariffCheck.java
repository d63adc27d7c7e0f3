package io.waypost.core.tariff;

import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what somebody wrote against what a tariff may be: every wrong field by its place, with its value and what would be right. */
public final class TariffCheck {

    private static final int ZONES = 30;
    private static final int PRODUCTS = 20;
    private static final int EXCEPTIONS = 2_000;
    private static final int PLACES = 1_000;
    private static final int RULES = 200;
    private static final int NAME = 40;
    private static final int WORDS = 300;
    private static final String CODE = "[A-Z][A-Z_0-9]{0,29}";

    private final Tariff tariff;
    private final Set<String> zones;
    private final List<TariffFlaw> wrong = new ArrayList<>();

    private TariffCheck(Tariff tariff) {
        this.tariff = tariff;
        this.zones = tariff.zones().stream().map(Tariff.Zone::code).collect(Collectors.toSet());
    }

    /** Everything that is wrong; empty for a tariff that may come into force. */
    public static List<TariffFlaw> flaws(Tariff tariff) {
        var check = new TariffCheck(tariff);
        check.zones();
        check.exceptions();
        check.products();
        check.places();
        check.advice();
        return check.wrong;
    }

    private void zones() {
        number("zones", tariff.zones().size(), 1, ZONES);
        var seen = new HashSet<String>();
        for (int i = 0; i < tariff.zones().size(); i++) {
            var zone = tariff.zones().get(i);
            code("zones[%d].code".formatted(i), zone.code(), seen);
            text("zones[%d].name".formatted(i), zone.name(), NAME);
        }
        for (var kind : LaneClass.values()) {
            zone("byClass." + kind, tariff.byClass().getOrDefault(kind, ""));
        }
    }

    private void exceptions() {
        number("exceptions", tariff.exceptions().size(), 0, EXCEPTIONS);
        var seen = new HashSet<String>();
        for (int i = 0; i < tariff.exceptions().size(); i++) {
            var one = tariff.exceptions().get(i);
            var field = "exceptions[%d]".formatted(i);
            if (one.from().isEmpty() && one.to().isEmpty()) {
                add(field + ".from", "", "MISSING", "Name at least one end.");
            }
            if (!one.from().isEmpty()) {
                area(field + ".from", one.from());
            }
            if (!one.to().isEmpty()) {
                area(field + ".to", one.to());
            }
            if (!seen.add(one.from() + ">" + one.to())) {
                add(field + ".to", one.to(), "TWICE", "Each lane once.");
            }
            zone(field + ".zone", one.zone());
        }
    }

    private void products() {
        number("products", tariff.products().size(), 1, PRODUCTS);
        var seen = new HashSet<String>();
        for (int i = 0; i < tariff.products().size(); i++) {
            var product = tariff.products().get(i);
            var field = "products[%d]".formatted(i);
            code(field + ".code", product.code(), seen);
            text(field + ".name", product.name(), NAME);
            within(field + ".mostGrams", product.mostGrams(), 100, 1_000_000);
            if (product.divisor() != 0) {
                within(field + ".divisor", product.divisor(), 1_000, 50_000);
            }
            within(field + ".leastEdgeMm", product.leastEdgeMm(), 0, 10_000);
            rates(field, product);
            insurance(field, product.insurance());
            surcharges(field, product.surcharges());
        }
    }

    private void rates(String product, Product of) {
        number(product + ".rates", of.rates().size(), 1, ZONES);
        var seen = new HashSet<String>();
        for (int i = 0; i < of.rates().size(); i++) {
            var rate = of.rates().get(i);
            var field = "%s.rates[%d]".formatted(product, i);
            zone(field + ".zone", rate.zone());
            if (!seen.add(rate.zone())) {
                add(field + ".zone", rate.zone(), "TWICE", "One price a zone.");
            }
            within(field + ".firstGrams", rate.firstGrams(), 1, of.mostGrams());
            within(field + ".firstFen", rate.firstFen(), 1, 1_000_000);
            bands(field, rate, of.mostGrams());
            var days = rate.days();
            if (days != null) {
                within(field + ".days", days, 0, 60);
                var cutOff = of.cutOff();
                var by = rate.by();
                if (days == 0 && (cutOff == null || (by != null && !cutOff.isBefore(by)))) {
                    add(field + ".days", days, "CUT_OFF",
                            "A promise for the same day needs a cut-off before the time of day that is promised.");
                }
            }
        }
    }

    private void bands(String rate, Product.Rate of, int mostGrams) {
        number(rate + ".bands", of.bands().size(), of.firstGrams() < mostGrams ? 1 : 0, 10);
        int before = 0;
        for (int i = 0; i < of.bands().size(); i++) {
            var band = of.bands().get(i);
            var field = "%s.bands[%d]".formatted(rate, i);
            if (i == 0 && band.fromGrams() != of.firstGrams()) {
                add(field + ".fromGrams", band.fromGrams(), "GAP",
                        "The first band begins where the first weight ends: %d.".formatted(of.firstGrams()));
            } else if (i > 0 && band.fromGrams() <= before) {
                add(field + ".fromGrams", band.fromGrams(), "RISING", "More than the %d before.".formatted(before));
            }
            within(field + ".stepGrams", band.stepGrams(), 1, 100_000);
            within(field + ".stepFen", band.stepFen(), 0, 1_000_000);
            before = band.fromGrams();
        }
    }

    private void insurance(String product, List<Product.InsuranceBand> bands) {
        number(product + ".insurance", bands.size(), 0, 20);
        long before = 0;
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            var field = "%s.insurance[%d]".formatted(product, i);
            within(field + ".uptoFen", band.uptoFen(), before + 1, 1_000_000_000);
            within(field + ".fixedFen", band.fixedFen(), 0, 1_000_000);
            share(field + ".perMille", band.perMille());
            before = band.uptoFen();
        }
    }

    private void surcharges(String product, List<Surcharge> surcharges) {
        number(product + ".surcharges", surcharges.size(), 0, 60);
        var seen = new HashSet<String>();
        for (int i = 0; i < surcharges.size(); i++) {
            var one = surcharges.get(i);
            var field = "%s.surcharges[%d]".formatted(product, i);
            code(field + ".code", one.code(), seen);
            text(field + ".name", one.name(), NAME);
            within(field + ".fen", one.fen(), 0, 1_000_000);
            within(field + ".perKgFen", one.perKgFen(), 0, 1_000_000);
            share(field + ".perMille", one.perMille());
            condition(field, one);
        }
    }

    /** Each kind with what it is due by. */
    private void condition(String field, Surcharge one) {
        switch (one.kind()) {
            case REMOTE -> {
                number(field + ".areas", one.areas().size(), 1, PLACES);
                for (int i = 0; i < one.areas().size(); i++) {
                    area("%s.areas[%d]".formatted(field, i), one.areas().get(i));
                }
            }
            case OVERSIZE -> {
                if (one.overMm() <= 0 && one.overGrams() <= 0) {
                    add(field + ".overMm", one.overMm(), "MISSING", "Say from what length or weight on.");
                }
            }
            case PEAK -> {
                var from = one.from();
                var to = one.to();
                if (from == null || to == null || to.isBefore(from)) {
                    add(field + ".to", to, "SPAN", "A first and a last day, the first not later.");
                }
            }
            case COLLECTED, WANTED -> {
                // Due when the customer asks for it.
            }
        }
    }

    private void places() {
        number("unserved", tariff.unserved().size(), 0, PLACES);
        for (int i = 0; i < tariff.unserved().size(); i++) {
            var one = tariff.unserved().get(i);
            area("unserved[%d].area".formatted(i), one.area());
            text("unserved[%d].reason".formatted(i), one.reason(), WORDS);
        }
    }

    private void advice() {
        number("advice", tariff.advice().size(), 0, RULES);
        var seen = new HashSet<String>();
        for (int i = 0; i < tariff.advice().size(); i++) {
            var rule = tariff.advice().get(i);
            var field = "advice[%d]".formatted(i);
            code(field + ".code", rule.code(), seen);
            text(field + ".goods", rule.goods(), NAME);
            text(field + ".packaging", rule.packaging(), WORDS);
            for (int j = 0; j < rule.words().size(); j++) {
                text("%s.words[%d]".formatted(field, j), rule.words().get(j), NAME);
            }
            var from = rule.insureFromFen();
            if (from != null) {
                within(field + ".insureFromFen", from, 0, 1_000_000_000);
            }
            var product = rule.product();
            if (product != null && tariff.product(product).isEmpty()) {
                add(field + ".product", product, "UNKNOWN", "The code of one of the products.");
            }
        }
    }

    private void zone(String field, String zone) {
        if (!zones.contains(zone)) {
            add(field, zone, "UNKNOWN", "The code of one of the zones.");
        }
    }

    /** The beginning of a code: a province by two digits, a city by four, a district by six. */
    private void area(String field, String area) {
        boolean formed = area.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}");
        if (!formed || Divisions.china().byCode((area + "0000").substring(0, 6)).isEmpty()) {
            add(field, area, "UNKNOWN",
                    "The first two, four or six digits of a division's code, such as 65, 4401 or 440106.");
        }
    }

    private void code(String field, String code, Set<String> seen) {
        if (!code.matches(CODE)) {
            add(field, code, "FORMAT", "Capitals, digits and _, such as STANDARD.");
        } else if (!seen.add(code)) {
            add(field, code, "TWICE", "Each code once.");
        }
    }

    private void text(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            add(field, text, "LENGTH", "Between 1 and %d characters.".formatted(most));
        }
    }

    private void share(String field, double share) {
        if (!(share >= 0 && share <= 1_000)) {
            add(field, share, "OUT_OF_RANGE", "Between 0 and 1000 ‰.");
        }
    }

    private void number(String field, int number, int least, int most) {
        if (number < least || number > most) {
            add(field, number, "NUMBER", "Between %d and %d.".formatted(least, most));
        }
    }

    private void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            add(field, value, "OUT_OF_RANGE", "Between %d and %d.".formatted(least, most));
        }
    }

    private void add(String field, @Nullable Object value, String code, String message) {
        wrong.add(new TariffFlaw(field, value, code, message));
    }
}
