package io.waypost.app.identity;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in (登录): password, second factor, lock-out; as slow for unknown names as for known ones. */
@Service
class SignIn {

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Totp totp;
    private final Actors actors;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(AccountStore accounts, Attempts attempts, Passwords passwords, Totp totp, Actors actors, AuditTrail audit,
            TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.totp = totp;
        this.actors = actors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What somebody types. */
    record Credentials(@NotNull String username, @NotNull String password, @Nullable String totp) {

        /** Names are kept in lower case. */
        String account() {
            return username.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Welcome(UUID person) implements Outcome {}

        record BadCredentials() implements Outcome {}

        record LockedOut(Duration retryAfter) implements Outcome {}

        record TotpRequired() implements Outcome {}

        record TotpWrong() implements Outcome {}
    }

    Outcome with(Credentials credentials, String address) {
        var wait = attempts.begin(credentials.account(), address);
        if (wait.isPresent()) {
            return new Outcome.LockedOut(wait.get());
        }
        var account = find(credentials.account()).filter(Account::active);
        boolean right = account.isPresent()
                ? passwords.matches(credentials.password(), account.get().password())
                : passwords.matchesNobody(credentials.password());
        if (account.isEmpty() || !right) {
            account.ifPresent(known -> failed(known, "PASSWORD"));
            return new Outcome.BadCredentials();
        }
        return secondFactor(account.get(), credentials, address);
    }

    private Outcome secondFactor(Account account, Credentials credentials, String address) {
        if (account.totp() != null && account.totp().confirmed()) {
            if (credentials.totp() == null || credentials.totp().isBlank()) {
                attempts.undecided(account.username(), address);
                return new Outcome.TotpRequired();
            }
            var step = totp.step(account.totp().secret(), credentials.totp());
            if (step.isEmpty() || !use(account, step.getAsLong())) {
                failed(account, "TOTP");
                return new Outcome.TotpWrong();
            }
        }
        attempts.succeeded(account.username(), address);
        Acting.as(actors.of(account).actor(), () -> transaction.executeWithoutResult(_ -> welcome(account,
                credentials)));
        return new Outcome.Welcome(account.id());
    }

    private void welcome(Account account, Credentials credentials) {
        accounts.signedIn(account.id(), clock.instant());
        if (passwords.outdated(account.password()) && !account.mustChangePassword()) {
            accounts.setPassword(account.id(), passwords.hash(credentials.password()), false);
        }
        audit.record("SIGNED_IN", "PERSON", account.id().toString(), account.unitPath(),
                Map.of("totp", account.totpEnabled()));
    }

    private boolean use(Account account, long step) {
        return Boolean.TRUE.equals(asPlatform(() -> accounts.useTotp(account.id(), step, false)));
    }

    private void failed(Account account, String what) {
        transaction.executeWithoutResult(_ -> audit.record("SIGN_IN_FAILED", "PERSON", account.id().toString(),
                account.unitPath(), Map.of("wrong", what)));
    }

    private Optional<Account> find(String username) {
        return asPlatform(() -> accounts.byUsername(username));
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("sign-in"), () -> transaction.execute(_ -> work.get()));
    }
}
