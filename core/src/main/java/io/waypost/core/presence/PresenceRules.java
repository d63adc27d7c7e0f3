package io.waypost.core.presence;

import io.waypost.core.presence.PresenceCommand.Closed;
import io.waypost.core.presence.PresenceCommand.ContactEnded;
import io.waypost.core.presence.PresenceCommand.Force;
import io.waypost.core.presence.PresenceCommand.Lift;
import io.waypost.core.presence.PresenceCommand.Lives;
import io.waypost.core.presence.PresenceCommand.NotReady;
import io.waypost.core.presence.PresenceCommand.Ready;
import io.waypost.core.presence.PresenceCommand.TimePassed;
import io.waypost.core.presence.PresenceCommand.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an agent's presence changes. Pure and safe for threads. What fell due before a command is done first, at the time at which it fell
 * due, so that the history does not depend on when the clock was looked at.
 */
public final class PresenceRules {

    private final Duration lease;
    private final Duration patience;

    /**
     * Rules with these times.
     *
     * @param lease how long a tab counts as living after it said so; tabs say so three times as often
     * @param patience how long a state waits for a tab to come back after the last one's lease, so that a reload does not end a shift
     */
    public PresenceRules(Duration lease, Duration patience) {
        this.lease = lease;
        this.patience = patience;
    }

    /** Fifteen seconds of lease, a minute of patience. */
    public static PresenceRules defaults() {
        return new PresenceRules(Duration.ofSeconds(15), Duration.ofMinutes(1));
    }

    /** Why a command was refused; the names are part of the API. */
    public enum Refusal {
        NOT_AT_THE_DESK,
        /** A lead has set the state. */
        FORCED,
        /** People do not choose that reason. */
        REASON_NOT_CHOSEN,
        /** No lead has set the state. */
        NOT_FORCED
    }

    /** The presence after a command, what ended with it, and why it was refused if it was. */
    public record Step(Presence presence, List<PresenceChange> changes, @Nullable Refusal refusal) {

        public Step {
            changes = List.copyOf(changes);
        }
    }

    /** When something happens by itself: wrap-up ends, or nobody is at the desk any more. */
    public Optional<Instant> next(Presence presence) {
        if (presence.state() == PresenceState.OFFLINE) {
            return Optional.empty();
        }
        var gone = gone(presence);
        var until = presence.until();
        return Optional.of(until != null && until.isBefore(gone) ? until : gone);
    }

    /** When they count as gone: the last lease and the patience are over. */
    private Instant gone(Presence presence) {
        return presence.leases().values().stream().max(Comparator.naturalOrder()).orElse(presence.since())
                .plus(patience);
    }

    /** What becomes of a presence. A clock that goes back changes nothing backwards: the history goes on where it was. */
    public Step step(Presence presence, PresenceCommand command, Instant at) {
        var now = at.isBefore(presence.since()) ? presence.since() : at;
        var move = new Move(presence);
        move.pass(now);
        var refusal = move.take(command, now);
        return new Step(move.presence, move.changes, refusal);
    }

    /** One step on its way. */
    private final class Move {

        private Presence presence;
        private final List<PresenceChange> changes = new ArrayList<>();

        Move(Presence presence) {
            this.presence = presence;
        }

        /** Does what fell due up to now. */
        void pass(Instant now) {
            for (var due = next(presence); due.isPresent() && !due.get().isAfter(now); due = next(presence)) {
                var at = due.get();
                if (at.equals(presence.until())) {
                    afterWrapUp(at);
                } else {
                    to(PresenceState.OFFLINE, null, at, null);
                    presence = Presence.offline(at);
                }
            }
        }

        private void afterWrapUp(Instant at) {
            var then = presence.then();
            to(then == null ? PresenceState.READY : PresenceState.NOT_READY, then, at, null);
        }

        @Nullable
        Refusal take(PresenceCommand command, Instant now) {
            if (command instanceof Lives(var tab)) {
                lives(tab, now);
                return null;
            }
            if (command instanceof TimePassed) {
                return null;
            }
            if (presence.state() == PresenceState.OFFLINE) {
                return command instanceof Closed ? null : Refusal.NOT_AT_THE_DESK;
            }
            return switch (command) {
                case Closed(var tab) -> closed(tab, now);
                case Ready _ -> own(null, now);
                case NotReady(var reason) ->
                    reason.chosen() ? own(reason, now) : Refusal.REASON_NOT_CHOSEN;
                case ContactEnded(var wrapUp) -> ended(wrapUp, now);
                case Unanswered _ -> unanswered(now);
                case Force(var reason, var lead) -> force(reason, lead, now);
                case Lift(var lead) -> lift(lead, now);
                case Lives _,TimePassed _ -> null;
            };
        }

        private void lives(String tab, Instant now) {
            if (presence.state() == PresenceState.OFFLINE) {
                to(PresenceState.NOT_READY, NotReadyReason.SIGNED_ON, now, null);
            }
            var leases = new HashMap<>(presence.leases());
            // A lease is never shortened: what was said later on another node may be heard earlier.
            leases.merge(tab, now.plus(lease), (one, other) -> one.isAfter(other) ? one : other);
            leases.values().removeIf(until -> until.plus(patience).isBefore(now));
            leases(leases);
        }

        private @Nullable Refusal closed(String tab, Instant now) {
            var leases = new HashMap<>(presence.leases());
            if (leases.remove(tab) != null) {
                if (leases.values().stream().noneMatch(until -> until.isAfter(now))) {
                    to(PresenceState.OFFLINE, null, now, null);
                    presence = Presence.offline(now);
                } else {
                    leases(leases);
                }
            }
            return null;
        }

        /** What they choose themselves; during wrap-up it counts when that is over, except that ready ends it. */
        private @Nullable Refusal own(@Nullable NotReadyReason reason, Instant now) {
            if (presence.forced()) {
                return Refusal.FORCED;
            }
            if (presence.state() == PresenceState.WRAP_UP && reason != null) {
                presence = new Presence(presence.state(), null, presence.since(), false, presence.until(), reason,
                        presence.leases());
                return null;
            }
            to(reason == null ? PresenceState.READY : PresenceState.NOT_READY, reason, now, null);
            return null;
        }

        private @Nullable Refusal ended(Duration wrapUp, Instant now) {
            if (presence.forced() || presence.state() == PresenceState.NOT_READY || wrapUp.isZero()) {
                return null;
            }
            var then = presence.state() == PresenceState.WRAP_UP ? presence.then() : null;
            to(PresenceState.WRAP_UP, null, now, null);
            presence = new Presence(PresenceState.WRAP_UP, null, presence.since(), false, now.plus(wrapUp), then,
                    presence.leases());
            return null;
        }

        private @Nullable Refusal unanswered(Instant now) {
            if (presence.state() == PresenceState.READY) {
                to(PresenceState.NOT_READY, NotReadyReason.UNANSWERED, now, null);
            }
            return null;
        }

        private @Nullable Refusal force(@Nullable NotReadyReason reason, UUID lead, Instant now) {
            if (reason != null && !reason.chosen()) {
                return Refusal.REASON_NOT_CHOSEN;
            }
            to(reason == null ? PresenceState.READY : PresenceState.NOT_READY, reason, now, lead);
            forced(true);
            return null;
        }

        private @Nullable Refusal lift(UUID lead, Instant now) {
            if (!presence.forced()) {
                return Refusal.NOT_FORCED;
            }
            to(presence.state(), presence.reason(), now, lead);
            forced(false);
            return null;
        }

        private void forced(boolean forced) {
            presence = new Presence(presence.state(), presence.reason(), presence.since(), forced, null, null,
                    presence.leases());
        }

        private void leases(Map<String, Instant> leases) {
            presence = new Presence(presence.state(), presence.reason(), presence.since(), presence.forced(),
                    presence.until(), presence.then(), leases);
        }

        /** Ends what is, unless that lasted no time, and begins the other. */
        private void to(PresenceState state, @Nullable NotReadyReason reason, Instant now, @Nullable UUID by) {
            if (now.isAfter(presence.since())) {
                changes.add(new PresenceChange(presence.state(), presence.reason(), presence.since(), now, by));
            }
            presence = new Presence(state, reason, now, false, null, null, presence.leases());
        }
    }
}
