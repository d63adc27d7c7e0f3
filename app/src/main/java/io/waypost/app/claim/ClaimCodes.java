package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows a party of a parcel by a code that was sent to their phone, and for some time after by a proof that they bring along. Four digits of a phone
 * number are enough to look at a parcel, not to be paid for it.
 */
@Component
class ClaimCodes {

    static final Duration CODE_LASTS = Duration.ofMinutes(10);
    private static final Duration PROOF_LASTS = Duration.ofHours(2);
    private static final int MOST_TRIES = 5;
    private static final String PROOF = "claim.proof";
    private static final String CODE = "claim.code";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final Clock wall;

    ClaimCodes(JdbcClient jdbc, PersonalData personalData, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.wall = wall;
    }

    /** A party of a parcel. */
    record Known(String waybill, boolean isSender) {}

    /** Makes a new code of six digits; an earlier one no longer holds. In the caller's transaction. */
    String make(Known who) {
        var code = "%06d".formatted(random.nextInt(1_000_000));
        jdbc.sql("""
                insert into claim.code (waybill, sender, code, until, tries) values (:waybill, :sender, :code, :until, 0)
                on conflict (waybill, sender) do update set code = excluded.code, until = excluded.until, tries = 0
                """).param("waybill", who.waybill()).param("sender", who.isSender()).param("code", index(who, code))
                .param("until", utc(wall.instant().plus(CODE_LASTS))).update();
        return code;
    }

    /** Whether the code is the one that was sent; it holds once, for some minutes, and bears few wrong tries. */
    @Transactional
    public boolean use(Known who, @Nullable String code) {
        var kept = jdbc.sql("""
                update claim.code set tries = tries + 1
                where waybill = :waybill and sender = :sender and until > :now and tries < :most returning code
                """).param("waybill", who.waybill()).param("sender", who.isSender())
                .param("now", utc(wall.instant())).param("most", MOST_TRIES)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1))).optional().flatMap(each -> each);
        boolean isRight = code != null && kept.isPresent()
                && MessageDigest.isEqual(kept.get(), index(who, code.strip()));
        if (isRight) {
            jdbc.sql("delete from claim.code where waybill = :waybill and sender = :sender")
                    .param("waybill", who.waybill()).param("sender", who.isSender()).update();
        }
        return isRight;
    }

    private byte[] index(Known who, String code) {
        return personalData.textIndex(CODE, who.waybill() + " " + who.isSender() + " " + code);
    }

    /** What they bring along from now on instead of the code. */
    String proof(Known who) {
        var text = who.waybill() + " " + (who.isSender() ? "S" : "R") + " "
                + wall.instant().plus(PROOF_LASTS).getEpochSecond();
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(personalData.textIndex(PROOF, text));
    }

    /** Whom the proof shows; empty where it is not ours or too old. */
    Optional<Known> shown(@Nullable String proof) {
        if (proof == null || proof.length() > 300 || proof.indexOf('.') < 1) {
            return Optional.empty();
        }
        try {
            int dot = proof.indexOf('.');
            var text = new String(Base64.getUrlDecoder().decode(proof.substring(0, dot)), StandardCharsets.UTF_8);
            var parts = text.split(" ", -1);
            boolean holds = MessageDigest.isEqual(Base64.getUrlDecoder().decode(proof.substring(dot + 1)),
                    personalData.textIndex(PROOF, text));
            return holds && parts.length == 3
                    && wall.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])))
                            ? Optional.of(new Known(parts[0], "S".equals(parts[1])))
                            : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
