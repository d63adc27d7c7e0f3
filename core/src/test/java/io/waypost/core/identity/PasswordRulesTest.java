package io.waypost.core.identity;

import static io.waypost.core.identity.PasswordRules.Flaw.COMMON;
import static io.waypost.core.identity.PasswordRules.Flaw.CONTAINS_USERNAME;
import static io.waypost.core.identity.PasswordRules.Flaw.TOO_LONG;
import static io.waypost.core.identity.PasswordRules.Flaw.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N1 passwords and lock-out")
class PasswordRulesTest {

    @Test
    void aLongSentenceIsFine() {
        assertThat(PasswordRules.flaws("四只老虎 爬山去 2 次啊", "wang")).isEmpty();
        assertThat(PasswordRules.flaws("correct horse battery", "wang")).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThat(PasswordRules.flaws("wang", "wang")).containsExactly(TOO_SHORT, CONTAINS_USERNAME);
        assertThat(PasswordRules.flaws("my-WANG-and-me", "wang")).containsExactly(CONTAINS_USERNAME);
        assertThat(PasswordRules.flaws("Password123", "wang")).containsExactly(COMMON);
        assertThat(PasswordRules.flaws("aaaaaaaaaaaa", "wang")).containsExactly(COMMON);
        assertThat(PasswordRules.flaws("长".repeat(24) + "abcd", "wang")).containsExactly(TOO_LONG);
    }

    @Test
    void theLockGrowsToAnHour() {
        assertThat(IntStream.rangeClosed(1, 14).mapToObj(LockOut.ACCOUNT::after).map(Duration::toMinutes))
                .containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
        assertThat(LockOut.ADDRESS.after(29)).isZero();
        assertThat(LockOut.ADDRESS.after(30)).isEqualTo(Duration.ofMinutes(1));
        assertThat(LockOut.ADDRESS.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void base32IsAsTheStandardSays() {
        assertThat(base32("foobar")).isEqualTo("MZXW6YTBOI");
        assertThat(base32("fooba")).isEqualTo("MZXW6YTB");
        assertThat(base32("f")).isEqualTo("MY");
        assertThat(base32("")).isEmpty();
    }

    private static String base32(String text) {
        return Base32.encode(text.getBytes(StandardCharsets.US_ASCII));
    }
}
