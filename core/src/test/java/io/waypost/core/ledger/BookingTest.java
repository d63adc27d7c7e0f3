package io.waypost.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L5 what is booked balances")
class BookingTest {

    private static final Account BANK = Account.of(AccountKind.BANK);
    private static final Account CLAIM = Account.of(AccountKind.CLAIM_PAYABLE, "C1");

    @Test
    void movesFromOneAccountToAnother() {
        assertThat(Booking.move("r", "", CLAIM, BANK, 1).postings())
                .containsExactly(new Posting(BANK, 1), new Posting(CLAIM, -1));
    }

    @Test
    void whatDoesNotBalanceIsNoBooking() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Booking("r", "", List.of(new Posting(BANK, 2), new Posting(CLAIM, -1))))
                .withMessageContaining("1 fen");
        assertThatIllegalArgumentException().isThrownBy(() -> new Booking("r", "", List.of(new Posting(BANK, 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> Booking.move(" ", "", BANK, CLAIM, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Booking.move("r", "", BANK, CLAIM, 0));
        assertThatThrownBy(() -> new Booking("r", "", List.of(new Posting(BANK, Long.MAX_VALUE),
                new Posting(CLAIM, Long.MAX_VALUE), new Posting(BANK, 2)))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anAccountHasAnOwnerWhereItsKindIsOwned() {
        assertThatIllegalArgumentException().isThrownBy(() -> Account.of(AccountKind.CLAIM_PAYABLE));
        assertThatIllegalArgumentException().isThrownBy(() -> Account.of(AccountKind.BANK, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.of(AccountKind.UNIT_RECEIVABLE, "x".repeat(65)));
    }
}
