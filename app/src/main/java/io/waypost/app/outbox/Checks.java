package io.waypost.app.outbox;

import io.waypost.app.outbox.ClaimStore.Claimed;
import io.waypost.app.outbox.ClaimStore.Fate;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageState;
import io.waypost.core.outbox.Suppression;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a claimed message does not leave now: it is too old, unwanted, at night, or one too many. */
@Component
class Checks {

    private final ClaimStore claims;
    private final SuppressionStore suppressions;
    private final Providers providers;
    private final OutboxSettings settings;

    Checks(ClaimStore claims, SuppressionStore suppressions, Providers providers, OutboxSettings settings) {
        this.claims = claims;
        this.suppressions = suppressions;
        this.providers = providers;
        this.settings = settings;
    }

    /** What the tables say about a batch: who is on the suppression list, and how many messages recipients have had today. */
    record Known(Map<UUID, Suppression> suppressed, Map<String, Integer> today) {}

    /** Looks the batch up; needs a transaction. */
    Known load(Channel channel, List<Claimed> batch, Instant now) {
        var limited = batch.stream().filter(each -> limited(channel, each)).toList();
        var dayStart = now.atZone(settings.zone()).toLocalDate().atStartOfDay(settings.zone()).toInstant();
        return new Known(suppressions.of(channel, batch),
                limited.isEmpty() ? new HashMap<>() : claims.today(channel, limited, dayStart));
    }

    /** Why the message does not leave now; empty where it does, which then counts. */
    Optional<Fate> held(Claimed claimed, Known known, Instant now) {
        if (claimed.expiresAt() != null && !claimed.expiresAt().isAfter(now)) {
            return Optional.of(ended(claimed, MessageState.EXPIRED, "EXPIRED"));
        }
        var reason = known.suppressed().get(claimed.id());
        if (reason != null && reason.holds(claimed.letter().kind())) {
            return Optional.of(ended(claimed, MessageState.SUPPRESSED, reason.name()));
        }
        var zone = claimed.zone() == null ? settings.zone() : claimed.zone();
        var leaves = settings.quietHours().earliest(claimed.letter().kind(), now, zone);
        if (leaves.isAfter(now)) {
            return Optional.of(later(claimed, leaves, "QUIET_HOURS"));
        }
        if (overDay(claimed, known)) {
            return Optional.of(later(claimed, nextDay(claimed, now, zone), "RECIPIENT_LIMIT"));
        }
        var wait = providers.templateWait(claimed.letter().template(), now);
        return wait.map(duration -> later(claimed, now.plus(duration), "TEMPLATE_LIMIT"));
    }

    private boolean overDay(Claimed claimed, Known known) {
        int most = settings.perDay(claimed.letter().kind());
        if (most == 0 || claimed.channel() == Channel.WEBHOOK) {
            return false;
        }
        var key = ClaimStore.recipientKey(claimed);
        int had = known.today().getOrDefault(key, 0);
        if (had >= most) {
            return true;
        }
        known.today().put(key, had + 1);
        return false;
    }

    private Instant nextDay(Claimed claimed, Instant now, ZoneId zone) {
        var midnight = now.atZone(settings.zone()).toLocalDate().plusDays(1).atStartOfDay(settings.zone()).toInstant();
        return settings.quietHours().earliest(claimed.letter().kind(), midnight, zone);
    }

    private boolean limited(Channel channel, Claimed claimed) {
        return channel != Channel.WEBHOOK && settings.perDay(claimed.letter().kind()) > 0;
    }

    private static Fate ended(Claimed claimed, MessageState state, String code) {
        return new Fate(claimed, state, false, null, null, claimed.refusals(), null, code);
    }

    /** Put back without counting a try. */
    static Fate later(Claimed claimed, @Nullable Instant due, String code) {
        return new Fate(claimed, MessageState.PENDING, false, due, null, claimed.refusals(), null, code);
    }
}
