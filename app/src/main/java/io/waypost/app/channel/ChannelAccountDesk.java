package io.waypost.app.channel;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.core.contact.ContactChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts, and who may change them: whoever reaches the desk that answers there. */
@Service
class ChannelAccountDesk implements ChannelAccounts {

    private static final Actor CHANNEL = new Actor.Internal("channel");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final String CHANGED = "channel-account";

    private final ChannelAccountStore store;
    private final ChannelAdapters adapters;
    private final Network network;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final TransactionTemplate transaction;

    ChannelAccountDesk(ChannelAccountStore store, ChannelAdapters adapters, Network network, AuditTrail audit,
            LiveFeed live, TransactionTemplate transaction) {
        this.store = store;
        this.adapters = adapters;
        this.network = network;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
        live.hear(CHANGED, data -> told(ContactChannel.valueOf(String.valueOf(data.get("channel")))));
    }

    @Override
    public Optional<ChannelAccount> active(ContactChannel channel, String key) {
        return whole(() -> store.find(channel, key)).filter(ChannelAccount::active);
    }

    @Override
    public List<ChannelAccount> active(ContactChannel channel) {
        return whole(store::all).stream().filter(account -> account.channel() == channel && account.active()).toList();
    }

    /** One of that key, in use or not, whoever asks. */
    Optional<ChannelAccount> any(ContactChannel channel, String key) {
        return whole(() -> store.find(channel, key));
    }

    /** Those within the caller's reach. */
    List<ChannelAccount> all() {
        return Objects.requireNonNull(transaction.execute(_ -> store.all()));
    }

    /** One within the caller's reach. */
    ChannelAccount reached(ContactChannel channel, String key) {
        return Objects.requireNonNull(transaction.execute(_ -> store.find(channel, key)))
                .orElseThrow(() -> Refusal.notFound("account", key));
    }

    ChannelAccount add(ChannelAccount asked) {
        var account = checked(asked, Map.of());
        transaction.executeWithoutResult(_ -> {
            if (!store.add(account)) {
                throw Refusal.conflict("ACCOUNT_EXISTS",
                        "There is an account %s on this channel already.".formatted(asked.key()));
            }
            audit.record("CHANNEL_ACCOUNT_ADDED", "CHANNEL_ACCOUNT", subject(account), account.unitPath(), Map.of());
        });
        tell(account.channel());
        return account;
    }

    /** Secrets that are left out stay as they were. */
    ChannelAccount change(ChannelAccount asked) {
        var before = reached(asked.channel(), asked.key());
        var account = checked(asked, before.secrets());
        transaction.executeWithoutResult(_ -> {
            if (!store.change(account)) {
                throw Refusal.conflict("CHANGED_MEANWHILE",
                        "Somebody else has changed this account; look at it again.");
            }
            audit.record("CHANNEL_ACCOUNT_CHANGED", "CHANNEL_ACCOUNT", subject(account), account.unitPath(),
                    Map.of("active", account.active(), "secrets", asked.secrets().keySet()));
        });
        tell(account.channel());
        return reached(account.channel(), account.key());
    }

    private static String subject(ChannelAccount account) {
        return account.channel() + "/" + account.key();
    }

    private ChannelAccount checked(ChannelAccount asked, Map<String, String> secretsBefore) {
        var adapter = adapters.find(asked.channel()).orElseThrow(() -> Refusal.invalid("channel", asked.channel(),
                "UNSUITABLE", "Use one of %s.".formatted(
                        adapters.all().stream().map(ChannelAdapter::channel).toList())));
        if (!KEY.matcher(asked.key()).matches()) {
            throw Refusal.invalid("key", asked.key(), "FORMAT",
                    "Use small letters, digits and hyphens, such as service-account.");
        }
        var secrets = new HashMap<>(secretsBefore);
        secrets.putAll(asked.secrets());
        var settings = new HashMap<>(asked.settings());
        settings.values().removeIf(String::isBlank);
        secrets.values().removeIf(String::isBlank);
        for (var field : adapter.fields()) {
            var values = field.secret() ? secrets : settings;
            check(field, values.getOrDefault(field.name(), ""));
        }
        known(adapter, settings.keySet(), false);
        known(adapter, secrets.keySet(), true);
        var unit = network.reached(asked.unitCode());
        return new ChannelAccount(asked.channel(), asked.key(), asked.name(), unit.code(), unit.path(), settings,
                secrets, asked.active(), asked.version());
    }

    private static void check(ChannelField field, String value) {
        if (value.isEmpty() && field.required()) {
            throw Refusal.invalid(field.name(), null, "MISSING", "Give one such as %s.".formatted(field.example()));
        }
        if (!value.isEmpty() && !field.pattern().matcher(value).matches()) {
            // A secret is not repeated in an answer.
            throw Refusal.invalid(field.name(), field.secret() ? null : value, "FORMAT",
                    "Give one such as %s.".formatted(field.example()));
        }
    }

    private static void known(ChannelAdapter adapter, java.util.Set<String> names, boolean secret) {
        for (var name : names) {
            if (adapter.fields().stream()
                    .noneMatch(field -> field.name().equals(name) && field.secret() == secret)) {
                throw Refusal.invalid(secret ? "secrets" : "settings", name, "UNKNOWN", "Use %s.".formatted(
                        adapter.fields().stream().filter(field -> field.secret() == secret).map(ChannelField::name)
                                .toList()));
            }
        }
    }

    private void tell(ContactChannel channel) {
        told(channel);
        live.tellNodes(CHANGED, Map.of("channel", channel.name()));
    }

    private void told(ContactChannel channel) {
        adapters.find(channel).ifPresent(ChannelAdapter::changed);
    }

    private <R> R whole(Supplier<R> work) {
        return Acting.as(CHANNEL,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
