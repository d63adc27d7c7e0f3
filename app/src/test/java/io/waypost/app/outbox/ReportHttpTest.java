package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.TimedSignature;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(properties = {"waypost.outbox.http.cloud.endpoint=http://127.0.0.1:9/",
        "waypost.outbox.http.cloud.key-id=k",
        "waypost.outbox.http.cloud.secret=s", "waypost.outbox.http.cloud.report-secret=" + ReportHttpTest.SECRET,
        "waypost.outbox.http.cloud.sign-name=x", "waypost.outbox.http.cloud.templates[*]=SMS_1"})
@AutoConfigureMockMvc
@DisplayName("O1 providers' reports and replies come in signed, and nonsense does no harm")
class ReportHttpTest {

    static final String SECRET = "report-secret";
    private static final String REPORTS = "/api/v1/partners/sms/cloud/reports";
    private static final String REPLIES = "/api/v1/partners/sms/cloud/replies";

    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final Clock wall;

    ReportHttpTest(MockMvc mvc, JdbcClient jdbc, @Qualifier("wallClock") Clock wall) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    @Test
    void aSignedReportIsKeptOnceAndAReplySaysNo() throws Exception {
        var biz = UUID.randomUUID().toString();
        var body = "[{\"biz_id\":\"%s\",\"success\":true,\"report_time\":\"2026-11-28 12:00:00\",\"x\":1}]"
                .formatted(biz);
        send(REPORTS, body).andExpect(status().isOk()).andExpect(jsonPath("$.code").value(0));
        send(REPORTS, body).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from outbox.report where provider_id = ?").param(biz).query(Integer.class)
                .single()).isOne();
        var reply = "[{\"phone_number\":\"13999990001\",\"content\":\"退订\",\"sequence_id\":%d,\"dest_code\":\"1069\"}]"
                .formatted(new Random().nextLong(Long.MAX_VALUE));
        send(REPLIES, reply).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from outbox.suppression where recipient_shown = '139****0001'")
                .query(Integer.class).single()).isOne();
    }

    @Test
    void withoutTheRightSignatureNothingIsTaken() throws Exception {
        var now = wall.instant().getEpochSecond();
        var old = wall.instant().minus(Duration.ofMinutes(6)).getEpochSecond();
        for (var headers : List.of(new String[]{"" + now, "00"}, new String[]{"", ""},
                new String[]{"" + old, TimedSignature.of(SECRET, old + ".[]")},
                new String[]{"" + now, TimedSignature.of("other", now + ".[]")},
                new String[]{"99999999999999999999", TimedSignature.of(SECRET, "99999999999999999999.[]")},
                new String[]{"" + now, "é"})) {
            mvc.perform(post(REPORTS).contentType("application/json").content("[]").header("X-Timestamp", headers[0])
                    .header("X-Signature", headers[1])).andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("BAD_SIGNATURE"));
        }
        send("/api/v1/partners/sms/nobody/reports", "[]").andExpect(status().isForbidden());
        send(REPORTS, "[]").andExpect(status().isOk());
    }

    @Test
    void nonsenseIsRefusedWithoutAFailure() throws Exception {
        var random = new Random(11);
        var pieces = List.of("[", "]", "{", "}", "\"biz_id\"", ":", ",", "\"out_id\"", "null", "true", "1e999",
                "\"\\u0000\"",
                "\"success\"", "-1", "\"phone_number\"", "\"content\"", "\"sequence_id\"", "\"13812345678\"", "\"字\"",
                "\"" + "9".repeat(400) + "\"", "[[[[");
        for (int i = 0; i < 400; i++) {
            var body = new StringBuilder(random.nextBoolean() ? "[{" : "");
            for (int j = random.nextInt(12); j >= 0; j--) {
                body.append(pieces.get(random.nextInt(pieces.size())));
            }
            body.append(random.nextBoolean() ? "}]" : "");
            var answer = send(random.nextBoolean() ? REPORTS : REPLIES, body.toString()).andReturn().getResponse();
            assertThat(answer.getStatus()).as(body.toString()).isIn(200, 400, 422);
        }
        send(REPLIES, "[{\"phone_number\":\"x\",\"content\":\"T\",\"sequence_id\":\"1\"}]")
                .andExpect(status().isUnprocessableContent());
        send(REPORTS, "[%s{}]".formatted("{},".repeat(1000))).andExpect(status().isUnprocessableContent());
    }

    private ResultActions send(String path, String body) throws Exception {
        var at = wall.instant().getEpochSecond();
        return mvc.perform(post(path).contentType("application/json").content(body.getBytes(
                java.nio.charset.StandardCharsets.UTF_8)).header("X-Timestamp", at)
                .header("X-Signature", TimedSignature.of(SECRET, at + "." + body)));
    }
}
