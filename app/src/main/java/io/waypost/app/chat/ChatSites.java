package io.waypost.app.chat;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sites. Until somebody adds one of that key there is a packaged one, {@code waypost}: the platform's own pages, answered by the
 * headquarters' desk.
 */
@Service
class ChatSites {

    static final String OWN = "waypost";
    private static final String WELCOME = "您好，请问有什么可以帮您？发来运单号，我们查得更快。";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final ChatSiteStore store;
    private final Network network;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    /** All origins of active sites, for the edge's threads, which may not wait. */
    private volatile Set<String> origins = Set.of();

    ChatSites(ChatSiteStore store, Network network, AuditTrail audit, TransactionTemplate transaction) {
        this.store = store;
        this.network = network;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The active site of that key, whoever asks. */
    Optional<ChatSite> active(String key) {
        return Acting
                .as(new Actor.Internal("chat"),
                        () -> Objects.requireNonNull(transaction.execute(_ -> store.find(key))))
                .or(() -> packaged(key)).filter(ChatSite::active);
    }

    private Optional<ChatSite> packaged(String key) {
        return key.equals(OWN)
                ? network.headquarters()
                        .map(unit -> new ChatSite(OWN, "驿路", unit.code(), unit.path(), List.of(), WELCOME, true, 0))
                : Optional.empty();
    }

    /** Those within the caller's reach. */
    List<ChatSite> all() {
        return Objects.requireNonNull(transaction.execute(_ -> store.all()));
    }

    ChatSite add(ChatSite site) {
        var checked = checked(site);
        transaction.executeWithoutResult(_ -> {
            if (!store.add(checked)) {
                throw Refusal.conflict("SITE_EXISTS", "There is a site %s already.".formatted(site.key()));
            }
            audit.record("SITE_ADDED", "SITE", site.key(), checked.unitPath(), Map.of("origins", site.origins()));
        });
        refresh();
        return active(site.key()).orElse(checked);
    }

    ChatSite change(ChatSite site) {
        var checked = checked(site);
        transaction.executeWithoutResult(_ -> {
            if (store.find(site.key()).isEmpty()) {
                throw Refusal.notFound("site", site.key());
            }
            if (!store.change(checked)) {
                throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this site; look at it again.");
            }
            audit.record("SITE_CHANGED", "SITE", site.key(), checked.unitPath(),
                    Map.of("origins", site.origins(), "active", site.active()));
        });
        refresh();
        return Objects.requireNonNull(transaction.execute(_ -> store.find(site.key()).orElseThrow()));
    }

    private ChatSite checked(ChatSite site) {
        if (!KEY.matcher(site.key()).matches()) {
            throw Refusal.invalid("key", site.key(), "FORMAT",
                    "Use small letters, digits and hyphens, such as shop-a.");
        }
        for (var origin : site.origins()) {
            if (!origin(origin)) {
                throw Refusal.invalid("origins", origin, "FORMAT",
                        "Name an origin such as https://shop.example, without a path.");
            }
        }
        var unit = network.reached(site.unitCode());
        return new ChatSite(site.key(), site.name(), unit.code(), unit.path(), site.origins(), site.welcome(),
                site.active(),
                site.version());
    }

    private static boolean origin(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawUserInfo() == null && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    /** Whether pages of that origin use one of the sites. */
    boolean knows(String origin) {
        return origins.contains(origin);
    }

    /** ChatSites changed on another node are known within some seconds. */
    @Scheduled(fixedDelayString = "PT5S")
    void refresh() {
        origins = Acting
                .as(new Actor.Internal("chat"),
                        () -> Objects.requireNonNull(transaction.execute(_ -> store.all())))
                .stream().filter(ChatSite::active).flatMap(site -> site.origins().stream()).collect(Collectors.toSet());
    }
}
