package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shard of a parcel")
class ShardsTest {

    /** Published vectors of MurmurHash3_x86_32 with seed 0, of four bytes each. */
    @Test
    void isByMurmurHash() {
        assertThat(Shards.murmur(0)).isEqualTo(0x2362F9DE);
        assertThat(Shards.murmur(0x87654321)).isEqualTo(0xF55B516B);
        assertThat(Shards.murmur(-1)).isEqualTo(0x76293B50);
    }

    /** Worked out by hand from Flink's algorithm: the hash, its absolute value, the rest by 128. */
    @ParameterizedTest
    @CsvSource({
            "0, 94", // 0x2362F9DE: its last seven bits
            "0x87654321, 21", // 0xF55B516B is negative: −(0x6B) in seven bits
            "0xffffffff, 80", // 0x76293B50
            "0x8765432100000000, 21", // a Long's code is the halves' exclusive or
            "0x1234567812345678, 94"})
    void isTheKeyGroupOfFlink(String key, int shard) {
        assertThat(Shards.of(Long.parseUnsignedLong(key.startsWith("0x") ? key.substring(2) : key, 16)))
                .isEqualTo(shard);
    }

    @Test
    void spreadsWaybillsEvenly() {
        int parcels = 1_280_000;
        var counts = new int[Shards.COUNT];
        for (int i = 0; i < parcels; i++) {
            counts[Shards.of(WaybillKey.of("YT8%012d".formatted(i * 7L)))]++;
        }
        double expected = parcels / (double) Shards.COUNT;
        double squares = 0;
        for (int count : counts) {
            squares += (count - expected) * (count - expected) / expected;
        }
        // 127 degrees of freedom: beyond 200 once in more than 10,000 fair draws.
        assertThat(squares).isLessThan(200);
    }
}
