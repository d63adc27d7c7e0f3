package io.waypost.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public API with a partner key.
 *
 * <p>Safe for threads. Calls block; intake calls are idempotent on the server and are tried again after 429, 5xx and
 * lost connections as the {@link RetryPolicy} says. Every call may throw {@link ApiException} when the server says no,
 * and {@link ServerUnreachable} when it does not answer.
 */
public final class WaypostClient implements AutoCloseable {

    /** The most lines that one intake call may carry; longer lists are cut. */
    public static final int MAX_BATCH = 10_000;

    private static final String NDJSON = "application/x-ndjson";

    private static final String JSON = "application/json";

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Http http;

    /** A client of the server at this address, such as {@code http://localhost:8080}. */
    public WaypostClient(URI server, String key, RetryPolicy retries) {
        this.http = new Http(server, key, retries, json);
    }

    /** Sends scans, in batches. */
    public Receipt sendScans(List<Scan> scans) {
        return sendLines("scans", scans.stream().map(json::writeValueAsString).toList());
    }

    /** Sends scans that are JSON already, a line each, in batches; the server judges each line by itself. */
    public Receipt sendScanLines(List<String> lines) {
        return sendLines("scans", lines);
    }

    /** Registers parcels, in batches. */
    public Receipt sendParcels(List<Parcel> parcels) {
        return sendLines("parcels", parcels.stream().map(json::writeValueAsString).toList());
    }

    /** Imports the organisation tree from CSV. */
    public ImportReport importNetwork(byte[] csv, boolean dryRun) {
        return upload("network/import?dryRun=" + dryRun, "network.csv", csv);
    }

    /** Imports the register of scanners from CSV. */
    public ImportReport importDevices(byte[] csv, boolean dryRun) {
        return upload("devices/import?dryRun=" + dryRun, "devices.csv", csv);
    }

    /** Imports people and their duties from CSV. */
    public ImportReport importPeople(byte[] csv, boolean dryRun) {
        return upload("people/import?dryRun=" + dryRun, "people.csv", csv);
    }

    /** Whether the organisation tree has a unit of this code within the key's scope. */
    public boolean hasUnit(String code) {
        try {
            http.call("GET", "network/units/" + encode(code), null, Http.Repeat.ALWAYS);
            return true;
        } catch (ApiException e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    /** A page of all tickets in the key's scope in this phase of their life, such as {@code UNIT}, by due time. */
    public Ticket.Page tickets(String phase, @Nullable String cursor) {
        String path = "tickets?view=all&limit=200&phase=" + encode(phase)
                + (cursor == null ? "" : "&cursor=" + encode(cursor));
        return json.readValue(http.call("GET", path, null, Http.Repeat.ALWAYS), Ticket.Page.class);
    }

    /** Answers a ticket; the version makes a second try harmless. */
    public void answer(String ticketId, Answer answer) {
        http.call("POST", "tickets/" + encode(ticketId) + "/answer", body(answer), Http.Repeat.WHEN_REFUSED);
    }

    /** Closes a ticket for one of the API's reasons; the version makes a second try harmless. */
    public void close(String ticketId, String reason, String note, int version) {
        http.call("POST", "tickets/" + encode(ticketId) + "/close",
                body(Map.of("reason", reason, "note", note, "version", version)), Http.Repeat.WHEN_REFUSED);
    }

    /** Opens a ticket, or joins the open one of the same parcel and matter; the fields are those of the API. */
    public void openTicket(Map<String, Object> ticket) {
        http.call("POST", "tickets", body(ticket), Http.Repeat.WHEN_REFUSED);
    }

    /** Takes a step of the API with a ticket, such as {@code dispatch}; the version in the fields makes a second try harmless. */
    public void step(String ticketId, String step, Map<String, Object> fields) {
        http.call("POST", "tickets/" + encode(ticketId) + "/" + encode(step), body(fields), Http.Repeat.WHEN_REFUSED);
    }

    /** Takes in an appeal that the postal authority passed on; the same number is taken once. */
    public void receiveAppeal(Map<String, Object> appeal) {
        http.call("POST", "appeals", body(appeal), Http.Repeat.WHEN_REFUSED);
    }

    /** The appeals in the key's scope that are due first. */
    public Appeal.Page appeals() {
        return json.readValue(http.call("GET", "appeals?limit=100", null, Http.Repeat.ALWAYS), Appeal.Page.class);
    }

    /** Takes a step of the API with an appeal, such as {@code investigate}. */
    public void stepAppeal(String appealId, String step, Map<String, Object> fields) {
        http.call("POST", "appeals/" + encode(appealId) + "/" + encode(step), body(fields), Http.Repeat.WHEN_REFUSED);
    }

    /** Announces a closure. */
    public void announce(Closure closure) {
        http.call("POST", "network/closures", body(closure), Http.Repeat.WHEN_REFUSED);
    }

    /** What the server says about itself. */
    public ServerState state() {
        return json.readValue(http.call("GET", "system", null, Http.Repeat.ALWAYS), ServerState.class);
    }

    /** Moves the demo clock to an instant, and returns when all work due up to then is done. */
    public ServerState.ClockState advanceClock(Instant to) {
        return clock(json.createObjectNode().put("advanceTo", to.toString()));
    }

    /** Lets the demo clock run at this multiple of real time; 0 stops it. */
    public ServerState.ClockState setSpeed(double speed) {
        return clock(json.createObjectNode().put("speed", speed));
    }

    /** Tells the server that the time between the two instants is being played as a warm-up. */
    public ServerState.ClockState beginWarmUp(Instant from, Instant to) {
        ObjectNode change = json.createObjectNode();
        change.putObject("warmUp").put("from", from.toString()).put("to", to.toString());
        return clock(change);
    }

    /** Tells the server that the warm-up is over. */
    public ServerState.ClockState endWarmUp() {
        return clock(json.createObjectNode().putNull("warmUp"));
    }

    private ServerState.ClockState clock(ObjectNode change) {
        Http.Body body = new Http.Body(json.writeValueAsBytes(change), JSON);
        return json.readValue(http.call("PUT", "demo/clock", body, Http.Repeat.ALWAYS), ServerState.ClockState.class);
    }

    private Receipt sendLines(String path, List<String> lines) {
        Receipt total = Receipt.NONE;
        for (int from = 0; from < lines.size(); from += MAX_BATCH) {
            List<String> batch = lines.subList(from, Math.min(from + MAX_BATCH, lines.size()));
            byte[] text = (String.join("\n", batch) + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] answer = http.call("POST", path, Http.Body.gzip(text, NDJSON), Http.Repeat.ALWAYS);
            total = total.plus(json.readValue(answer, Receipt.class), from);
        }
        return total;
    }

    private ImportReport upload(String path, String fileName, byte[] file) {
        String boundary = "waypost-" + UUID.randomUUID();
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 512);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Http.Body body = new Http.Body(out.toByteArray(), "multipart/form-data; boundary=" + boundary);
        return json.readValue(http.call("POST", path, body, Http.Repeat.ALWAYS), ImportReport.class);
    }

    private Http.Body body(Object value) {
        return new Http.Body(json.writeValueAsBytes(value), JSON);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
