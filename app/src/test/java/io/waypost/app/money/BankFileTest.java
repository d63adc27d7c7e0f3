package io.waypost.app.money;

import static io.waypost.core.ledger.AccountKind.BANK;
import static io.waypost.core.ledger.AccountKind.CLAIM_PAYABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.money.PayoutBatchStore.Batch;
import io.waypost.core.ledger.PayoutState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("L5 payouts by file: a batch with its totals goes to the bank, its answer comes back line by line")
class BankFileTest {

    private final MoneyStand stand;

    BankFileTest(PersonalData personal) {
        this.stand = MoneyStand.fresh(personal, new BankFileGateway());
    }

    @AfterEach
    void everythingIsSound() {
        assertThat(stand.unsound()).isEqualTo(MoneyStand.SOUND);
        stand.close();
    }

    private UUID pay(String reference, long fen) {
        // Each a little later than the one before, so that the file has an order.
        stand.clock.move(Duration.ofSeconds(1));
        var id = stand.order(reference, stand.accept(fen), fen);
        stand.work();
        return id;
    }

    private Batch make() {
        return stand.in(stand.batches::make);
    }

    private ImportReport bring(Batch batch, String csv) {
        return stand.in(() -> stand.batches.result(batch.id(), csv.getBytes(StandardCharsets.UTF_8), false));
    }

    private Sheet file(Batch batch) {
        return Sheet.read(stand.in(() -> {
            try {
                return stand.batches.file(batch.id());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }));
    }

    @Test
    void whatWaitsGoesIntoOneBatchWithItsTotals() {
        var one = pay("claim/1", 12_345);
        pay("claim/2", 5);
        assertThat(stand.state(one)).isEqualTo(PayoutState.TAKEN);
        var batch = make();
        assertThat(List.of(batch.payouts(), batch.open())).containsExactly(2, 2);
        assertThat(batch.fen()).isEqualTo(12_350);
        var sheet = file(batch);
        assertThat(sheet.rows()).hasSize(3);
        assertThat(sheet.rows().getFirst().cells().values()).containsExactly("1", PayoutKey.of(one), "BANK_CARD",
                "6222020200112233445", "张小明", "123.45", "理赔款");
        assertThat(sheet.rows().getLast().cells().values()).contains("合计", batch.number(), "2", "123.50");
        // Nothing waits any more; what comes later goes into the next.
        assertThatThrownBy(this::make).isInstanceOf(Refusal.class).hasMessageContaining("waits");
        pay("claim/3", 7);
        assertThat(make().payouts()).isEqualTo(1);
    }

    @Test
    void theBanksAnswerSettlesEachLine() {
        var paid = pay("claim/1", 12_345);
        var failed = pay("claim/2", 500);
        var batch = make();
        var result = """
                key,amount,result,reason
                %s,123.45,PAID,
                %s,5,失败,账号已销户
                """.formatted(PayoutKey.of(paid), PayoutKey.of(failed));
        var dry = stand.in(() -> stand.batches.result(batch.id(), result.getBytes(StandardCharsets.UTF_8), true));
        assertThat(dry.errors()).isEmpty();
        assertThat(stand.state(paid)).isEqualTo(PayoutState.TAKEN);
        var report = bring(batch, result);
        assertThat(List.of(report.rows(), report.updated(), report.unchanged())).containsExactly(2, 2, 0);
        assertThat(stand.state(paid)).isEqualTo(PayoutState.PAID);
        assertThat(stand.state(failed)).isEqualTo(PayoutState.FAILED);
        assertThat(stand.balance(BANK, "")).isEqualTo(-12_345);
        var claim = stand.in(() -> stand.store.find(failed)).orElseThrow().claim();
        assertThat(stand.balance(CLAIM_PAYABLE, claim)).isEqualTo(-500);
        // Brought again it changes nothing.
        assertThat(bring(batch, result).unchanged()).isEqualTo(2);
        assertThat(stand.told).hasSize(2);
        assertThat(stand.balance(BANK, "")).isEqualTo(-12_345);
    }

    @Test
    void aFileWithAWrongLineIsNotTakenAtAllAndSaysWhere() {
        var one = pay("claim/1", 100);
        var other = pay("claim/2", 200);
        var batch = make();
        var elsewhere = pay("claim/3", 300);
        make();
        var report = bring(batch, """
                key,amount,result,reason
                %s,1.00,PAID,
                %s,2.01,PAID,
                %s,3.00,PAID,
                %s,1.00,FAILED,
                😀,1,PAID,
                %s,-2.00,MAYBE,
                """.formatted(PayoutKey.of(one), PayoutKey.of(other), PayoutKey.of(elsewhere), PayoutKey.of(one),
                PayoutKey.of(other)));
        assertThat(report.errors().stream().map(fault -> fault.row() + " " + fault.field() + " " + fault.code()))
                .containsExactly("3 amount AMOUNT_DIFFERS", "4 key NOT_IN_BATCH", "5 key DOUBLE_KEY",
                        "5 reason MISSING", "6 key NOT_IN_BATCH", "7 key DOUBLE_KEY", "7 amount AMOUNT_DIFFERS",
                        "7 result UNKNOWN_RESULT");
        assertThat(stand.state(one)).isEqualTo(PayoutState.TAKEN);
        assertThat(bring(batch, "key,result\nx,PAID\n").errors()).singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("MISSING_COLUMN"));
    }

    @Test
    void aBankThatTakesItsWordBackIsForPeople() {
        var one = pay("claim/1", 100);
        var batch = make();
        bring(batch, "key,amount,result,reason\n%s,1.00,PAID,\n".formatted(PayoutKey.of(one)));
        bring(batch, "key,amount,result,reason\n%s,1.00,FAILED,退票\n".formatted(PayoutKey.of(one)));
        assertThat(stand.state(one)).isEqualTo(PayoutState.PAID);
        assertThat(stand.in(() -> stand.differences.list(true, null, null, 9))).singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(DifferenceStore.Kind.FAILED_AFTER_PAYMENT));
    }

    @Test
    void aStatementIsBroughtForADay() {
        var one = pay("claim/1", 100);
        var report = stand.in(() -> stand.statements.read("2026-11-29",
                "key,amount\n%s,1.00\nfremd,7\n".formatted(PayoutKey.of(one)).getBytes(StandardCharsets.UTF_8)));
        assertThat(report.rows()).isEqualTo(2);
        assertThat(stand.state(one)).isEqualTo(PayoutState.PAID);
        assertThat(stand.in(() -> stand.differences.list(true, null, null, 9))).singleElement()
                .satisfies(found -> assertThat(found.key()).isEqualTo("fremd"));
        var wrong = stand.in(() -> stand.statements.read("2026-11-29",
                "key,amount\n,1.00\nx,0\ny,1.234\nz,1e3\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(wrong.errors().stream().map(fault -> fault.row() + " " + fault.field())).containsExactly("2 key",
                "3 amount", "4 amount", "5 amount");
        for (var day : List.of("2026-11-31", "2026-12-24", "x", "1999-01-01")) {
            assertThatThrownBy(() -> stand.in(() -> stand.statements.read(day, "key,amount\n".getBytes(
                    StandardCharsets.UTF_8)))).isInstanceOf(Refusal.class).hasMessageContaining("day");
        }
    }

    @Test
    void yuanAreReadExactly() {
        assertThat(Yuan.fen("0.01")).isEqualTo(OptionalLong.of(1));
        assertThat(Yuan.fen("1,234.5")).isEqualTo(OptionalLong.of(123_450));
        assertThat(Yuan.fen("999999999999.99")).isEqualTo(OptionalLong.of(99_999_999_999_999L));
        assertThat(Yuan.of(1)).isEqualTo("0.01");
        for (var wrong : List.of("", "0", "0.00", "-1", "1.001", "1e3", "¥1", "9999999999999.99", "１", "NaN")) {
            assertThat(Yuan.fen(wrong)).as(wrong).isEmpty();
        }
    }
}
