package io.waypost.app.money;

import io.waypost.core.ledger.PayoutAnswer;
import io.waypost.core.ledger.PayoutAnswer.NoAnswer;
import io.waypost.core.ledger.PayoutAnswer.NotFound;
import io.waypost.core.ledger.PayoutAnswer.NotReached;
import io.waypost.core.ledger.PayoutAnswer.Paid;
import io.waypost.core.ledger.PayoutAnswer.Refused;
import io.waypost.core.ledger.PayoutAnswer.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A gateway that does what the test says, call by call; where nothing is said it pays. It keeps what it did as a real one does: a key is paid
 * once.
 */
final class ScriptedGateway implements PayoutGateway {

    private static final Duration SIGNED_FOR = Duration.ofMinutes(5);

    /** Everything that it was told, in order: {@code send} or {@code ask} and the key. */
    final List<String> calls = new ArrayList<>();
    /** What it paid, by key. */
    final Map<String, Long> paid = new LinkedHashMap<>();
    /** Whether it has no statement. */
    boolean away;
    /** What it refused for good, by key. */
    final Map<String, String> spent = new LinkedHashMap<>();

    private final Map<String, Long> under = new LinkedHashMap<>();
    private final Map<Transfer, Instant> copies = new LinkedHashMap<>();
    private final Deque<Act> script = new ArrayDeque<>();
    private Supplier<Act> otherwise = () -> Act.PAY;
    private Supplier<Instant> now = () -> Instant.EPOCH;

    /** What it does with a call. */
    enum Act {
        PAY,
        /** Pays, and the answer gets lost. */
        PAY_SILENTLY,
        TAKE,
        TAKE_SILENTLY,
        /** The call gets lost. */
        LOSE,
        REFUSE,
        REFUSE_SILENTLY,
        REFUSE_NOW,
        AWAY,
        /** The process of the platform dies before the gateway hears of it. */
        DIE_BEFORE,
        /** It dies after. */
        DIE_AFTER
    }

    /** The platform died: nothing that it would have done next happens. */
    static final class Death extends Error {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Death() {
            super("killed", null, false, false);
        }
    }

    ScriptedGateway then(Act... acts) {
        script.addAll(List.of(acts));
        return this;
    }

    ScriptedGateway otherwise(Supplier<Act> acts) {
        this.otherwise = acts;
        return this;
    }

    /** Which clock it goes by. */
    ScriptedGateway clock(Supplier<Instant> clock) {
        this.now = clock;
        return this;
    }

    /** Calls that seemed lost get there after all, unless they were signed too long ago. */
    synchronized void lateCallsArrive() {
        copies.forEach((transfer, until) -> {
            if (!until.isBefore(now.get()) && !known(transfer.key())) {
                paid.put(transfer.key(), transfer.fen());
            }
        });
        copies.clear();
    }

    /** What it took and did not pay yet it pays now. */
    synchronized void settle(String key) {
        var fen = under.remove(key);
        if (fen != null) {
            paid.put(key, fen);
        }
    }

    synchronized void settleAll() {
        List.copyOf(under.keySet()).forEach(this::settle);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public synchronized PayoutAnswer send(Transfer transfer) {
        var key = transfer.key();
        calls.add("send " + key);
        var act = script.isEmpty() ? otherwise.get() : script.poll();
        switch (act) {
            case DIE_BEFORE -> throw new Death();
            case LOSE -> {
                copies.put(transfer, now.get().plus(SIGNED_FOR));
                return new NoAnswer("TIMEOUT");
            }
            case AWAY -> {
                return new NotReached("NOT_REACHED");
            }
            case PAY, PAY_SILENTLY, TAKE, TAKE_SILENTLY, REFUSE, REFUSE_SILENTLY, REFUSE_NOW, DIE_AFTER -> {
                // It hears of it.
            }
        }
        if (!known(key)) {
            switch (act) {
                case PAY, PAY_SILENTLY, DIE_AFTER -> paid.put(key, transfer.fen());
                case TAKE, TAKE_SILENTLY -> under.put(key, transfer.fen());
                case REFUSE, REFUSE_SILENTLY -> spent.put(key, "ACCOUNT_CLOSED");
                case REFUSE_NOW -> {
                    return new Refused("BALANCE_SHORT", true);
                }
                case LOSE, AWAY, DIE_BEFORE -> throw new IllegalStateException();
            }
        }
        return switch (act) {
            case DIE_AFTER -> throw new Death();
            case PAY_SILENTLY, TAKE_SILENTLY, REFUSE_SILENTLY -> new NoAnswer("CONNECTION_LOST");
            case PAY, TAKE, REFUSE, REFUSE_NOW, LOSE, AWAY, DIE_BEFORE -> state(key);
        };
    }

    @Override
    public synchronized PayoutAnswer ask(Transfer transfer) {
        calls.add("ask " + transfer.key());
        var act = script.isEmpty() ? otherwise.get() : script.poll();
        return switch (act) {
            case DIE_BEFORE, DIE_AFTER -> throw new Death();
            case LOSE, PAY_SILENTLY, TAKE_SILENTLY, REFUSE_SILENTLY -> new NoAnswer("TIMEOUT");
            case AWAY -> new NotReached("NOT_REACHED");
            case PAY, TAKE, REFUSE, REFUSE_NOW -> state(transfer.key());
        };
    }

    @Override
    public synchronized Optional<List<StatementLine>> statement(LocalDate day) {
        if (away) {
            return Optional.empty();
        }
        return Optional.of(paid.entrySet().stream().map(one -> new StatementLine(one.getKey(), one.getValue()))
                .toList());
    }

    private boolean known(String key) {
        return paid.containsKey(key) || under.containsKey(key) || spent.containsKey(key);
    }

    private PayoutAnswer state(String key) {
        if (paid.containsKey(key)) {
            return new Paid();
        }
        if (under.containsKey(key)) {
            return new Taken();
        }
        var code = spent.get(key);
        return code == null ? new NotFound() : new Refused(code, false);
    }
}
