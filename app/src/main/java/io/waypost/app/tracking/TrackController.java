package io.waypost.app.tracking;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.tracking.Tracking.Track;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrackController {

    private final Tracking tracking;

    TrackController(Tracking tracking) {
        this.tracking = tracking;
    }

    /** Posted, so that neither number nor digits stand in an address or a log. */
    @PostMapping("/api/v1/public/track")
    ResponseEntity<Track> track(@RequestBody Question question, HttpServletRequest request) {
        var waybill = question.waybill() == null ? "" : question.waybill().strip();
        var digits = question.phoneLast4() == null ? "" : question.phoneLast4().strip();
        if (waybill.isEmpty() || waybill.length() > 40) {
            throw Refusal.invalid("waybill", null, "MISSING", "Type the number of the waybill.");
        }
        if (!digits.matches("[0-9]{4}")) {
            throw Refusal.invalid("phoneLast4", null, "FORMAT", "Type the last four digits of the phone number.");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(tracking.track(request.getRemoteAddr(), waybill, digits));
    }

    record Question(@Nullable String waybill, @Nullable String phoneLast4) {}
}
