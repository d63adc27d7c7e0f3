package io.waypost.app.bot;

import io.waypost.app.bot.BotDesk.BotReceptionView;
import io.waypost.app.bot.BotDesk.BotReplay;
import io.waypost.app.bot.BotDesk.BotSessionView;
import io.waypost.app.bot.BotDesk.BotTry;
import io.waypost.app.bot.BotNumbers.BotNumbersView;
import io.waypost.app.bot.BotSession.EndKind;
import io.waypost.app.kernel.Page;
import io.waypost.core.contact.ContactChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bot")
class BotController {

    private final BotDesk desk;
    private final BotNumbers numbers;

    BotController(BotDesk desk, BotNumbers numbers) {
        this.desk = desk;
        this.numbers = numbers;
    }

    /** Whether the bot receives on a desk's channel; {@code version} as it was read, 0 for one that nobody has set. */
    record ReceptionChange(@Nullable @Size(max = 40) String unit, @NotNull Boolean active,
            @NotNull @Min(0) Long version) {}

    /** A message to be tried. */
    record TryMessage(@NotBlank @Size(max = 1000) String text) {}

    @GetMapping("/receptions")
    List<BotReceptionView> receptions() {
        return desk.receptions();
    }

    @PutMapping("/receptions/{channel}")
    List<BotReceptionView> change(@PathVariable ContactChannel channel, @RequestBody @Valid ReceptionChange body) {
        return desk.change(body.unit(), channel, body.active(), body.version());
    }

    @GetMapping("/sessions")
    Page<BotSessionView> sessions(@RequestParam(required = false) @Nullable EndKind end,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return desk.sessions(end, cursor, limit);
    }

    @GetMapping("/sessions/{id}")
    BotReplay session(@PathVariable UUID id) {
        return desk.replay(id);
    }

    /** How the bot did in the last days, by what customers came about and by channel. */
    @GetMapping("/numbers")
    BotNumbersView numbers(@RequestParam(defaultValue = "7") @Min(1) @Max(90) int days) {
        return numbers.of(days);
    }

    /** What the bot understands a message to mean; nothing is kept. */
    @PostMapping("/try")
    BotTry tryOut(@RequestBody @Valid TryMessage body) {
        return desk.tryOut(body.text());
    }
}
