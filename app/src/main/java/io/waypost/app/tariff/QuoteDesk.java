package io.waypost.app.tariff;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.tariff.Quoted.QuotedOffer;
import io.waypost.app.tariff.Quoted.QuotedOption;
import io.waypost.app.tariff.Tariffs.Held;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.tariff.Advice;
import io.waypost.core.tariff.LaneHistory;
import io.waypost.core.tariff.LaneTime;
import io.waypost.core.tariff.Offer;
import io.waypost.core.tariff.Offer.Why;
import io.waypost.core.tariff.Pricing;
import io.waypost.core.tariff.Product;
import io.waypost.core.tariff.Shipment;
import io.waypost.core.tariff.Surcharge;
import io.waypost.core.tariff.Tariff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a parcel costs, how long it takes and how a place is served, by the tariff in force and the network as it is now. Thread-safe. */
@Service
class QuoteDesk implements Quotes {

    private static final int KILOGRAM = 1_000;
    private static final int HEAVIEST = 1_000_000;
    private static final int LONGEST_MM = 20_000;
    private static final long MOST_FEN = 1_000_000_000L;
    private static final int MOST_WANTED = 20;
    private static final int GOODS = 200;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,18}[0-9]");
    private static final Duration BACK = Duration.ofDays(366);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Tariffs tariffs;
    private final ServiceAreas areas;
    private final LaneTimeStore lanes;
    private final Clock clock;
    private final Divisions divisions = Divisions.china();

    QuoteDesk(Tariffs tariffs, ServiceAreas areas, LaneTimeStore lanes, Clock clock) {
        this.tariffs = tariffs;
        this.areas = areas;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Quoted quote(QuoteAsk ask) {
        var at = ask.at() == null ? clock.instant() : ask.at();
        check(ask, at, clock.instant());
        var tariff = inForce(at);
        var from = place("from", ask.from());
        var to = place("to", ask.to());
        var shipment = shipment(ask, from, to, at);
        var body = tariff.body();
        return new Quoted(tariff.version(), divisions.fullName(from.code()), divisions.fullName(to.code()),
                body.zone(from.code(), to.code()).map(zone -> zoneName(body, zone)).orElse(""), shipment.grams(),
                Pricing.offers(body, shipment).stream().map(QuoteDesk::offer).toList(),
                body.closed(from.code(), to.code()).map(Tariff.Unserved::reason).orElse(null),
                history(from.code(), to.code()).orElse(null), areas.of(to, body), options(body), advice(body, ask));
    }

    @Override
    @Transactional(readOnly = true)
    public Ranges range(String to, @Nullable Integer grams) {
        var at = clock.instant();
        var body = inForce(at).body();
        var place = place("to", to);
        var ranges = new LinkedHashMap<String, Range>();
        var none = EnumSet.noneOf(Why.class);
        for (var city : divisions.cities()) {
            var ask = QuoteAsk.of(city.code(), place.code(), grams);
            for (var offer : Pricing.offers(body, shipment(ask, city, place, at))) {
                switch (offer) {
                    case Offer.Price price -> ranges.merge(price.product(),
                            new Range(price.name(), price.totalFen(), price.totalFen()),
                            (one, other) -> new Range(one.name(), Math.min(one.leastFen(), other.leastFen()),
                                    Math.max(one.mostFen(), other.mostFen())));
                    case Offer.None(_, _, var why) -> none.add(why);
                }
            }
        }
        return new Ranges(List.copyOf(ranges.values()), ranges.isEmpty() ? why(body, place, none) : null);
    }

    /** Of several reasons the one that the customer can do something about; that a place is not served only where it is so. */
    private static Why why(Tariff body, Division place, Set<Why> none) {
        return body.limit(place.code()).filter(one -> one.reach() == Tariff.Reach.NOTHING).isPresent()
                ? Why.NOT_SERVED
                : none.contains(Why.TOO_HEAVY) ? Why.TOO_HEAVY : Why.NOT_ON_THIS_LANE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LaneTime> history(String from, String to) {
        return LaneHistory.fitting(from, to).stream().map(lanes::find).flatMap(Optional::stream).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public ServedPlace served(String division) {
        return areas.of(place("division", division),
                tariffs.at(clock.instant()).map(Held::body).orElse(null));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Advice> advice(String goods, @Nullable Long valueFen) {
        return tariffs.at(clock.instant())
                .flatMap(held -> Advice.of(held.body(), goods, valueFen == null ? 0 : valueFen));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> productName(String code) {
        return tariffs.at(clock.instant()).flatMap(held -> held.body().product(code)).map(Product::name);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean ready() {
        return tariffs.at(clock.instant()).isPresent();
    }

    private Held inForce(Instant at) {
        return tariffs.at(at).orElseThrow(() -> Refusal.conflict("NO_TARIFF",
                "No tariff is in force yet; headquarters put one into force under prices."));
    }

    private Division place(String field, @Nullable String code) {
        return Optional.ofNullable(code).flatMap(divisions::resolve).orElseThrow(() -> Refusal.invalid(field, code,
                "UNKNOWN", "The code of a division of China, such as 440106."));
    }

    private static void check(QuoteAsk ask, Instant at, Instant now) {
        var wrong = new ArrayList<Refusal.Field>();
        within(wrong, "grams", ask.grams(), 1, HEAVIEST);
        within(wrong, "lengthMm", ask.lengthMm(), 1, LONGEST_MM);
        within(wrong, "widthMm", ask.widthMm(), 1, LONGEST_MM);
        within(wrong, "heightMm", ask.heightMm(), 1, LONGEST_MM);
        within(wrong, "declaredFen", ask.declaredFen(), 0, MOST_FEN);
        within(wrong, "collectedFen", ask.collectedFen(), 0, MOST_FEN);
        within(wrong, "valueFen", ask.valueFen(), 0, MOST_FEN);
        long measures = Stream.of(ask.lengthMm(), ask.widthMm(), ask.heightMm())
                .filter(Objects::nonNull).count();
        if (measures % 3 != 0) {
            wrong.add(new Refusal.Field("lengthMm", ask.lengthMm(), "MISSING", "All three measures, or none."));
        }
        var wanted = ask.wanted();
        if (wanted != null && wanted.stream().anyMatch(Objects::isNull)) {
            wrong.add(new Refusal.Field("wanted", null, "MISSING", "Codes of what is wanted, such as CARTON."));
        }
        if (wanted != null && wanted.size() > MOST_WANTED) {
            wrong.add(new Refusal.Field("wanted", wanted.size(), "TOO_MANY", "At most %d.".formatted(MOST_WANTED)));
        }
        var goods = ask.goods();
        if (goods != null && goods.length() > GOODS) {
            wrong.add(new Refusal.Field("goods", goods.length(), "LENGTH", "At most %d characters.".formatted(GOODS)));
        }
        var phone = ask.phone();
        if (phone != null && !PHONE.matcher(phone.strip()).matches()) {
            wrong.add(new Refusal.Field("phone", null, "FORMAT", "Seven to twenty digits, such as 13800138000."));
        }
        if (at.isBefore(now.minus(BACK)) || at.isAfter(now.plus(AHEAD))) {
            wrong.add(new Refusal.Field("at", at, "OUT_OF_RANGE", "Not more than a year back or ahead."));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid("These cannot be quoted.", wrong);
        }
    }

    private static void within(List<Refusal.Field> wrong, String field, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            wrong.add(new Refusal.Field(field, value, "OUT_OF_RANGE", "Between %d and %d.".formatted(least, most)));
        }
    }

    private static Shipment shipment(QuoteAsk ask, Division from, Division to, Instant at) {
        var wanted = ask.wanted();
        return new Shipment(from.code(), to.code(), or(ask.grams(), KILOGRAM), or(ask.lengthMm(), 0),
                or(ask.widthMm(), 0), or(ask.heightMm(), 0), or(ask.declaredFen(), 0L), or(ask.collectedFen(), 0L),
                wanted == null ? Set.of() : Set.copyOf(wanted), at.atZone(Holidays.ZONE).toLocalDateTime());
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static long or(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    private static QuotedOffer offer(Offer offer) {
        return switch (offer) {
            case Offer.Price price -> {
                var by = price.promisedBy();
                yield new QuotedOffer(price.product(), price.name(), price.totalFen(), price.lines(), price.counted(),
                        price.volumetric(), by == null ? null : by.atZone(Holidays.ZONE).toInstant(), price.remedy(),
                        null);
            }
            case Offer.None none -> new QuotedOffer(none.product(), none.name(), null, List.of(), 0, 0, null,
                    Product.Remedy.NONE, none.why());
        };
    }

    private static List<QuotedOption> options(Tariff tariff) {
        var options = new LinkedHashMap<String, QuotedOption>();
        tariff.products().stream().flatMap(product -> product.surcharges().stream())
                .filter(one -> one.kind() == Surcharge.Kind.WANTED)
                .forEach(one -> options.putIfAbsent(one.code(), new QuotedOption(one.code(), one.name(), one.fen())));
        return List.copyOf(options.values());
    }

    private static @Nullable Advice advice(Tariff tariff, QuoteAsk ask) {
        var goods = ask.goods();
        var value = ask.valueFen() == null ? ask.declaredFen() : ask.valueFen();
        return goods == null || goods.isBlank()
                ? null
                : Advice.of(tariff, goods.strip(), value == null ? 0 : value).orElse(null);
    }

    private static String zoneName(Tariff tariff, String code) {
        return tariff.zones().stream().filter(zone -> zone.code().equals(code)).map(Tariff.Zone::name).findFirst()
                .orElse(code);
    }
}
