package io.waypost.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.simulator.bank.Transfer.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("L5 the bank of the simulation pays a key once and remembers it")
class BankTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T15:59:00Z"), ZoneOffset.UTC);
    private static final Manners GOOD = new Manners(0, 0, 0, 0, 0, 0, 0);

    @TempDir
    private Path folder = Path.of("");

    private Bank bank(Manners manners) {
        return new Bank(folder.resolve("journal"), manners, 1, CLOCK);
    }

    @Test
    void paysAKeyOnceAndAcrossItsDeath() throws Exception {
        Transfer paid = bank(GOOD).take("k1", 500, null);
        assertThat(paid.state(CLOCK.instant())).isEqualTo("SUCCESS");
        Bank again = bank(GOOD);
        assertThat(again.take("k1", 500, null)).isEqualTo(paid);
        assertThatThrownBy(() -> again.take("k1", 501, null)).isInstanceOf(Bank.KeyReused.class);
        // A minute before midnight in Shanghai.
        assertThat(again.paidOn(LocalDate.of(2026, 11, 30))).containsExactly(paid);
        assertThat(again.paidOn(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void aLineThatWasCutOffIsDropped() throws Exception {
        bank(GOOD).take("k1", 500, null);
        Files.writeString(folder.resolve("journal"), "T\tk2\t70", StandardOpenOption.APPEND);
        Bank again = bank(GOOD);
        assertThat(again.find("k2")).isEmpty();
        again.take("k2", 70, null);
        assertThat(bank(GOOD).find("k2")).isPresent();
    }

    @Test
    void aRefusalForNowMayBeTriedAgainAndOneForGoodNot() throws Exception {
        Bank now = bank(new Manners(0, 0, 0, 1, 0, 0, 0));
        assertThat(now.take("k1", 5, null).outcome()).isEqualTo(Outcome.REFUSED_NOW);
        assertThat(now.take("k1", 5, null).tries()).isEqualTo(2);
        assertThat(bank(GOOD).take("k1", 5, null).outcome()).isEqualTo(Outcome.PAID);
        assertThat(bank(new Manners(0, 0, 1, 0, 0, 0, 0)).take("k2", 5, null).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(bank(GOOD).take("k2", 5, null).state(CLOCK.instant())).isEqualTo("FAILED");
    }

    @Test
    void tellsUntilItWasHeard() throws Exception {
        Bank bank = bank(GOOD);
        Transfer paid = bank.take("k1", 5, "http://localhost/");
        bank.take("k2", 5, null);
        assertThat(bank.untold()).containsExactly(paid);
        bank.heard(paid);
        assertThat(bank.untold()).isEmpty();
        assertThat(bank(GOOD).untold()).isEmpty();
    }

    @Test
    void readsItsOptions() {
        BankOptions options = BankOptions
                .parse(List.of("--keys", "k", "--journal", "j", "--late", "60", "--twice", "0.5"));
        assertThat(options.manners()).isEqualTo(new Manners(0, 0, 0, 0, 0, 0.5, 60));
        for (List<String> wrong : List.of(List.<String>of(), List.of("--keys"), List.of("--nonsense", "1"),
                List.of("--keys", "k", "--journal", "j", "--late", "-1"),
                List.of("--keys", "k", "--journal", "j", "--twice", "1.5"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> BankOptions.parse(wrong));
        }
    }
}
