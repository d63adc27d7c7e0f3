package io.waypost.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("P1 Scans are taken in by written rules")
class ScanRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final ScanRules rules = new ScanRules(ScanPolicy.defaults());

    @Test
    void takesAWellFormedScan() {
        var fields = new ScanFields(" yt6247854916511 ", "DEPARTED", "2026-11-21T11:59:00+08:00", "H4401", null,
                "H5101", "D1",
                "张三", "B9", "1.25", " ", "e-1");
        assertThat(rules.check(fields, NOON)).isEqualTo(new Accepted(new Scan("YT6247854916511", ScanType.DEPARTED,
                Instant.parse("2026-11-21T03:59:00Z"), "H4401", null, "H5101", "D1", "张三", "B9", 1250, null, "e-1")));
    }

    @ParameterizedTest
    @CsvSource({
            "waybill,,MISSING",
            "waybill,YT123,WAYBILL_FORMAT",
            "waybill,YT12345678901234567890123456789012,WAYBILL_FORMAT",
            "waybill,YT_123456,WAYBILL_FORMAT",
            "type,,MISSING",
            "type,TELEPORTED,TYPE_UNKNOWN",
            "scannedAt,,MISSING",
            "scannedAt,2026-11-21 11:59:00,TIME_FORMAT",
            "scannedAt,2026-11-21T11:59:00,TIME_FORMAT",
            "scannedAt,1999-12-31T23:59:59Z,TIME_TOO_OLD",
            "scannedAt,2026-11-22T04:00:01Z,TIME_IN_FUTURE",
            "site,,MISSING",
            "site,H 4401,SITE_FORMAT",
            "site,广州,SITE_FORMAT",
            "promisedAt,tomorrow,TIME_FORMAT",
            "nextSite,H/5101,SITE_FORMAT",
            "weightKg,0,WEIGHT_RANGE",
            "weightKg,1000.001,WEIGHT_RANGE",
            "weightKg,-1,WEIGHT_RANGE",
            "weightKg,NaN,WEIGHT_RANGE",
            "weightKg,heavy,WEIGHT_RANGE",
            "weightKg,1e300,WEIGHT_RANGE",
            "device,0123456789012345678901234567890123456789012345678901234567890123X,TOO_LONG",
    })
    void refusesAFieldByName(String field, @Nullable String value, Reason reason) {
        var checked = rules.check(with(field, value), NOON);
        assertThat(checked).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.field()).isEqualTo(field);
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.message()).startsWith("The " + field);
        });
    }

    @ParameterizedTest
    @CsvSource({"weightKg,1000", "weightKg,0.001", "scannedAt,2000-01-01T00:00:00Z",
            "scannedAt,2016-10-05T07:31:49-03:00",
            "scannedAt,2026-11-22T04:00:00Z", "waybill,DPK-12", "site,a.b_c-9"})
    void takesTheEdges(String field, String value) {
        assertThat(rules.check(with(field, value), NOON)).isInstanceOf(Accepted.class);
    }

    @Test
    void countsTheArrivalWhereTheClockIsAhead() {
        var ahead = at(ScanType.ARRIVED, 3600);
        assertThat(rules.effectiveAt(ahead, NOON, null)).isEqualTo(NOON);
        assertThat(rules.flags(ahead, NOON, null)).containsExactly(ScanFlag.CLOCK_AHEAD);
        assertThat(rules.flags(at(ScanType.ARRIVED, 300), NOON, null)).isEmpty();
    }

    @Test
    void countsTheArrivalWhereTheClockIsBehindWhatIsKnown() {
        var arrived = new Progress.Point(NOON.minusSeconds(3600), ScanType.ARRIVED, "H4401");
        var yesterday = at(ScanType.DEPARTED, -86_400);
        assertThat(rules.effectiveAt(yesterday, NOON, arrived)).isEqualTo(NOON);
        assertThat(rules.flags(yesterday, NOON, arrived)).containsExactly(ScanFlag.CLOCK_BEHIND);
        assertThat(rules.flags(at(ScanType.SIGNED, -365 * 86_400), NOON, arrived))
                .containsExactly(ScanFlag.CLOCK_BEHIND);
        var elsewhere = new Progress.Point(NOON.minusSeconds(3600), ScanType.ARRIVED, "H5101");
        assertThat(rules.effectiveAt(yesterday, NOON, elsewhere)).as("a late upload from the stop before")
                .isEqualTo(yesterday.scannedAt());
        var left = new Progress.Point(NOON.minusSeconds(3600), ScanType.DEPARTED, "H4401");
        assertThat(rules.effectiveAt(at(ScanType.ARRIVED, -7200), NOON, left)).as("a late upload of the arrival")
                .isEqualTo(NOON.minusSeconds(7200));
    }

    @Test
    void flagsLateHistoricAndOutOfOrder() {
        assertThat(rules.flags(at(ScanType.ARRIVED, -1801), NOON, null)).containsExactly(ScanFlag.LATE_UPLOAD);
        assertThat(rules.flags(at(ScanType.ARRIVED, -1800), NOON, null)).isEmpty();
        assertThat(rules.flags(at(ScanType.ARRIVED, -15 * 86_400 - 1), NOON, null)).containsExactly(ScanFlag.HISTORIC);
        var known = new Progress.Point(NOON, ScanType.DEPARTED, "H4401");
        assertThat(rules.flags(at(ScanType.ARRIVED, -60), NOON, known)).containsExactly(ScanFlag.OUT_OF_ORDER);
    }

    private static Scan at(ScanType type, long seconds) {
        return Scan.of("YT6247854916511", type, NOON.plusSeconds(seconds), "H4401");
    }

    @Test
    void knowsADuplicateByWhatItSays() {
        var scan = Scan.of("YT6247854916511", ScanType.ARRIVED, NOON, "H4401");
        assertThat(scan.to("H5101").identity()).isEqualTo(scan.identity());
        assertThat(Scan.of("YT6247854916511", ScanType.ARRIVED, NOON, "H4402").identity())
                .isNotEqualTo(scan.identity());
    }

    private static ScanFields with(String field, @Nullable String value) {
        return new ScanFields(
                field.equals("waybill") ? value : "YT6247854916511",
                field.equals("type") ? value : "ARRIVED",
                field.equals("scannedAt") ? value : "2026-11-21T03:00:00Z",
                field.equals("site") ? value : "H4401",
                field.equals("promisedAt") ? value : null,
                field.equals("nextSite") ? value : null,
                field.equals("device") ? value : null,
                null,
                null,
                field.equals("weightKg") ? value : null,
                null,
                null);
    }
}
