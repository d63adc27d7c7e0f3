package io.waypost.app.tracking;

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
        var asked = Asked.of(question.waybill(), question.phoneLast4());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(tracking.track(request.getRemoteAddr(), asked.waybill(), asked.digits()));
    }

    record Question(@Nullable String waybill, @Nullable String phoneLast4) {}
}
