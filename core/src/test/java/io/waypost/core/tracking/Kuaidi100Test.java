package io.waypost.core.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P1 Kuaidi100's states are understood")
class Kuaidi100Test {

    @ParameterizedTest
    @CsvSource({
            "1,PICKED_UP", "2,PROBLEM", "3,SIGNED", "4,RETURN_SIGNED", "5,OUT_FOR_DELIVERY", "6,RETURN_STARTED",
            "7,FORWARDED",
            "8,CUSTOMS_IN", "10,CUSTOMS_PENDING", "11,CUSTOMS_IN", "12,CUSTOMS_RELEASED", "13,CUSTOMS_FAILED",
            "14,REJECTED",
            "101,ORDER_CREATED", "102,PICKUP_ASSIGNED", "103,PICKED_UP", "1001,ARRIVED", "1002,DEPARTED",
            "1003,FORWARDED",
            "501,STATION_IN", "301,SIGNED", "302,SIGNED", "303,SIGNED", "304,STATION_SIGNED", "401,INTERCEPTED",
            "203,REJECTED",
            "204,SIGN_FAILED", "206,PROBLEM", "207,PROBLEM", "208,DETAINED", "209,PROBLEM", "210,INTERCEPTED",
    })
    void namesAScan(String code, ScanType type) {
        assertThat(Kuaidi100.type(code, "")).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"201", "202", "205", "999", "x"})
    void doesNotTakeTheAggregatorsOwnWorriesForScans(String code) {
        assertThat(Kuaidi100.type(code, "快件超时未更新")).isEmpty();
    }

    @Test
    void readsTheDirectionFromTheText() {
        assertThat(Kuaidi100.type("0", "【深圳转运中心】已发出 下一站【成都转运中心】")).contains(ScanType.DEPARTED);
        assertThat(Kuaidi100.type("0", "【成都转运中心公司】已收入")).contains(ScanType.ARRIVED);
        assertThat(Kuaidi100.type(null, "快件已揽收")).contains(ScanType.PICKED_UP);
    }
}
