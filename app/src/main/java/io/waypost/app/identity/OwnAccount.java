package io.waypost.app.identity;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own account. */
@Service
class OwnAccount {

    static final Set<String> LOCALES = Set.of("zh-CN", "en");

    private final AccountStore accounts;
    private final CurrentPerson current;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Totp totp;
    private final Sessions sessions;
    private final Actors actors;
    private final AuditTrail audit;

    OwnAccount(AccountStore accounts, CurrentPerson current, Passwords passwords, Attempts attempts, Totp totp,
            Sessions sessions, Actors actors, AuditTrail audit) {
        this.accounts = accounts;
        this.current = current;
        this.passwords = passwords;
        this.attempts = attempts;
        this.totp = totp;
        this.sessions = sessions;
        this.actors = actors;
        this.audit = audit;
    }

    /** Changes the password and ends every other session; false where the current one is wrong. */
    @Transactional
    boolean changePassword(String typed, String next, String address, @Nullable String session) {
        var account = account();
        if (!isRight(account, typed, address)) {
            return false;
        }
        Passwords.require("next", next, account.username());
        if (passwords.matches(next, account.password())) {
            throw Refusal.invalid("next", null, "SAME_AS_BEFORE", "Choose another one than the current.");
        }
        accounts.setPassword(account.id(), passwords.hash(next), false);
        changed(account, "PASSWORD_CHANGED");
        AfterCommit.run(() -> sessions.closeAll(account.id(), session));
        return true;
    }

    @Transactional
    void setLocale(String locale) {
        accounts.setLocale(account().id(), locale);
        actors.changed(account().id());
    }

    /** Begins to enrol a second factor; empty where one is in force. */
    @Transactional
    Optional<MeController.Secret> beginTotp() {
        var account = account();
        if (account.totpEnabled()) {
            return Optional.empty();
        }
        var secret = totp.secret();
        accounts.setTotp(account.id(), secret);
        return Optional.of(new MeController.Secret(totp.letters(secret), totp.uri(secret, account.username())));
    }

    /** Puts the second factor in force; false for a wrong code, or where none was begun. */
    @Transactional
    boolean confirmTotp(String code) {
        var account = account();
        if (account.totp() == null || account.totp().confirmed()) {
            return false;
        }
        var step = totp.step(account.totp().secret(), code);
        if (step.isEmpty() || !accounts.useTotp(account.id(), step.getAsLong(), true)) {
            return false;
        }
        changed(account, "TOTP_ENABLED");
        return true;
    }

    /** Ends the second factor; false where the password is wrong. */
    @Transactional
    boolean endTotp(String typed, String address) {
        var account = account();
        if (!isRight(account, typed, address)) {
            return false;
        }
        accounts.setTotp(account.id(), null);
        changed(account, "TOTP_DISABLED");
        return true;
    }

    private boolean isRight(Account account, String typed, String address) {
        // Whoever finds an open session must not be able to try passwords here without end.
        var wait = attempts.begin(account.username(), address);
        if (wait.isPresent()) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "LOCKED_OUT", "Too many wrong tries.")
                    .with("retryAfterSeconds", wait.get().plusMillis(999).toSeconds());
        }
        boolean right = passwords.matches(typed, account.password());
        if (right) {
            attempts.succeeded(account.username(), address);
        }
        return right;
    }

    private void changed(Account account, String action) {
        audit.record(action, "PERSON", account.id().toString(), account.unitPath(), Map.of());
        actors.changed(account.id());
    }

    private Account account() {
        var id = current.signedIn().actor().id();
        return accounts.byId(id)
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in first."));
    }
}
