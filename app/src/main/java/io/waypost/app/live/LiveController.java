package io.waypost.app.live;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waypost.app.kernel.Acting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /live}: server-sent events. The request's virtual thread sleeps between hints, so an idle page costs next to nothing. */
@RestController
class LiveController {

    /** How often an idle stream says that it is alive; proxies cut what is silent for a minute. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** A stream ends after this time and the page comes again, with what it may see now. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final LiveHub hub;
    private final JsonMapper json;
    private final Clock wall;

    LiveController(LiveHub hub, JsonMapper json, @Qualifier("wallClock") Clock wall) {
        this.hub = hub;
        this.json = json;
        this.wall = wall;
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(HttpServletRequest request, HttpServletResponse response) throws InterruptedException {
        var session = request.getSession(false);
        var listener = hub.join(Acting.current(), session == null ? null : session.getId());
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream(listener, response.getOutputStream());
        } catch (IOException gone) {
            // The page was closed; there is nobody left to tell.
        } finally {
            hub.leave(listener);
        }
    }

    private void stream(LiveListener listener, OutputStream out) throws IOException, InterruptedException {
        var until = wall.instant().plus(LONGEST);
        out.write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
        while (!listener.ended() && wall.instant().isBefore(until)) {
            out.flush();
            var hint = listener.next(HEARTBEAT);
            if (!listener.ended()) {
                out.write(frame(hint));
            }
        }
        out.flush();
    }

    private byte[] frame(@Nullable LiveHint hint) {
        return hint == null
                ? ALIVE
                : "event: %s\ndata: %s\n\n".formatted(hint.topic(), json.writeValueAsString(hint.data()))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
