package io.waypost.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.place.LaneClass;
import io.waypost.core.tariff.Offer.LineKind;
import io.waypost.core.tariff.Offer.Why;
import io.waypost.core.tariff.Product.Band;
import io.waypost.core.tariff.Product.InsuranceBand;
import io.waypost.core.tariff.Product.Rate;
import io.waypost.core.tariff.Product.Remedy;
import io.waypost.core.tariff.Tariff.Reach;
import io.waypost.core.tariff.Tariff.Unserved;
import io.waypost.core.tariff.Tariff.Zone;
import io.waypost.core.tariff.Tariff.ZoneException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B1 what a parcel costs and by when it is promised")
class PricingTest {

    private static final String GUANGZHOU = "440106";
    private static final String BEIJING = "110105";
    private static final String URUMQI = "650102";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 30, 10, 0);

    @ParameterizedTest
    @CsvSource({"1,1200", "1000,1200", "1001,1260", "1100,1260", "1101,1320", "5000,3600", "10000,6600",
            "10001,6700", "11000,6700", "12000,6800"})
    void countsBegunSteps(int grams, long fen) {
        assertThat(price(shipment(BEIJING, grams)).totalFen()).isEqualTo(fen);
    }

    @Test
    void saysWhichWeightIsPaidFor() {
        assertThat(price(shipment(BEIJING, 300)).counted()).isEqualTo(1000);
        assertThat(price(shipment(BEIJING, 1210)).counted()).isEqualTo(1300);
        assertThat(price(shipment(BEIJING, 10_200)).counted()).isEqualTo(11_000);
    }

    @Test
    void paysForVolumeWhereItIsMore() {
        // 60 × 50 × 40 cm ÷ 8000 = 15 kg
        var price = price(parcel(BEIJING, 2_000, 600, 500, 400));
        assertThat(price.volumetric()).isEqualTo(15_000);
        assertThat(price.counted()).isEqualTo(15_000);
        // Below the least edge volume does not count.
        assertThat(price(parcel(BEIJING, 2_000, 599, 599, 599)).volumetric()).isZero();
    }

    @Test
    void addsWhatIsDueBeside() {
        var remote = price(shipment(URUMQI, 2_500));
        assertThat(remote.lines()).extracting(Offer.Line::kind).containsExactly(LineKind.FIRST, LineKind.FURTHER,
                LineKind.SURCHARGE);
        // 1,500 fen and 100 fen for each of three begun kilograms
        assertThat(remote.lines().getLast().fen()).isEqualTo(1_800);
        var collected = new Shipment(GUANGZHOU, BEIJING, 500, 0, 0, 0, 0, 100_000, Set.of("BOX"), MONDAY);
        assertThat(price(collected).lines()).extracting(Offer.Line::fen).containsExactly(1_200L, 500L, 300L);
        var peak = new Shipment(GUANGZHOU, BEIJING, 500, 0, 0, 0, 0, 0, Set.of(), LocalDateTime.of(2027, 2, 6, 23, 59));
        assertThat(price(peak).totalFen()).isEqualTo(1_500);
        assertThat(price(parcel(BEIJING, 900, 1_300, 10, 10)).totalFen()).isEqualTo(2_200);
    }

    @ParameterizedTest
    @CsvSource({"1,100", "50000,100", "50001,251", "100000,500"})
    void protectsValues(long declared, long fen) {
        var shipment = new Shipment(GUANGZHOU, BEIJING, 500, 0, 0, 0, declared, 0, Set.of(), MONDAY);
        assertThat(price(shipment).lines().getLast()).isEqualTo(new Offer.Line(LineKind.INSURANCE, "", fen));
    }

    @Test
    void takesSharesWithoutAFractionTooMuch() {
        assertThat(PerMille.of(1.1, 50_000)).isEqualTo(55);
        assertThat(PerMille.of(1.1, 50_001)).isEqualTo(56);
        assertThat(PerMille.of(0, 50_001)).isZero();
    }

    @Test
    void promisesTheSameDayOnlyBeforeItsCutOff() {
        var rate = new Rate("NEAR", 1_000, 1_000, List.of(new Band(1_000, 100, 60)), 0, LocalTime.of(18, 0));
        assertThat(flawsOf(rate, LocalTime.of(17, 0))).doesNotContain("products[0].rates[0].days");
        assertThat(flawsOf(rate, LocalTime.of(18, 0))).contains("products[0].rates[0].days");
        assertThat(flawsOf(rate, null)).contains("products[0].rates[0].days");
    }

    private static List<String> flawsOf(Rate rate, @Nullable LocalTime cutOff) {
        var tariff = tariff();
        var product = new Product("SAME_DAY", "当日", 10_000, 0, 0, cutOff, List.of(rate), List.of(), List.of(),
                Remedy.NONE);
        return TariffCheck.flaws(new Tariff(tariff.zones(), tariff.byClass(), List.of(), List.of(product), List.of(),
                List.of())).stream().map(TariffFlaw::field).toList();
    }

    @Test
    void saysWhyThereIsNoPrice() {
        assertThat(why(new Shipment("810000", BEIJING, 500, 0, 0, 0, 0, 0, Set.of(), MONDAY)))
                .isEqualTo(Why.NOT_SERVED);
        assertThat(why(new Shipment(GUANGZHOU, BEIJING, 500, 0, 0, 0, 100_001, 0, Set.of(), MONDAY)))
                .isEqualTo(Why.TOO_VALUABLE);
        assertThat(why(shipment(BEIJING, 50_001))).isEqualTo(Why.TOO_HEAVY);
        assertThat(why(shipment("810000", 500))).isEqualTo(Why.NOT_SERVED);
        assertThat(why(shipment("460100", 500))).isEqualTo(Why.NOT_ON_THIS_LANE);
        assertThat(why(shipment("999999", 500))).isEqualTo(Why.NOT_ON_THIS_LANE);
    }

    @Test
    void promisesByTheCutOff() {
        assertThat(promised(MONDAY.withHour(17).withMinute(0))).isEqualTo(LocalDateTime.of(2026, 12, 2, 20, 0));
        assertThat(promised(MONDAY.withHour(17).withMinute(1))).isEqualTo(LocalDateTime.of(2026, 12, 3, 20, 0));
        assertThat(price(shipment(URUMQI, 500)).promisedBy()).isNull();
    }

    @Test
    void takesTheMostExactZone() {
        assertThat(tariff().zone(GUANGZHOU, "110000")).contains("FAR");
        assertThat(tariff().zone("440300", BEIJING)).contains("NEAR");
        assertThat(tariff().zone(GUANGZHOU, "460100")).contains("ISLAND");
        assertThat(tariff().zone("100", BEIJING)).isEmpty();
    }

    @Test
    void costsNeverLessForMore() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            int grams = 1 + random.nextInt(40_000);
            int more = grams + 1 + random.nextInt(5_000);
            var to = random.nextBoolean() ? BEIJING : URUMQI;
            var light = price(shipment(to, grams));
            var heavy = price(shipment(to, more));
            assertThat(heavy.totalFen()).isGreaterThanOrEqualTo(light.totalFen());
            assertThat(heavy.counted()).isGreaterThanOrEqualTo(more);
            assertThat(light.lines().stream().mapToLong(Offer.Line::fen).sum()).isEqualTo(light.totalFen());
        }
    }

    @Test
    void isChecked() {
        assertThat(TariffCheck.flaws(tariff())).isEmpty();
        var bad = new Product("std", "", 10, 3, -1, null,
                List.of(new Rate("NOWHERE", 20, 0, List.of(new Band(5, 0, -1)), 99, null)),
                List.of(new InsuranceBand(0, 0, 2_000)), List.of(
                        new Surcharge(Surcharge.Kind.PEAK, "", "", -1, 0, 0, List.of(), 0, 0, null, null),
                        new Surcharge(Surcharge.Kind.REMOTE, "A", "偏远", 1, 0, 0, List.of("99"), 0, 0, null, null)),
                Remedy.NONE);
        var flaws = TariffCheck.flaws(new Tariff(List.of(), Map.of(), List.of(new ZoneException("", "", "X")),
                List.of(bad), List.of(new Unserved("7", Reach.NOTHING, "")),
                List.of(new AdviceRule("", List.of(""), "", "", -1L, "GONE"))));
        assertThat(flaws).extracting(TariffFlaw::field).contains("zones", "byClass.FAR", "exceptions[0].from",
                "products[0].code", "products[0].name", "products[0].mostGrams", "products[0].divisor",
                "products[0].leastEdgeMm", "products[0].rates[0].zone", "products[0].rates[0].firstGrams",
                "products[0].rates[0].firstFen", "products[0].rates[0].bands[0].fromGrams",
                "products[0].rates[0].bands[0].stepGrams", "products[0].rates[0].bands[0].stepFen",
                "products[0].rates[0].days", "products[0].insurance[0].uptoFen",
                "products[0].insurance[0].perMille", "products[0].surcharges[0].code",
                "products[0].surcharges[0].to", "products[0].surcharges[1].areas[0]", "unserved[0].area",
                "unserved[0].reason", "advice[0].code", "advice[0].goods", "advice[0].words[0]",
                "advice[0].insureFromFen", "advice[0].product");
    }

    private static LocalDateTime promised(LocalDateTime at) {
        var price = price(new Shipment(GUANGZHOU, BEIJING, 500, 0, 0, 0, 0, 0, Set.of(), at));
        return java.util.Objects.requireNonNull(price.promisedBy());
    }

    private static Shipment shipment(String to, int grams) {
        return parcel(to, grams, 0, 0, 0);
    }

    private static Shipment parcel(String to, int grams, int length, int width, int height) {
        return new Shipment(GUANGZHOU, to, grams, length, width, height, 0, 0, Set.of(), MONDAY);
    }

    private static Offer.Price price(Shipment shipment) {
        return (Offer.Price) Pricing.offers(tariff(), shipment).getFirst();
    }

    private static Why why(Shipment shipment) {
        return ((Offer.None) Pricing.offers(tariff(), shipment).getFirst()).why();
    }

    static Tariff tariff() {
        var bands = List.of(new Band(1_000, 100, 60), new Band(10_000, 1_000, 100));
        var surcharges = new ArrayList<Surcharge>();
        surcharges.add(new Surcharge(Surcharge.Kind.REMOTE, "REMOTE", "偏远", 1_500, 100, 0, List.of("65"), 0, 0, null,
                null));
        surcharges.add(new Surcharge(Surcharge.Kind.OVERSIZE, "LONG", "超长", 1_000, 0, 0, List.of(), 1_200, 0, null,
                null));
        surcharges.add(new Surcharge(Surcharge.Kind.COLLECTED, "COD", "代收", 500, 0, 3, List.of(), 0, 0, null, null));
        surcharges.add(new Surcharge(Surcharge.Kind.WANTED, "BOX", "纸箱", 300, 0, 0, List.of(), 0, 0, null, null));
        surcharges.add(new Surcharge(Surcharge.Kind.PEAK, "SPRING", "春节", 300, 0, 0, List.of(), 0, 0,
                LocalDate.of(2027, 2, 6), LocalDate.of(2027, 2, 12)));
        var standard = new Product("STANDARD", "标准快递", 50_000, 8_000, 600, LocalTime.of(17, 0),
                List.of(new Rate("NEAR", 1_000, 1_000, bands, 1, LocalTime.of(20, 0)),
                        new Rate("FAR", 1_000, 1_200, bands, 2, LocalTime.of(20, 0)),
                        new Rate("OUTER", 1_000, 2_000, bands, null, null)),
                List.of(new InsuranceBand(50_000, 100, 0), new InsuranceBand(100_000, 0, 5)), surcharges,
                Remedy.REFUND_FREIGHT);
        return new Tariff(
                List.of(new Zone("NEAR", "近"), new Zone("FAR", "远"), new Zone("OUTER", "偏远"), new Zone("ISLAND", "岛")),
                Map.of(LaneClass.SAME_CITY, "NEAR", LaneClass.SAME_PROVINCE, "NEAR", LaneClass.ADJACENT, "NEAR",
                        LaneClass.FAR, "FAR", LaneClass.REMOTE, "OUTER"),
                List.of(new ZoneException("4403", "11", "NEAR"), new ZoneException("44", "", "FAR"),
                        new ZoneException("", "4601", "ISLAND"), new ZoneException("44", "4601", "ISLAND"),
                        new ZoneException("44", "65", "OUTER")),
                List.of(standard), List.of(new Unserved("81", Reach.NOTHING, "清关停办")),
                List.of(new AdviceRule("FRAGILE", List.of("玻璃", "花瓶"), "易碎品", "用泡沫裹好", 30_000L, "STANDARD"),
                        new AdviceRule("CUP", List.of("水杯"), "杯子", "裹一层气泡膜", null, null)));
    }
}
