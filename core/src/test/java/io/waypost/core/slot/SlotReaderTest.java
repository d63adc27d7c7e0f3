package io.waypost.core.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.place.Divisions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B1 what a message names is read by rule")
class SlotReaderTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final SlotReader reader = new SlotReader(Divisions.china());

    @ParameterizedTest
    @CsvSource({"帮我查下sf1234567890123, SF1234567890123", "单号7531 2345 6789 01到哪了, 75312345678901",
            "yt-8812345678901在哪, YT8812345678901", "幺零三四五六七八九零一二三, 1034567890123"})
    void findsWaybills(String text, String waybill) {
        assertThat(reader.read(text).waybills()).containsExactly(waybill);
    }

    @ParameterizedTest
    @ValueSource(strings = {"订单号202611301234567890什么时候发", "我13812345678的电话", "20261130发的货", "三百二十块"})
    void takesNothingElseForAWaybill(String text) {
        assertThat(reader.read(text).waybills()).isEmpty();
    }

    @Test
    void findsPhonesHoweverTheyAreWrittenAndDoesNotPrintThem() {
        assertThat(reader.read("打我138-1234-5678").phones()).containsExactly("13812345678");
        assertThat(reader.read("电话幺三八一二三四五六七八").phones()).containsExactly("13812345678");
        assertThat(reader.read("+8613812345678").phones()).containsExactly("13812345678");
        assertThat(reader.read("打我13812345678")).asString().doesNotContain("13812345678");
    }

    @ParameterizedTest
    @CsvSource({"从杭州寄到广东深圳南山, 浙江省杭州市, 广东省深圳市南山区", "义乌发北京朝阳区多少钱, 浙江省金华市义乌市, 北京市朝阳区",
            "成都到拉萨几天, 四川省成都市, 西藏自治区拉萨市", "寄去上海 人在苏州, 江苏省苏州市, 上海市"})
    void findsWhereFromAndWhereTo(String text, String from, String to) {
        var slots = reader.read(text);
        assertThat(reader.fullName(Objects.requireNonNull(slots.from()))).isEqualTo(from);
        assertThat(reader.fullName(Objects.requireNonNull(slots.to()))).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"平安到家就好", "快递被开封了", "在商城买的", "南山上的茶", "哈密瓜怎么包", "朝阳区能到吗"})
    void takesNoWordOfEveryDayAndNothingAmbiguousForAPlace(String text) {
        assertThat(reader.read(text)).extracting(Slots::from, Slots::to).containsExactly(null, null);
    }

    @ParameterizedTest
    @CsvSource({"两斤半, 1250", "半斤, 250", "3.5公斤, 3500", "一斤二两, 600", "800g, 800", "零点五千克, 500", "一吨, 1000000",
            "三十来斤, 15000"})
    void readsWeights(String text, int grams) {
        assertThat(reader.read("大概" + text + "的东西").weightGrams()).isEqualTo(grams);
    }

    @ParameterizedTest
    @CsvSource({"三百二十块, 32000", "3块5, 350", "价值两千五, 250000", "保价1.2万, 1200000", "¥99.9, 9990", "三百零五元, 30500",
            "1200.01元, 120001"})
    void readsAmounts(String text, long fen) {
        assertThat(reader.read(text).moneyFen()).isEqualTo(fen);
    }

    @Test
    void readsDaysAndTimes() {
        assertThat(reader.read("明天下午三点半送").when().day(MONDAY)).contains(LocalDate.of(2026, 12, 1));
        assertThat(reader.read("明天下午三点半送").when().at()).isEqualTo(LocalTime.of(15, 30));
        assertThat(reader.read("周五晚上再来").when()).extracting(When::part).isEqualTo(When.PartOfDay.EVENING);
        assertThat(reader.read("周五").when().day(MONDAY)).contains(LocalDate.of(2026, 12, 4));
        assertThat(reader.read("下周一").when().day(MONDAY)).contains(LocalDate.of(2026, 12, 7));
        assertThat(reader.read("1月5号").when().day(MONDAY)).contains(LocalDate.of(2027, 1, 5));
        assertThat(reader.read("2月30号").when().empty()).isTrue();
        assertThat(reader.read("30点").when().at()).isNull();
    }

    @Test
    void doesNotFailWhateverIsWritten() {
        for (var text : List.of("", "半", "万万万元", "点点点", "十十十斤", "零元", "99999999999999999999公斤", "13点70分",
                "¥999999999999999999", "从到从到", "🙂🙂", "单单单号号号：", "0".repeat(1_000), "九".repeat(1_000),
                "北京".repeat(200))) {
            assertThat(reader.read(text)).isNotNull();
        }
    }
}
