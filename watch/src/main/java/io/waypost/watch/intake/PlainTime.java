package io.waypost.watch.intake;

/**
 * Reads a time as nearly every device writes it, {@code 2026-11-21T09:30:00[.123]+08:00} or with {@code Z}, from bytes. One thread owns it:
 * it remembers the last day, for most scans of a body are of the same one.
 */
final class PlainTime {

    /** It is written otherwise, or not a time at all. */
    static final long OTHERWISE = Long.MIN_VALUE;

    private static final int SECONDS_A_DAY = 86_400;
    private static final int LATEST_YEAR = 2_037;
    private static final int DATE = 10;
    private static final int TIME = 19;
    private static final int OFFSET = 6;
    private static final int[] LENGTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private long knownDate;
    private long knownDay = OTHERWISE;

    /** Seconds since 1970, fractions cut off; {@link #OTHERWISE} if somebody more thorough has to look at it. */
    long seconds(byte[] text, int from, int length) {
        if (length < TIME + 1 || text[from + DATE] != 'T' || text[from + 13] != ':' || text[from + 16] != ':') {
            return OTHERWISE;
        }
        long day = day(text, from);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        int offset = offset(text, from + TIME, from + length);
        if (day == OTHERWISE || outside(hour, 23) || outside(minute, 59) || outside(second, 59)
                || offset == Integer.MIN_VALUE) {
            return OTHERWISE;
        }
        return day * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second - offset;
    }

    private long day(byte[] text, int from) {
        // Eight digits and two hyphens are ten bytes; the hyphens are checked, the digits are what is compared.
        if (text[from + 4] != '-' || text[from + 7] != '-') {
            return OTHERWISE;
        }
        int year = two(text, from) * 100 + two(text, from + 2);
        int month = two(text, from + 5);
        int date = two(text, from + 8);
        long key = year * 10_000L + month * 100L + date;
        if (key == knownDate && year > 0) {
            return knownDay;
        }
        if (year < 2_000 || year > LATEST_YEAR || month < 1 || month > 12 || date < 1 || date > LENGTHS[month - 1]
                || (month == 2 && date == 29 && year % 4 != 0)) {
            return OTHERWISE;
        }
        knownDay = java.time.LocalDate.of(year, month, date).toEpochDay();
        knownDate = key;
        return knownDay;
    }

    /** Seconds east of Greenwich; {@link Integer#MIN_VALUE} if it is no offset of whole minutes. */
    private static int offset(byte[] text, int from, int until) {
        int at = from;
        if (text[at] == '.') {
            at++;
            int digits = at;
            while (at < until && text[at] >= '0' && text[at] <= '9') {
                at++;
            }
            if (at == digits || at - digits > 9 || at == until) {
                return Integer.MIN_VALUE;
            }
        }
        if (text[at] == 'Z') {
            return at + 1 == until ? 0 : Integer.MIN_VALUE;
        }
        if (until - at != OFFSET || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        if (outside(hours, 17) || outside(minutes, 59)) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return text[at] == '-' ? -seconds : seconds;
    }

    private static boolean outside(int value, int most) {
        return value < 0 || value > most;
    }

    /** Two digits; far below nought if they are none. */
    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
    }
}
