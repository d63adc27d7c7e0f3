package io.waypost.core.outbox;

import java.util.List;

/**
 * Whether an IP address belongs to the public Internet (公网地址). Partners name the addresses that the platform calls; without this
 * check a partner could have it call machines that only the platform's own network reaches (SSRF). The ranges are those of the IANA
 * special-purpose registries that are not globally reachable, multicast, and the IPv6 forms that carry an IPv4 address.
 */
public final class PublicAddress {

    private static final List<Range> V4 = List.of(
            Range.v4(0, 0, 0, 0, 8), Range.v4(10, 0, 0, 0, 8), Range.v4(100, 64, 0, 0, 10), Range.v4(127, 0, 0, 0, 8),
            Range.v4(169, 254, 0, 0, 16), Range.v4(172, 16, 0, 0, 12), Range.v4(192, 0, 0, 0, 24),
            Range.v4(192, 0, 2, 0, 24), Range.v4(192, 31, 196, 0, 24), Range.v4(192, 52, 193, 0, 24),
            Range.v4(192, 88, 99, 0, 24), Range.v4(192, 168, 0, 0, 16), Range.v4(192, 175, 48, 0, 24),
            Range.v4(198, 18, 0, 0, 15), Range.v4(198, 51, 100, 0, 24), Range.v4(203, 0, 113, 0, 24),
            Range.v4(224, 0, 0, 0, 4), Range.v4(240, 0, 0, 0, 4));

    /** Inside 2000::/3, which is all that is global, what is not. */
    private static final List<Range> V6 = List.of(
            Range.v6(0x2001, 0x0000, 23), Range.v6(0x2001, 0x0db8, 32), Range.v6(0x2002, 0, 16),
            Range.v6(0x3fff, 0, 20));

    private PublicAddress() {}

    private static final class Range {

        private final byte[] start;
        private final int bits;

        private Range(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Range v4(int a, int b, int c, int d, int bits) {
            return new Range(new byte[]{(byte) a, (byte) b, (byte) c, (byte) d}, bits);
        }

        static Range v6(int first, int second, int bits) {
            var start = new byte[16];
            start[0] = (byte) (first >> 8);
            start[1] = (byte) first;
            start[2] = (byte) (second >> 8);
            start[3] = (byte) second;
            return new Range(start, bits);
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Whether the address, 4 or 16 bytes in network order, may be called.
     *
     * @throws IllegalArgumentException if it has another length
     */
    public static boolean isPublic(byte[] address) {
        return switch (address.length) {
            case 4 -> V4.stream().noneMatch(range -> range.contains(address));
            // Mapped, translated and 6to4 addresses lie outside of 2000::/3 or in the list: what they carry does not matter.
            case 16 -> (address[0] & 0xe0) == 0x20 && V6.stream().noneMatch(range -> range.contains(address));
            default -> throw new IllegalArgumentException("An address of %d bytes is none.".formatted(address.length));
        };
    }
}
