package io.waypost.simulator.bank;

import io.waypost.simulator.bank.Manners.Chance;
import io.waypost.simulator.bank.Transfer.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bank knows and does. Pays a key once, whatever happens to calls and answers, and knows it again after it was killed. */
final class Bank {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, Transfer> transfers = new LinkedHashMap<>();
    private final Set<String> heard = new HashSet<>();
    private final BankJournal journal;
    private final Manners manners;
    private final Clock clock;
    private final Random random;

    Bank(Path file, Manners manners, long seed, Clock clock) {
        this.journal = new BankJournal(file);
        this.manners = manners;
        this.clock = clock;
        this.random = new Random(seed);
        try {
            BankJournal.Read kept = BankJournal.read(file);
            kept.transfers().forEach(one -> transfers.put(one.key(), one));
            heard.addAll(kept.heard());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A key that was used for another amount. */
    static final class KeyReused extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }

    /** Whether the chance comes up. */
    synchronized boolean draw(Chance chance) {
        return random.nextDouble() < manners.share(chance);
    }

    /** How late the next thing is. */
    synchronized long lateMillis() {
        return manners.lateMillis() == 0 ? 0 : random.nextLong(manners.lateMillis() + 1);
    }

    /** Takes a transfer; one whose key it knows it tells about instead, unless that was refused for now. */
    synchronized Transfer take(String key, long amount, @Nullable String notifyUrl) throws KeyReused {
        Transfer known = transfers.get(key);
        if (known != null && known.amount() != amount) {
            throw new KeyReused();
        }
        if (known != null && known.outcome() != Outcome.REFUSED_NOW) {
            return known;
        }
        Instant now = clock.instant();
        Outcome outcome = outcome();
        boolean later = outcome == Outcome.PAID || outcome == Outcome.FAILED;
        Transfer taken = new Transfer(key, amount, known == null ? 1 : known.tries() + 1, now,
                later ? now.plusMillis(lateMillis()) : now, outcome, notifyUrl);
        journal.transfer(taken);
        transfers.put(key, taken);
        return taken;
    }

    private Outcome outcome() {
        if (draw(Chance.REFUSE_NOW)) {
            return Outcome.REFUSED_NOW;
        }
        if (draw(Chance.REFUSE)) {
            return Outcome.REFUSED;
        }
        return draw(Chance.FAIL_LATE) ? Outcome.FAILED : Outcome.PAID;
    }

    synchronized Optional<Transfer> find(String key) {
        return Optional.ofNullable(transfers.get(key));
    }

    /** What was paid on a day of Shanghai. */
    synchronized List<Transfer> paidOn(LocalDate day) {
        Instant now = clock.instant();
        return transfers.values().stream()
                .filter(one -> one.outcome() == Outcome.PAID && !one.settlesAt().isAfter(now)
                        && one.settlesAt().atZone(SHANGHAI).toLocalDate().equals(day))
                .toList();
    }

    /** Transfers that have ended and whose merchant has not heard it. */
    synchronized List<Transfer> untold() {
        Instant now = clock.instant();
        List<Transfer> untold = new ArrayList<>();
        for (Transfer one : transfers.values()) {
            if (one.notifyUrl() != null && !one.state(now).equals("PROCESSING") && !heard.contains(notice(one))) {
                untold.add(one);
            }
        }
        return untold;
    }

    /** The merchant has heard it. */
    synchronized void heard(Transfer one) {
        if (heard.add(notice(one))) {
            journal.heard(notice(one));
        }
    }

    /** The notice's number: each try that ended has one of its own. */
    static String notice(Transfer one) {
        return one.key() + "-" + one.tries();
    }
}
