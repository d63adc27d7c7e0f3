package io.waypost.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;

@SpringBootTest
@DisplayName("P1 Scans come in line by line")
class IntakeTest {

    private static final String GOOD = """
            {"waybill":"YT9000000%05d","type":"PICKED_UP","scannedAt":"2026-11-20T10:00:00+08:00","site":"H4401","weightKg":1.5,"x":[1]}
            """.strip();

    private final Body body;
    private final Intake intake;

    IntakeTest(Body body, Intake intake) {
        this.body = body;
        this.intake = intake;
    }

    @Test
    void aBadLineNeverCostsTheGoodOnes() throws IOException {
        var text = String.join("\n", GOOD.formatted(1), "", "{not json", "[1]", "{\"waybill\":\"YT900000000001\"}",
                GOOD.formatted(2),
                GOOD.formatted(2));
        var outcome = take(text, false);
        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.duplicates()).isEqualTo(1);
        assertThat(outcome.rejected()).extracting(Rejection::line, Rejection::field, Rejection::code).containsExactly(
                tuple(3L, "", "UNREADABLE"), tuple(4L, "", "UNREADABLE"),
                tuple(5L, "type", "MISSING"));
    }

    @Test
    void anArrayIsTakenUpToItsBreak() throws IOException {
        var outcome = take(" [" + GOOD.formatted(11) + ", 7," + GOOD.formatted(12) + ",{\"way", false);
        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejected()).extracting(Rejection::line).containsExactly(2L, 4L);
        assertThat(take("[]", false).accepted()).isZero();
        assertThat(take("", false).rejected()).isEmpty();
    }

    @Test
    void gzipIsUnpackedAndABombIsRefused() throws IOException {
        assertThat(take(GOOD.formatted(21), true).accepted()).isEqualTo(1);
        assertThatThrownBy(() -> take(" ".repeat(Body.MOST_BYTES + 1), true)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("TOO_LARGE"));
        var broken = new MockHttpServletRequest();
        broken.setContent(GOOD.getBytes(StandardCharsets.UTF_8));
        broken.addHeader("Content-Encoding", "gzip");
        assertThatThrownBy(() -> body.lines(broken)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("NOT_GZIP"));
    }

    @Test
    void tooManyLinesTakeNothing() {
        assertThatThrownBy(() -> take((GOOD + "\n").repeat(Body.MOST_LINES + 1), false)).isInstanceOfSatisfying(
                Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("TOO_MANY_LINES"));
    }

    @Test
    void aSenderSpeaksForItsOwnSitesOnly() throws IOException {
        var request = request(GOOD.formatted(31) + "\n" + GOOD.formatted(32).replace("H4401", "H1101"), false);
        var outcome = intake.takeScans(body.lines(request), "partner", new Scope("/HQ/R01/"));
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(1);
            assertThat(rejection.code()).isEqualTo("SITE_OUT_OF_SCOPE");
        });
    }

    @Test
    void registrationsAreTakenTheSameWay() throws IOException {
        var text = """
                [{"waybill":"YT900000000041","recipient":{"name":"李四","phone":"13900000041","divisionCode":"510107"}},
                 {"waybill":"YT900000000042","recipient":{"phone":"139000000411390000004113900000041"}}]
                """;
        var outcome = intake.register(body.lines(request(text, false)), Scope.EVERYTHING);
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejected()).extracting(Rejection::field).containsExactly("recipient.phone");
        assertThat(intake.register(body.lines(request(text, false)), Scope.EVERYTHING).duplicates()).isEqualTo(1);
    }

    @Test
    void nobodyRegistersAnewWhatIsOthers() throws IOException {
        var south = "{\"waybill\":\"YT900000000051\",\"originSite\":\"H4401\",\"destinationSite\":\"H4401\"}";
        var north = south.replace("H4401", "H1101");
        assertThat(intake.register(body.lines(request(south, false)), Scope.EVERYTHING).accepted()).isEqualTo(1);
        assertThat(intake.register(body.lines(request(north, false)), new Scope("/HQ/R01/")).rejected())
                .singleElement().satisfies(rejection -> {
                    assertThat(rejection.code()).isEqualTo("WAYBILL_OUT_OF_SCOPE");
                    assertThat(rejection.value()).isEqualTo("YT900000000051");
                });
        assertThat(intake.register(body.lines(request(south, false)), new Scope("/HQ/R05/")).duplicates())
                .isEqualTo(1);
    }

    private Intake.Outcome take(String text, boolean packed) throws IOException {
        return intake.takeScans(body.lines(request(text, packed)), "test", Scope.EVERYTHING);
    }

    private static MockHttpServletRequest request(String text, boolean packed) throws IOException {
        var request = new MockHttpServletRequest();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (packed) {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            bytes = out.toByteArray();
            request.addHeader("Content-Encoding", "gzip");
        }
        request.setContent(bytes);
        return request;
    }
}
