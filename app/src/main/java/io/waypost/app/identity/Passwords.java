package io.waypost.app.identity;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.identity.PasswordRules;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes, checks and hashes passwords. */
@Component
class Passwords {

    // Without 0 O 1 l I: initial passwords are read out and typed in.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED = 14;

    private final PasswordEncoder encoder;
    private final PasswordEncoder quick = new BCryptPasswordEncoder(4);
    private final SecureRandom random = new SecureRandom();
    private final String ofNobody;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.ofNobody = hash(random());
    }

    /** 80 random bits that the rules accept for that account, to be changed at the first sign-in. */
    String generate(String username) {
        var password = random();
        while (!PasswordRules.flaws(password, username).isEmpty()) {
            password = random();
        }
        return password;
    }

    private String random() {
        var password = new StringBuilder();
        for (int i = 0; i < GENERATED; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder gave no hash.");
        }
        return hash;
    }

    /** The hash of a generated password: what cannot be guessed needs no slow hash, and an import makes thousands. */
    String hashGenerated(String password) {
        return "{bcrypt}" + quick.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Whether the hash should be made again now that the password is at hand. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Takes as long as comparing with somebody's hash, and is always false. */
    boolean matchesNobody(String password) {
        encoder.matches(password, ofNobody);
        return false;
    }

    /** @throws Refusal with every flaw of the password, if it has one */
    static void require(String field, String password, String username) {
        var flaws = PasswordRules.flaws(password, username);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("The password is not acceptable.", flaws.stream().map(flaw -> flaw(field, flaw))
                    .toList());
        }
    }

    /** What is wrong with the password, field by field; the value is left out. */
    static List<Refusal.Field> flaws(String field, String password, String username) {
        return PasswordRules.flaws(password, username).stream().map(flaw -> flaw(field, flaw)).toList();
    }

    private static Refusal.Field flaw(String field, PasswordRules.Flaw flaw) {
        return new Refusal.Field(field, null, flaw.name(), switch (flaw) {
            case TOO_SHORT -> "Use at least %d characters.".formatted(PasswordRules.SHORTEST);
            case TOO_LONG -> "Use at most %d bytes.".formatted(PasswordRules.LONGEST_BYTES);
            case CONTAINS_USERNAME -> "Leave the user name out.";
            case COMMON -> "Choose one that is not tried first everywhere.";
        });
    }
}
