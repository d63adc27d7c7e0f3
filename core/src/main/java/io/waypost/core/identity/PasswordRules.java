package io.waypost.core.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be (密码规则): long rather than complicated, and not one that everybody tries first. */
public final class PasswordRules {

    /** The fewest characters. */
    public static final int SHORTEST = 10;
    /** The most bytes: bcrypt reads no further. */
    public static final int LONGEST_BYTES = 72;

    // A name of one or two letters stands in most passwords by chance.
    private static final int SHORTEST_NAME = 3;

    private static final Set<String> COMMON = read();

    private PasswordRules() {}

    /** What is wrong with a password. */
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_USERNAME,
        COMMON
    }

    /** Everything that is wrong with the password for that account; empty where it is acceptable. */
    public static List<Flaw> flaws(String password, String username) {
        var flaws = new ArrayList<Flaw>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            flaws.add(Flaw.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            flaws.add(Flaw.TOO_LONG);
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (username.length() >= SHORTEST_NAME && lower.contains(username.toLowerCase(Locale.ROOT))) {
            flaws.add(Flaw.CONTAINS_USERNAME);
        }
        if (COMMON.contains(lower) || password.chars().distinct().count() < 4) {
            flaws.add(Flaw.COMMON);
        }
        return List.copyOf(flaws);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"),
                "The packaged list common-passwords.txt is missing.");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the packaged list common-passwords.txt.", e);
        }
    }
}
