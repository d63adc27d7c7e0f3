package io.waypost.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TicketNumberTest {

    private static final TicketNumber NUMBER = TicketNumber.of(LocalDate.of(2026, 11, 21), 427);

    @Test
    void saysTheDayAndTheRunningNumber() {
        assertThat(NUMBER.text()).matches("T261121-00427-\\d");
        assertThat(TicketNumber.of(LocalDate.of(2026, 11, 21), 1_234_567).text()).startsWith("T261121-1234567-");
    }

    @Test
    void isReadHoweverItIsTyped() {
        var bare = NUMBER.text().replaceAll("[T-]", "");
        assertThat(TicketNumber.read(NUMBER.text())).contains(NUMBER);
        assertThat(TicketNumber.read(bare)).contains(NUMBER);
        assertThat(TicketNumber.read(" t" + bare + " ")).contains(NUMBER);
        assertThat(TicketNumber.read("Ｔ" + bare.replace('0', '０'))).contains(NUMBER);
    }

    @Test
    void everySingleWrongDigitAndEverySwapIsFound() {
        var digits = NUMBER.text().replaceAll("[T-]", "");
        for (int i = 0; i < digits.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != digits.charAt(i)) {
                    assertThat(TicketNumber.read(digits.substring(0, i) + wrong + digits.substring(i + 1))).isEmpty();
                }
            }
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                var swapped = digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1)
                        + digits.substring(i + 1);
                assertThat(TicketNumber.read(swapped)).isEmpty();
            }
        }
    }

    @Test
    void otherTextIsNoNumber() {
        assertThat(TicketNumber.read("YT1234567890123")).isEmpty();
        assertThat(TicketNumber.read("")).isEmpty();
        assertThatThrownBy(() -> TicketNumber.of(LocalDate.EPOCH, -1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
