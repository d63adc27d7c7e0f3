package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The key of a waybill number")
class WaybillKeyTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final SplittableRandom random = new SplittableRandom(20_261_129);
    private final Map<Long, String> texts = new HashMap<>();

    /** What the networks print. */
    @ParameterizedTest
    @ValueSource(strings = {"YT1234567890123", "YT0000000000000", "JT5012345678901", "SF1234567890123",
            "SFX123456789012",
            "75123456789012", "773123456789012345", "STO1234567890", "JDAB12345678901", "JDX123456789012",
            "JDVA12345678901",
            "DPK123456789012", "BXA1234567890", "EA123456789CN", "9123456789012", "PA12345678901", "621123456789012345",
            "A",
            "0", "00", "000000000000000000", "999999999999999999", "ZZ999999999999999", "9Z999999999999999",
            "ZZZZZZZZZZZ",
            "0000000000A", "9999999999Z9", "ZZ999999999ZZ"})
    void holdsTheNumber(String text) {
        long key = WaybillKey.of(text);
        assertThat(WaybillKey.packed(key)).isTrue();
        assertThat(WaybillKey.text(key)).isEqualTo(text);
    }

    /** The keys are in logs and snapshots: they must never change. The numbers are from a calculation apart from this code. */
    @ParameterizedTest
    @CsvSource({"0, 1", "9, 10", "00, 11", "A, 1111111111111111111", "B, 1111111111111111112",
            "YT1234567890123, 1410071234567890016",
            "JDVA12345678901, 2893198212345540266", "EA123456789CN, 6618132717475666986",
            "DPK12345678901234, -8058112787371985746",
            "AN-ODD-ONE, -8657633384149047011"})
    void neverChanges(String text, long key) {
        assertThat(WaybillKey.of(text)).as(text).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPK12345678901234", "DD81234567890123456", "1234567890123456789", "yt1234567890123",
            "YT-123456", "ABCDEFGHIJKL",
            "EA12345678CNN", "EA1234567890N", "~!", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"})
    void isAHashOfOtherNumbers(String text) {
        long key = WaybillKey.of(text);
        assertThat(WaybillKey.packed(key)).isFalse();
        assertThat(key).isNegative();
        var names = new SideNames();
        assertThat(names.remember(key, text)).isTrue();
        assertThat(names.text(key)).isEqualTo(text);
        assertThatIllegalArgumentException().isThrownBy(() -> WaybillKey.text(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "YT 123", "单号", "YT１２３", "YT\u0001", "YT\u007f", "YTé",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"})
    void isRefusedToOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WaybillKey.of(text));
    }

    @Test
    void belongsToOneNumberOnly() {
        for (int i = 0; i < 30_000; i++) {
            for (var alphabet : new String[]{LETTERS, DIGITS, LETTERS + DIGITS, "A0", "Z9", "az-"}) {
                remember(text(alphabet, 1 + random.nextInt(WaybillKey.LONGEST)));
            }
            var prefix = text(LETTERS, random.nextInt(5));
            remember(prefix + text(DIGITS, 1 + random.nextInt(18)));
            remember(text(LETTERS, 2) + text(DIGITS, 12 + random.nextInt(4)));
            remember(text(LETTERS, 2) + text(DIGITS, 9) + text(LETTERS, 2));
        }
    }

    @Test
    void packsEveryTextItPromises() {
        int[] digits = {18, 16, 15, 13, 11, 10, 8, 7, 5, 4, 2, 1};
        for (int before = 0; before < digits.length; before++) {
            for (int d = before == 0 ? 1 : 0; d <= 19; d++) {
                for (int i = 0; i < 50; i++) {
                    var text = before == 0
                            ? text(DIGITS, d)
                            : text(LETTERS + DIGITS, before - 1) + text(LETTERS, 1) + text(DIGITS, d);
                    assertThat(WaybillKey.packed(WaybillKey.of(text))).as(text).isEqualTo(d <= digits[before]);
                    remember(text);
                }
            }
        }
    }

    /** Shapes border on each other: the last of one and the first of the next are two. */
    @Test
    void leavesNoGapAndNoOverlapBetweenShapes() {
        for (int before = 0; before <= 11; before++) {
            for (int d = 0; d <= 18; d++) {
                for (char letter : new char[]{'A', 'Z'}) {
                    var filler = letter == 'A' ? "0" : "9";
                    var mixed = letter == 'A' ? "0" : "Z";
                    var text = before == 0 ? filler.repeat(d) : mixed.repeat(before - 1) + letter + filler.repeat(d);
                    if (!text.isEmpty()) {
                        remember(text);
                    }
                }
            }
        }
        long packed = texts.keySet().stream().filter(WaybillKey::packed).count();
        assertThat(packed).isEqualTo(2 * (18 + 17 + 16 + 14 + 12 + 11 + 9 + 8 + 6 + 5 + 3 + 2));
    }

    @Test
    void isTheSameFromABuffer() {
        var ascii = "..YT1234567890123..".getBytes(StandardCharsets.US_ASCII);
        assertThat(WaybillKey.of(ascii, 2, 15)).isEqualTo(WaybillKey.of("YT1234567890123"));
        assertThat(WaybillKey.of(ascii, 0, 17)).isEqualTo(WaybillKey.of("..YT1234567890123"));
    }

    @Test
    void isNotJustAnyNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> WaybillKey.text(Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> WaybillKey.text(0));
    }

    /** Two numbers with one hash can be made: the second eight characters undo the difference of the first eight. */
    @Test
    void isNotBookedOnIfTwoNumbersShareIt() {
        long odd = 0x9e3779b97f4a7c15L;
        Map<Long, String> beginnings = new HashMap<>();
        while (true) {
            var beginning = text("abcdefghijkl", 8);
            long state = KeyHash.of(KeyHash.of(16 + odd) ^ word(beginning)) + odd;
            var other = beginnings.putIfAbsent(state & 0x8080_8080_8080_8080L, beginning);
            if (other == null || other.equals(beginning)) {
                continue;
            }
            long difference = state ^ (KeyHash.of(KeyHash.of(16 + odd) ^ word(other)) + odd);
            var ends = ends(difference);
            assertCollision(other + ends[0], beginning + ends[1]);
            return;
        }
    }

    private static void assertCollision(String first, String second) {
        assertThat(second).isNotEqualTo(first);
        long key = WaybillKey.of(first);
        assertThat(WaybillKey.of(second)).isEqualTo(key);
        var names = new SideNames();
        assertThat(names.remember(key, first)).isTrue();
        assertThat(names.remember(key, first)).isTrue();
        assertThat(names.remember(key, second)).isFalse();
        assertThat(names.text(key)).isEqualTo(first);
        names.forget(key);
        assertThatIllegalArgumentException().isThrownBy(() -> names.text(key));
        assertThat(names.count()).isZero();
    }

    @Test
    void standsForNoOtherNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SideNames().remember(WaybillKey.of("AN-ODD-ONE"), "ANOTHER-ONE"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SideNames().remember(5, "AN-ODD-ONE"));
    }

    private static long word(String eight) {
        return ByteBuffer.wrap(eight.getBytes(StandardCharsets.US_ASCII)).getLong();
    }

    /** Two texts of eight visible characters that differ in exactly these bits. */
    private static String[] ends(long difference) {
        var ends = new StringBuilder[]{new StringBuilder(), new StringBuilder()};
        for (int shift = 56; shift >= 0; shift -= 8) {
            int bits = (int) (difference >>> shift) & 0xff;
            int visible = '!';
            while ((visible ^ bits) < '!' || (visible ^ bits) > '~') {
                visible++;
            }
            ends[0].append((char) visible);
            ends[1].append((char) (visible ^ bits));
        }
        return new String[]{ends[0].toString(), ends[1].toString()};
    }

    @Test
    void needsNoNameIfItHoldsTheNumber() {
        var names = new SideNames();
        long key = WaybillKey.of("YT1234567890123");
        assertThat(names.remember(key, "YT1234567890123")).isTrue();
        assertThat(names.count()).isZero();
        assertThat(names.text(key)).isEqualTo("YT1234567890123");
    }

    private void remember(String text) {
        long key = WaybillKey.of(text);
        assertThat(key).isNotZero();
        var other = texts.putIfAbsent(key, text);
        if (other != null && !other.equals(text)) {
            throw new AssertionError("%s and %s share the key %d.".formatted(text, other, key));
        }
        if (WaybillKey.packed(key) && !WaybillKey.text(key).equals(text)) {
            throw new AssertionError("%s became %s.".formatted(text, WaybillKey.text(key)));
        }
    }

    private String text(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
