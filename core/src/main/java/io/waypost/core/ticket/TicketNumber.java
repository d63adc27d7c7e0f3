package io.waypost.core.ticket;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number (工单号) by which people speak of a ticket, such as {@code T261121-00427-6}: the day it was opened, a running
 * number, and a check digit (Damm) that finds every single wrong digit and every two digits swapped.
 */
public record TicketNumber(String text) {

    private static final Pattern FORM = Pattern.compile("T?(\\d{6})(\\d{5,12})(\\d)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    // H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004): the quasigroup of order 10.
    private static final String[] DAMM = {"0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
            "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"};

    /** The number of the ticket with that running number, opened on that day. */
    public static TicketNumber of(LocalDate day, long running) {
        if (running < 0) {
            throw new IllegalArgumentException("The running number (%d) must not be negative.".formatted(running));
        }
        var date = DAY.format(day);
        var sequence = "%05d".formatted(running);
        return new TicketNumber("T%s-%s-%d".formatted(date, sequence, check(date + sequence)));
    }

    /** Reads a number as people type it: full-width, spaced, without T or hyphens; empty if it is none or mistyped. */
    public static Optional<TicketNumber> read(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "");
        var match = FORM.matcher(plain);
        if (!match.matches()) {
            return Optional.empty();
        }
        var digits = match.group(1) + match.group(2);
        return check(digits) == match.group(3).charAt(0) - '0'
                ? Optional.of(new TicketNumber(
                        "T%s-%s-%s".formatted(match.group(1), match.group(2), match.group(3))))
                : Optional.empty();
    }

    private static int check(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }
}
