package io.waypost.app.scan;

import io.waypost.core.scan.Codes;
import io.waypost.core.scan.ScanFields;
import io.waypost.core.tracking.Kuaidi100;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Kuaidi100 (快递100) pushes: form fields {@code sign} and {@code param}. Each push repeats the whole timeline. */
@Component
class Kuaidi100Push {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_REMARK = 500;
    private static final String UNNAMED_SITE = "KD100";

    private final JsonMapper json;

    Kuaidi100Push(JsonMapper json) {
        this.json = json;
    }

    /** Whether the signature is the MD5 of the parameter and the salt, as the aggregator writes it. */
    static boolean signed(String sign, String param, String salt) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest((param + salt).getBytes(StandardCharsets.UTF_8));
            var expected = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, sign.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("MD5 is missing from this Java.", defect);
        }
    }

    /** The scans of a push, as fields to be checked like any others; empty if it cannot be read. */
    Optional<List<ScanFields>> read(String param) {
        try {
            var result = json.readTree(param).path("lastResult");
            var waybill = text(result, "nu");
            if (waybill == null || Codes.waybill(waybill) == null) {
                return Optional.empty();
            }
            var scans = new ArrayList<ScanFields>();
            for (var entry : result.path("data")) {
                scan(waybill, text(result, "com"), entry).ifPresent(scans::add);
            }
            return Optional.of(scans);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<ScanFields> scan(String waybill, @Nullable String carrier, JsonNode entry) {
        var context = text(entry, "context");
        var code = text(entry, "statusCode");
        return Kuaidi100.type(code == null ? text(entry, "state") : code, context)
                .map(type -> new ScanFields(waybill, type.name(), time(entry), site(entry), null, null, null, null,
                        null, null,
                        remark(context, carrier), null));
    }

    /** The aggregator names areas, not sites; an area becomes a site of that name. */
    private static String site(JsonNode entry) {
        var area = text(entry, "areaCode");
        return area != null && Codes.site(area) != null ? area : UNNAMED_SITE;
    }

    private static @Nullable String time(JsonNode entry) {
        var ftime = text(entry, "ftime");
        var local = ftime == null ? text(entry, "time") : ftime;
        try {
            return local == null ? null : LocalDateTime.parse(local, TIME).atZone(CHINA).toOffsetDateTime().toString();
        } catch (DateTimeException _) {
            return local;
        }
    }

    private static @Nullable String remark(@Nullable String context, @Nullable String carrier) {
        if (context == null) {
            return carrier;
        }
        return context.length() <= LONGEST_REMARK ? context : context.substring(0, LONGEST_REMARK);
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue().strip() : null;
    }
}
