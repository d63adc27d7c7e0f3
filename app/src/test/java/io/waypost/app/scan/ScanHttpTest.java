package io.waypost.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayName("P1 Scans come in over a real connection")
class ScanHttpTest {

    private final Partners partners;
    private final Environment environment;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    ScanHttpTest(Partners partners, Environment environment, JsonMapper json) {
        this.partners = partners;
        this.environment = environment;
        this.json = json;
    }

    @Test
    void takesGzip() throws Exception {
        var scan = """
                {"waybill":"SH0000001","type":"PICKED_UP","scannedAt":"2026-11-20T10:00:00+08:00","site":"H4401"}
                """;
        var request = request("/api/v1/scans").header("Content-Encoding", "gzip")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(packed(scan))).build();
        assertThat(send(request).path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void takesAFileAndGivesItsErrorsBack() throws Exception {
        var file = """
                waybill,type,scannedAt,site
                SH0000002,ARRIVED,2026-11-20T10:00:00+08:00,H4401
                SH0000003,NO_SUCH,2026-11-20T10:00:00+08:00,=H4401
                """;
        var job = send(upload(file));
        var id = job.path("id").stringValue();
        assertThat(job.path("format").stringValue()).isEqualTo("CSV");
        var done = await().atMost(Duration.ofSeconds(10)).until(
                () -> send(request("/api/v1/scans/imports/" + id).GET().build()),
                shown -> shown.path("state").stringValue().equals("DONE"));
        assertThat(done.path("accepted").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        var errors = http.send(request("/api/v1/scans/imports/" + id + "/errors").GET().build(),
                BodyHandlers.ofString());
        assertThat(errors.body()).contains("line,field,value,code,message").contains("3,type,NO_SUCH,TYPE_UNKNOWN");
    }

    private HttpRequest upload(String file) {
        var boundary = UUID.randomUUID().toString();
        var body = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"扫描.csv\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(boundary, file, boundary);
        return request("/api/v1/scans/imports").header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)).build();
    }

    private HttpRequest.Builder request(String path) {
        var key = Acting.as(new Actor.Internal("test"), () -> partners.issue("partner",
                Set.of(Permission.SCANS_WRITE, Permission.SCANS_IMPORT), Organisation.HEADQUARTERS, 1000));
        return HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
                .header("Authorization", "Bearer " + key.secret());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private static byte[] packed(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
