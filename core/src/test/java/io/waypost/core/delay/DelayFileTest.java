package io.waypost.core.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P4 What was learnt is kept whole")
class DelayFileTest {

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        var model = DelayFixture.model(3_000, 4);
        var back = DelayFile.read(9, DelayFixture.hour(3), DelayFile.write(model));
        assertThat(back.version()).isEqualTo(9);
        assertThat(back.effectiveFrom()).isEqualTo(DelayFixture.hour(3));
        assertThat(back.cells().keySet()).isEqualTo(model.cells().keySet());
        model.cells().forEach((key, curve) -> {
            var read = Objects.requireNonNull(back.cells().get(key));
            assertThat(read.cases()).as("%s", key).isEqualTo(curve.cases());
            for (double hours = 0; hours < 800; hours += 0.7) {
                assertThat(read.after(hours)).as("%s after %s h", key, hours).isCloseTo(curve.after(hours),
                        within(1e-5));
            }
        });
    }

    @Test
    void tornAndForeignBytesAreRefused() throws IOException {
        var bytes = DelayFile.write(DelayFixture.model(500, 4));
        assertThatThrownBy(() -> DelayFile.read(1, DelayFixture.MONDAY, Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(UncheckedIOException.class);
        var foreign = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(foreign)) {
            zip.write(new byte[]{0, 9, 0, 7, 0, 0, 0, 0});
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayFile.read(1, DelayFixture.MONDAY, foreign.toByteArray()))
                .withMessageContaining("Format 9");
    }

    @Test
    void whatWasKeptBeforeOutletsHadCellsIsStillRead() throws IOException {
        var old = new ByteArrayOutputStream();
        try (var zip = new DataOutputStream(new GZIPOutputStream(old))) {
            zip.writeShort(1);
            zip.writeShort(TimeAxis.SIZE);
            zip.writeInt(1);
            zip.writeUTF("DELIVERING");
            zip.writeShort(0);
            zip.writeUTF("FAR");
            zip.writeByte(3);
            zip.writeByte(-1);
            zip.writeUTF("");
            zip.writeUTF("");
            zip.writeInt(77);
            for (int i = 0; i < TimeAxis.SIZE; i++) {
                zip.writeShort(i < 65_535 / 1_000 ? 1_000 : 0);
            }
        }
        var cells = DelayFile.read(3, DelayFixture.MONDAY, old.toByteArray()).cells();
        assertThat(cells).containsOnlyKeys(
                new DelayKey(Stage.DELIVERING, 0, LaneClass.FAR, 3, null, null, null, null));
        assertThat(cells.values().iterator().next().cases()).isEqualTo(77);
    }

    @Test
    void fewAndManyParcelsAreCountedAlike() {
        for (int cases : new int[]{1, 3, 4, 5, 60, 127, 128, 129, 500}) {
            var random = new Random(cases);
            var counts = new RemainingCounts();
            var hours = new double[cases];
            for (int i = 0; i < cases; i++) {
                hours[i] = Math.floor(random.nextDouble() * 60);
                counts.delivered(hours[i]);
            }
            assertThat(counts.cases()).isEqualTo(cases);
            var curve = counts.curve();
            for (int end = 1; end < 72; end++) {
                int at = end;
                double left = Arrays.stream(hours).filter(one -> one >= at).count() / (double) cases;
                assertThat(curve.after(end)).as("%d cases after %d h", cases, end).isCloseTo(left, within(1e-5));
            }
        }
    }
}
