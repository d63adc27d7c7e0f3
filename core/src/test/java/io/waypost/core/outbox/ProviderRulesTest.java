package io.waypost.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("O1 which provider, how fast, to whom not, and to which addresses never")
class ProviderRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");
    private static final Circuit.Rule RULE = new Circuit.Rule(3, Duration.ofSeconds(10));

    @Test
    void aBucketNeverGivesMoreThanItsRateAllows() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            double rate = 0.2 + random.nextDouble() * 50;
            var bucket = TokenBucket.full(rate, NOON);
            var now = NOON;
            long taken = 0;
            for (int i = 0; i < 60; i++) {
                now = now.plusMillis(random.nextInt(1500));
                bucket = bucket.at(now);
                int take = bucket.available(random.nextInt(80));
                bucket = bucket.less(take);
                taken += take;
                double gone = Duration.between(NOON, now).toNanos() / 1e9;
                assertThat((double) taken).isLessThanOrEqualTo(Math.max(1, rate) + rate * gone + 1e-6);
            }
        }
    }

    @Test
    void anEmptyBucketSaysWhenTheNextMayLeave() {
        var empty = TokenBucket.full(4, NOON).less(4);
        assertThat(empty.available(10)).isZero();
        assertThat(empty.untilOne()).isEqualTo(Duration.ofMillis(250));
        assertThat(empty.at(NOON.plus(empty.untilOne())).available(10)).isEqualTo(1);
        assertThatThrownBy(() -> TokenBucket.full(0, NOON)).hasMessageContaining("rate above 0");
    }

    @Test
    void aCircuitOpensAfterFailuresInARowAndOneTryDecides() {
        var twice = Circuit.CLOSED.failed(RULE, NOON).failed(RULE, NOON);
        assertThat(twice.allows(NOON)).isTrue();
        var open = twice.failed(RULE, NOON);
        assertThat(open.allows(NOON.plusSeconds(9))).isFalse();
        assertThat(open.allows(NOON.plusSeconds(10))).isTrue();
        assertThat(open.onTrial()).isTrue();
        var again = open.failed(RULE, NOON.plusSeconds(10));
        assertThat(again.openUntil()).isEqualTo(NOON.plusSeconds(30));
        for (int i = 0; i < 100; i++) {
            again = again.failed(RULE, NOON);
        }
        assertThat(again.openUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(again.succeeded()).isEqualTo(Circuit.CLOSED);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,0,A B C,A", "-,0,B C,B", "A,1,A B C,A", "A,2,A B C,B", "A,2,A C,C",
            "A,2,A,A",
            "C,2,A B C,A", "B,0,A B C,B", "B,1,C,C", "gone,0,A B C,A", "A,1,-,-"})
    void theFirstThatWorksTakesItAndTheNextTakesOver(String last, int refusals, String working, String chosen) {
        var set = working == null ? Set.<String>of() : Set.of(working.split(" "));
        assertThat(Fallback.choose(List.of("A", "B", "C"), set, last, refusals, 2).orElse(null)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "td", "ＴＤ", " 退订。", "N", "r", "【退订】", "Td!"})
    void theseWordsSayNo(String text) {
        assertThat(OptOut.read(text)).isEqualTo(OptOut.Wish.OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TT", "1 已送达", "退订多少钱", "不", "Nice", "T1"})
    void theseDoNot(String text) {
        assertThat(OptOut.read(text)).isEqualTo(OptOut.Wish.NONE);
    }

    @ParameterizedTest
    @EnumSource(MessageClass.class)
    void whoWantsNoAdvertisingStillHearsOfTheirParcel(MessageClass kind) {
        assertThat(Suppression.OPTED_OUT.holds(kind)).isEqualTo(kind == MessageClass.COMMERCIAL
                || kind == MessageClass.SURVEY);
        assertThat(Suppression.BLOCKED.holds(kind)).isTrue();
        assertThat(OptOut.read("dy")).isEqualTo(OptOut.Wish.IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "203.0.113.9",
            "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fec0::1",
            "fc00::1",
            "fd12:3456::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::1", "2001:db8::1",
            "3fff::1", "100::1", "5f00::1", "::7f00:1"})
    void theseAddressesAreNeverCalled(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address).getAddress())).isFalse();
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsNeverCalled() {
        // InetAddress would turn it into its IPv4 form.
        var mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 8;
        mapped[15] = 8;
        assertThat(PublicAddress.isPublic(mapped)).isFalse();
        assertThatThrownBy(() -> PublicAddress.isPublic(new byte[5])).hasMessageContaining("5 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "223.255.255.255", "2400:3200::1", "2606:4700::1111",
            "2001:4860:4860::8888"})
    void theseMayBeCalled(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address).getAddress())).isTrue();
    }
}
