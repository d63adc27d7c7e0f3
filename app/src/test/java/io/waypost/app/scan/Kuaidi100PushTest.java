package io.waypost.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.Checked.Accepted;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("P1 Kuaidi100's pushes are understood")
class Kuaidi100PushTest {

    private static final String PARAM = """
            {"status":"polling","lastResult":{"state":"0","com":"yuantong","nu":"YT6247854916511","data":[
             {"context":"【深圳转运中心】已发出 下一站【成都转运中心】","time":"2026-11-20 10:00:00","ftime":"2026-11-20 10:00:00",
              "status":"干线","statusCode":"1002","areaCode":"CN440300000000"},
             {"context":"快件超时未更新","time":"2026-11-20 09:00:00","statusCode":"202"},
             {"context":"已揽收","time":"2026-11-19 18:30:00","statusCode":"103"}]}}
            """;

    private final Kuaidi100Push push = new Kuaidi100Push(JsonMapper.builder().build());

    @Test
    void readsTheTimelineAndLeavesOutWhatIsNoScan() {
        var scans = push.read(PARAM).orElseThrow();
        var rules = new ScanRules(ScanPolicy.defaults());
        var now = Instant.parse("2026-11-20T04:00:00Z");
        assertThat(scans).hasSize(2);
        assertThat(rules.check(scans.getFirst(), now)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.scan()).extracting(Scan::waybill, Scan::type, Scan::site, Scan::scannedAt)
                    .containsExactly(
                            "YT6247854916511", ScanType.DEPARTED, "CN440300000000",
                            Instant.parse("2026-11-20T02:00:00Z"));
        });
        assertThat(rules.check(scans.getLast(), now)).isInstanceOfSatisfying(Accepted.class,
                accepted -> assertThat(accepted.scan().site()).isEqualTo("KD100"));
    }

    @Test
    void knowsTheAggregatorsSignature() {
        // MD5 of "{}salt", made by another program.
        assertThat(Kuaidi100Push.signed("2a94a1dd9b0d0bd5c4b1f2ad4fc0e8c5", "{}", "salt")).isFalse();
        assertThat(Kuaidi100Push.signed("4DF345D41BAFC8E489CC9C94112F002A", "{}", "salt")).isTrue();
        assertThat(Kuaidi100Push.signed("4DF345D41BAFC8E489CC9C94112F002A", "{}", "pepper")).isFalse();
    }

    @Test
    void readsNothingFromNonsense() {
        assertThat(push.read("not json")).isEmpty();
        assertThat(push.read("{}")).isEmpty();
        assertThat(push.read("{\"lastResult\":{\"nu\":\"x\"}}")).isEmpty();
    }
}
