package io.waypost.core.settlement;

/**
 * What a photo looks like, in 64 bits (感知哈希): whether each of 8 × 8 cells is brighter than its right neighbour. The same photo in another size, with
 * another compression or slightly brighter has nearly the same bits; the method is known as the difference hash (dHash).
 */
public final class PhotoPrint {

    /** The width of the grey picture that it is made of. */
    public static final int WIDTH = 9;
    /** Its height. */
    public static final int HEIGHT = 8;
    /** So many bits may differ between two prints of the same photo. */
    public static final int NEAR = 3;

    private PhotoPrint() {}

    /**
     * The print.
     *
     * @param grey {@link #WIDTH} × {@link #HEIGHT} brightnesses, row by row, each from 0 to 255
     */
    public static long of(int... grey) {
        if (grey.length != WIDTH * HEIGHT) {
            throw new IllegalArgumentException("%d brightnesses instead of %d".formatted(grey.length, WIDTH * HEIGHT));
        }
        long print = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH - 1; column++) {
                int at = row * WIDTH + column;
                print = (print << 1) | (grey[at] > grey[at + 1] ? 1 : 0);
            }
        }
        return print;
    }

    /** Whether two prints are of the same photo. */
    public static boolean near(long one, long other) {
        return Long.bitCount(one ^ other) <= NEAR;
    }

    /** Whether it says anything: an even surface, such as a black photo, is like every other one. */
    public static boolean tells(long print) {
        int bits = Long.bitCount(print);
        return bits > 4 && bits < 60;
    }

    /** One of its four quarters of 16 bits: of two that differ in up to {@link #NEAR} bits at least one is the same. */
    public static int quarter(long print, int which) {
        return (int) (print >>> (16 * which)) & 0xFFFF;
    }
}
