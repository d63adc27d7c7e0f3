package io.waypost.app.system;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.WaypostSettings;
import io.waypost.app.kernel.WaypostSettings.Mode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {

    private final WaypostSettings settings;
    private final BusinessClock clock;
    private final Setup setup;
    private final WarmUp warmUp;

    SystemController(WaypostSettings settings, BusinessClock clock, Setup setup, WarmUp warmUp) {
        this.settings = settings;
        this.clock = clock;
        this.setup = setup;
        this.warmUp = warmUp;
    }

    record Reached(Instant from, Instant to, Instant reached) {}

    record View(String name, String version, Mode mode, boolean setupRequired, Instant now, double speed,
            @Nullable Reached warmUp, @Nullable String hotline) {}

    record First(@NotNull String code, @NotNull String username, @NotNull String name, @NotNull String password) {}

    @GetMapping("/api/v1/system")
    View system() {
        var now = clock.instant();
        var reached = warmUp.current()
                .map(span -> new Reached(span.from(), span.to(), now.isAfter(span.to()) ? span.to() : now))
                .orElse(null);
        return new View("Waypost", version(), settings.mode(), setup.required(), now, clock.speed(), reached,
                settings.hotline() == null || settings.hotline().isBlank() ? null : settings.hotline().strip());
    }

    @PostMapping("/api/v1/setup")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setUp(@RequestBody @Valid First first) {
        switch (setup.first(first)) {
            case DONE -> {
            }
            case NOT_REQUIRED -> throw Refusal.conflict("SETUP_DONE", "Somebody has an account already.");
            case WRONG_CODE -> throw Refusal.forbidden("WRONG_CODE", "The code stands in the log of the last start.");
        }
    }

    private static String version() {
        var version = SystemController.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
