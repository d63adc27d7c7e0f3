package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.Wire;
import io.waypost.core.identity.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayName("N3 a body is never longer than its route takes")
class BodyLimitHttpTest {

    private static final byte[] TOO_MUCH = " ".repeat((1 << 20) + 1).getBytes(StandardCharsets.US_ASCII);

    private final Organisation organisation;
    private final Partners partners;
    private final Wire wire;

    BodyLimitHttpTest(Organisation organisation, Partners partners, Environment environment) {
        this.organisation = organisation;
        this.partners = partners;
        this.wire = new Wire(environment);
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void whoAnnouncesTooMuchIsRefusedAtOnce() {
        var answer = post("/api/v1/session", "application/json", BodyPublishers.ofByteArray(TOO_MUCH));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"TOO_LARGE\"", "1048577", "1048576");
    }

    @Test
    void whoAnnouncesNothingIsCountedWhileSending() {
        var answer = post("/api/v1/session", "application/json", endless(TOO_MUCH));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("\"TOO_LARGE\"");
    }

    @Test
    void aFileOfUnknownLengthIsNotTaken() {
        wire.signIn(organisation.person(Role.OUTLET_CLERK, Organisation.TIANHE));
        var answer = post("/api/v1/attachments/TICKET/00000000-0000-7000-8000-000000000000",
                "multipart/form-data; boundary=x", endless("--x--".getBytes(StandardCharsets.US_ASCII)));
        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("\"LENGTH_REQUIRED\"");
    }

    @Test
    void aVisitorSendsNoMoreThanUsualWhereAPartnerMay() {
        assertThat(post("/api/v1/scans", "application/x-ndjson", BodyPublishers.ofByteArray(TOO_MUCH)).statusCode())
                .isEqualTo(413);
        var key = Acting.as(new Actor.Internal("test"), () -> partners.issue("large", Set.of(Permission.SCANS_WRITE),
                Organisation.HEADQUARTERS, 1_000));
        var answer = wire.send(wire.request("/api/v1/scans").header("Authorization", "Bearer " + key.secret())
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofByteArray(TOO_MUCH)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) {
        wire.send(wire.request("/api/v1/session").GET());
        HttpRequest.Builder request = wire.request(path).header("Content-Type", type).POST(body);
        return wire.send(request);
    }

    /** Without a length: it goes out in chunks. */
    private static BodyPublisher endless(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }
}
