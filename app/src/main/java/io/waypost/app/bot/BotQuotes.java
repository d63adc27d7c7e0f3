package io.waypost.app.bot;

import io.waypost.app.tariff.AdviceGiven;
import io.waypost.app.tariff.AdviceGiven.AdviceChannel;
import io.waypost.app.tariff.QuoteAsk;
import io.waypost.app.tariff.Quoted.QuotedOffer;
import io.waypost.app.tariff.Quotes;
import io.waypost.app.tariff.ServedPlace;
import io.waypost.app.tariff.ServedPlace.ServedOutlet;
import io.waypost.core.dialogue.Event;
import io.waypost.core.dialogue.Sending;
import io.waypost.core.tariff.Advice;
import io.waypost.core.tariff.LaneTime;
import io.waypost.core.tariff.Offer.Why;
import io.waypost.core.tariff.Product.Remedy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers before sending, in words for customers: prices, times, places and packing, by the tariff in force and the network as it is. */
@Component
class BotQuotes {

    private static final Event NOTHING = new Event.Facts(Map.of());
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");
    private static final int KILOGRAM = 1_000;
    private static final int HEAVIEST = 1_000_000;
    private static final int SHOWN = 3;

    private final Quotes quotes;
    private final AdviceGiven given;

    BotQuotes(Quotes quotes, AdviceGiven given) {
        this.quotes = quotes;
        this.given = given;
    }

    /** What it costs; from wherever in the country where it is not known from where. */
    Event price(Sending sending) {
        var to = sending.to();
        if (to == null || !quotes.ready()) {
            return NOTHING;
        }
        var grams = sending.grams();
        if (grams != null && (grams < 1 || grams > HEAVIEST)) {
            return text("这个重量" + why(Why.TOO_HEAVY, null));
        }
        var from = sending.from();
        return from == null ? range(to, sending.grams()) : price(from, to, sending);
    }

    private Event price(String from, String to, Sending sending) {
        var declared = sending.declaredFen();
        var quoted = quotes.quote(QuoteAsk.of(from, to, sending.grams(), declared));
        var offers = quoted.offers().stream().filter(offer -> offer.totalFen() != null).map(BotQuotes::line).toList();
        if (offers.isEmpty()) {
            return text("从%s寄到%s，%s".formatted(quoted.from(), quoted.to(),
                    quoted.offers().stream().map(QuotedOffer::why).filter(Objects::nonNull).findFirst()
                            .map(why -> why(why, quoted.closed())).orElse("暂时没有可寄的产品。")));
        }
        return text("从%s寄到%s，按 %s%s估算，%s：\n%s\n实际以收件时称重、量尺寸为准。".formatted(quoted.from(), quoted.to(),
                weight(quoted.grams()), sending.grams() == null ? "（您没有说重量）" : "",
                declared == null ? "不含保价费" : "含保价 " + yuan(declared) + "的费用", String.join("\n", offers)));
    }

    private Event range(String to, @Nullable Integer grams) {
        var place = quotes.served(to);
        var found = quotes.range(to, grams);
        var none = found.why();
        return none != null
                ? text("寄到%s，%s".formatted(place.name(), why(none, place.reason())))
                : text("寄到%s，按 %s估算，不含保价费，看从哪里寄：\n%s".formatted(place.name(),
                        weight(grams == null ? KILOGRAM : grams),
                        found.ranges().stream().map(BotQuotes::line).collect(Collectors.joining("\n"))));
    }

    private static String line(Quotes.Range range) {
        return "· %s %s".formatted(range.name(), range.leastFen() == range.mostFen()
                ? yuan(range.leastFen())
                : decimal(range.leastFen(), 2) + " 到 " + yuan(range.mostFen()));
    }

    /** How long it takes: what is promised, and how it really was in the last weeks. */
    Event time(String from, String to) {
        var history = quotes.history(from, to).map(BotQuotes::history);
        if (!quotes.ready()) {
            return history.map(BotQuotes::text).orElse(NOTHING);
        }
        var quoted = quotes.quote(QuoteAsk.of(from, to, null));
        var promised = quoted.offers().stream().filter(offer -> offer.promisedBy() != null)
                .map(offer -> "· %s：现在寄出，%s 前送到%s".formatted(offer.name(), clock(offer.promisedBy()),
                        remedy(offer.remedy())))
                .toList();
        if (promised.isEmpty() && history.isEmpty()) {
            return NOTHING;
        }
        return text(Stream.concat(Stream.concat(
                Stream.of("从%s到%s：".formatted(quoted.from(), quoted.to())), promised.stream()), history.stream())
                .collect(Collectors.joining("\n")));
    }

    /** Whether parcels are delivered at a place. */
    Event served(String division) {
        var place = quotes.served(division);
        var reach = place.reach();
        if (reach == null) {
            return text("%s：我没有查到附近的网点，能不能送到请回复“转人工”核实。".formatted(place.name()));
        }
        var reason = place.reason() == null ? "" : place.reason();
        return text(switch (reach) {
            case DOOR -> "%s可以派送。%s%s".formatted(place.name(), reason, outlets(place));
            case OUTLET -> "%s可以送到网点，需要您到网点自取。%s%s".formatted(place.name(), reason, outlets(place));
            case NOTHING -> "%s暂时不能派送。%s".formatted(place.name(), reason);
        });
    }

    /** Which outlets there are at a place; nothing where none is known. */
    Event outlets(String division) {
        var place = quotes.served(division);
        return place.outlets().isEmpty()
                ? text("%s：我没有查到网点，请回复“转人工”核实。".formatted(place.name()))
                : text("%s%s有 %d 个网点%s：\n%s".formatted(place.name(), place.here() ? "" : "所在的城市", place.count(),
                        place.count() > SHOWN ? "，比如" : "", place.outlets().stream().limit(SHOWN)
                                .map(BotQuotes::outlet).collect(Collectors.joining("\n"))));
    }

    /**
     * How to pack and insure; noted, so that it can be seen whether it was taken.
     *
     * @param phone the customer's, where it is known
     */
    Event advice(String words, @Nullable Long valueFen, @Nullable String phone, String unitPath) {
        var advice = quotes.advice(words, valueFen);
        advice.ifPresent(one -> given.note(one, AdviceChannel.BOT, phone, unitPath));
        return advice.map(this::advice).map(BotQuotes::text).orElse(NOTHING);
    }

    private String advice(Advice advice) {
        var product = advice.product() == null ? null : quotes.productName(advice.product()).orElse(null);
        return "%s这样包装：%s%s%s".formatted(advice.goods(), advice.packaging(),
                advice.insure() ? "\n建议按实际价值保价，丢了、坏了按保价赔。" : "",
                product == null ? "" : "\n建议寄“%s”，路上时间短。".formatted(product));
    }

    private static String outlets(ServedPlace place) {
        return place.count() == 0
                ? ""
                : place.here()
                        ? "这里有 %d 个网点。".formatted(place.count())
                        : "由所在城市的网点派送，可能会慢一点。";
    }

    private static String outlet(ServedOutlet outlet) {
        var opens = outlet.opens();
        var closes = outlet.closes();
        return Stream.of("· " + outlet.name(), outlet.address(),
                opens == null || closes == null ? null : "%s–%s".formatted(opens, closes), outlet.phone())
                .filter(Objects::nonNull).collect(Collectors.joining("，"));
    }

    private static String line(QuotedOffer offer) {
        var by = offer.promisedBy();
        return "· %s %s%s%s".formatted(offer.name(), yuan(Objects.requireNonNull(offer.totalFen())),
                by == null ? "" : "，现在寄出 %s 前送到".formatted(clock(by)), remedy(offer.remedy()));
    }

    private static String remedy(Remedy remedy) {
        return remedy == Remedy.REFUND_FREIGHT ? "，超时退运费" : "";
    }

    private static String why(Why why, @Nullable String closed) {
        return switch (why) {
            case NOT_SERVED -> "暂时不能寄。" + (closed == null ? "" : closed);
            case NOT_ON_THIS_LANE -> "暂时没有可寄的产品。";
            case TOO_HEAVY -> "超过了单件重量上限，请分开寄，或者回复“转人工”问大件。";
            case TOO_VALUABLE -> "超过了保价上限，请回复“转人工”。";
        };
    }

    private static String history(LaneTime time) {
        return "最近四周这样的线路，一半的快递 %s内送到，九成在 %s内（%d 件）。".formatted(hours(time.halfHours()),
                hours(time.mostHours()), time.parcels());
    }

    private static String hours(int hours) {
        return hours <= 48 ? "%d 小时".formatted(hours) : "%.1f 天".formatted(hours / 24.0).replace(".0 ", " ");
    }

    private static String weight(int grams) {
        return grams < KILOGRAM ? "%d 克".formatted(grams) : decimal(grams, 3) + " 公斤";
    }

    private static String yuan(long fen) {
        return decimal(fen, 2) + " 元";
    }

    private static String decimal(long value, int places) {
        return BigDecimal.valueOf(value, places).stripTrailingZeros().toPlainString();
    }

    private static String clock(@Nullable Instant at) {
        return at == null ? "" : CLOCK.format(at.atZone(BEIJING));
    }

    private static Event text(String text) {
        return new Event.Facts(Map.of("text", text));
    }
}
