package io.waypost.app.channel;

import io.waypost.app.channel.ChannelHealthStore.ChannelHealth;
import io.waypost.core.contact.ContactChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/channels")
class ChannelAccountController {

    private static final Duration DAY = Duration.ofDays(1);

    private final ChannelAccountDesk accounts;
    private final ChannelAdapters adapters;
    private final ChannelHealthStore health;
    private final ChannelInboundStore letters;
    private final ChannelSignal signal;
    private final TransactionTemplate transaction;
    private final Clock wall;

    ChannelAccountController(ChannelAccountDesk accounts, ChannelAdapters adapters, ChannelHealthStore health,
            ChannelInboundStore letters, ChannelSignal signal, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.accounts = accounts;
        this.adapters = adapters;
        this.health = health;
        this.letters = letters;
        this.signal = signal;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** Something that an account of a channel is set up with. */
    record ChannelFieldView(String name, boolean secret, boolean required, String example) {}

    /** An account; of its secrets only which there are; {@code trouble} says in words what is wrong with it now. */
    record ChannelAccountView(ContactChannel channel, String key, String name, String unit,
            Map<String, String> settings, Set<String> secrets, boolean active, int version, ChannelHealth health,
            @Nullable String trouble) {}

    /** A channel that others carry. */
    record ChannelView(ContactChannel channel, List<ChannelFieldView> fields, List<ChannelAccountView> accounts) {}

    record NewChannelAccount(@NotBlank String key, @NotBlank @Size(max = 60) String name, @NotBlank String unit,
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 500) String> settings,
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 500) String> secrets) {

        @Override
        public String toString() {
            return "NewChannelAccount[%s]".formatted(key);
        }
    }

    record ChangedChannelAccount(int version, @NotBlank @Size(max = 60) String name, @NotBlank String unit,
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 500) String> settings,
            @NotNull @Size(max = 30) Map<String, @NotNull @Size(max = 500) String> secrets, boolean active) {

        @Override
        public String toString() {
            return "ChangedChannelAccount[%d]".formatted(version);
        }
    }

    /** Whether an account works; if not, what to change. */
    record ChannelTrial(boolean works, @Nullable String words) {}

    /** How many letters are read once more. */
    record ReadAgain(int letters) {}

    @GetMapping
    List<ChannelView> list() {
        var all = accounts.all();
        return adapters.all().stream().map(adapter -> new ChannelView(adapter.channel(),
                adapter.fields().stream().map(field -> new ChannelFieldView(field.name(), field.secret(),
                        field.required(), field.example())).toList(),
                all.stream().filter(account -> account.channel() == adapter.channel()).map(this::view).toList()))
                .toList();
    }

    @PostMapping("/{channel}/accounts")
    ChannelAccountView add(@PathVariable ContactChannel channel, @RequestBody @Valid NewChannelAccount body) {
        return view(accounts.add(new ChannelAccount(channel, body.key().strip(), body.name().strip(), body.unit(), "",
                body.settings(), body.secrets(), true, 1)));
    }

    @PutMapping("/{channel}/accounts/{key}")
    ChannelAccountView change(@PathVariable ContactChannel channel, @PathVariable String key,
            @RequestBody @Valid ChangedChannelAccount body) {
        return view(accounts.change(new ChannelAccount(channel, key, body.name().strip(), body.unit(), "",
                body.settings(), body.secrets(), body.active(), body.version())));
    }

    @PostMapping("/{channel}/accounts/{key}/trial")
    ChannelTrial trial(@PathVariable ContactChannel channel, @PathVariable String key) {
        var account = accounts.reached(channel, key);
        var words = adapters.find(channel).orElseThrow().tryOut(account);
        return new ChannelTrial(words.isEmpty(), words.orElse(null));
    }

    @PostMapping("/{channel}/accounts/{key}/again")
    ReadAgain again(@PathVariable ContactChannel channel, @PathVariable String key) {
        var account = accounts.reached(channel, key);
        var again = transaction.execute(_ -> letters.again(account.channel(), account.key(), wall.instant()));
        signal.letter();
        return new ReadAgain(again == null ? 0 : again);
    }

    private ChannelAccountView view(ChannelAccount account) {
        var found = transaction.execute(_ -> health.of(account, wall.instant().minus(DAY)));
        return new ChannelAccountView(account.channel(), account.key(), account.name(), account.unitCode(),
                account.settings(), account.secrets().keySet(), account.active(), account.version(),
                java.util.Objects.requireNonNull(found), adapters.find(account.channel())
                        .flatMap(adapter -> adapter.trouble(account)).orElse(null));
    }
}
