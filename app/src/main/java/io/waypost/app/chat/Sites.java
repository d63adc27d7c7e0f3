package io.waypost.app.chat;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
class Sites {

    static final String OWN = "waypost";
    private static final String WELCOME = "您好，请问有什么可以帮您？发来运单号，我们查得更快。";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final SiteStore store;
    private final Network network;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    /** All origins of active sites, for the edge's threads, which may not wait. */
    private volatile Set<String> origins = Set.of();

    Sites(SiteStore store, Network network, AuditTrail audit, TransactionTemplate transaction) {
        this.store = store;
        this.network = network;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The active site of that key, whoever asks. */
    Optional<Site> active(String key) {
        return Acting.as(new Actor.Internal("chat"), () -> java.util.Objects.requireNonNull(transaction.execute(_ -> store.find(key))))
                .or(() -> packaged(key)).filter(Site::active);
    }

    private Optional<Site> packaged(String key) {
        return key.equals(OWN)
                ? network.headquarters().map(unit -> new Site(OWN, "驿路", unit.code(), unit.path(), List.of(), WELCOME, true, 0))
                : Optional.empty();
    }

    /** Those within the caller's reach. */
    List<Site> all() {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> store.all()));
    }

    Site add(Site site) {
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

    Site change(Site site) {
        var checked = checked(site);
        transaction.executeWithoutResult(_ -> {
            store.find(site.key()).orElseThrow(() -> Refusal.notFound("site", site.key()));
            if (!store.change(checked)) {
                throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this site; look at it again.");
            }
            audit.record("SITE_CHANGED", "SITE", site.key(), checked.unitPath(),
                    Map.of("origins", site.origins(), "active", site.active()));
        });
        refresh();
        return java.util.Objects.requireNonNull(transaction.execute(_ -> store.find(site.key()).orElseThrow()));
    }

    private Site checked(Site site) {
        if (!KEY.matcher(site.key()).matches()) {
            throw Refusal.invalid("key", site.key(), "FORMAT", "Use small letters, digits and hyphens, such as shop-a.");
        }
        for (var origin : site.origins()) {
            if (!origin(origin)) {
                throw Refusal.invalid("origins", origin, "FORMAT", "Name an origin such as https://shop.example, without a path.");
            }
        }
        var unit = network.reached(site.unitCode());
        return new Site(site.key(), site.name(), unit.code(), unit.path(), site.origins(), site.welcome(), site.active(),
                site.version());
    }

    private static boolean origin(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawUserInfo() == null && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (java.net.URISyntaxException notOne) {
            return false;
        }
    }

    /** Whether pages of that origin use one of the sites. */
    boolean knows(String origin) {
        return origins.contains(origin);
    }

    /** Sites changed on another node are known within some seconds. */
    @Scheduled(fixedDelayString = "PT5S")
    void refresh() {
        origins = Acting.as(new Actor.Internal("chat"), () -> java.util.Objects.requireNonNull(transaction.execute(_ -> store.all())))
                .stream().filter(Site::active).flatMap(site -> site.origins().stream()).collect(Collectors.toSet());
    }
}
