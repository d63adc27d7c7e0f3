package io.waypost.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P2 The status follows from the scans, in whatever order they come")
class ProgressTest {

    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
            "ORDER_CREATED,CREATED", "PICKED_UP,IN_TRANSIT", "DEPARTED,IN_TRANSIT", "ARRIVED,IN_TRANSIT",
            "OVERSEA_OUT,IN_TRANSIT",
            "OUT_FOR_DELIVERY,OUT_FOR_DELIVERY", "STATION_OUT_COURIER,OUT_FOR_DELIVERY", "STATION_IN,AT_STATION",
            "SIGNED,SIGNED", "STATION_SIGNED,SIGNED", "SIGN_FAILED,PROBLEM", "PROBLEM,PROBLEM", "REJECTED,PROBLEM",
            "RETURN_STARTED,RETURNING", "RETURN_SIGNED,RETURNED", "CUSTOMS_IN,CUSTOMS", "CUSTOMS_RELEASED,IN_TRANSIT",
            "CALL_MADE,CREATED",
    })
    void followsFromOneScan(ScanType type, ParcelStatus status) {
        assertThat(Progress.NONE.with(type, START, "A").status()).isEqualTo(status);
    }

    @Test
    void staysOnTheWayBackUntilItIsBack() {
        var turned = Progress.NONE.with(ScanType.RETURN_STARTED, START, "A");
        var moving = turned.with(ScanType.DEPARTED, START.plusSeconds(60), "A");
        assertThat(moving.status()).isEqualTo(ParcelStatus.RETURNING);
        assertThat(moving.with(ScanType.SIGNED, START.plusSeconds(90), "B").status()).isEqualTo(ParcelStatus.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesNotDependOnTheOrderOfArrival(long seed) {
        var random = new Random(seed);
        var types = List.of(ScanType.values());
        var scans = new ArrayList<Progress.Point>();
        for (int i = 0; i < 20; i++) {
            var type = types.get(random.nextInt(types.size()));
            scans.add(new Progress.Point(START.plusSeconds(random.nextInt(10)), type, "S" + random.nextInt(3)));
        }
        var expected = fold(scans);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(scans, random);
            assertThat(fold(scans)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Progress fold(List<Progress.Point> scans) {
        var progress = Progress.NONE;
        for (var scan : scans) {
            progress = progress.with(scan.type(), scan.at(), scan.site());
        }
        return progress;
    }
}
