package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.money.Payee;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who claims, what they wrote and where the money goes: sealed, shown masked; and what is known of the same people's other claims. */
@Repository
class ClaimantStore {

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    ClaimantStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /**
     * What an examiner sees of the person.
     *
     * @param story what the claimant wrote, in clear
     */
    record ClaimantCard(@Nullable String name, @Nullable String phone, @Nullable String story,
            @Nullable String payeeName, @Nullable String payeeAccount) {}

    void person(UUID id, @Nullable String name, @Nullable String phone) {
        jdbc.sql("""
                update claim.claim set claimant_name = :name, claimant_phone = :phone, phone_index = :index where id = :id
                """).param("id", id).param("name", personalData.seal("claim.name", name))
                .param("phone", personalData.seal("claim.phone", phone))
                .param("index", personalData.phoneIndex(phone)).update();
    }

    void story(UUID id, @Nullable String story) {
        jdbc.sql("update claim.claim set story = :story where id = :id").param("id", id)
                .param("story", personalData.seal("claim.story", story)).update();
    }

    void payee(UUID id, Payee payee) {
        jdbc.sql("""
                update claim.claim set payee_way = :way, payee_account = :account, payee_name = :name, payee_index = :index where id = :id
                """).param("id", id).param("way", payee.way().name())
                .param("account", personalData.seal("claim.payee.account", payee.account()))
                .param("name", personalData.seal("claim.payee.name", payee.name()))
                .param("index", index(payee)).update();
    }

    private byte[] index(Payee payee) {
        return personalData.textIndex("claim.payee", payee.way() + " " + payee.account().toLowerCase(Locale.ROOT));
    }

    Optional<Payee> payee(UUID id) {
        return jdbc.sql("""
                select payee_way, payee_account, payee_name from claim.claim where id = :id and payee_way is not null
                """).param("id", id)
                .query((row, _) -> new Payee(Payee.Way.valueOf(row.getString(1)),
                        String.valueOf(personalData.open("claim.payee.account", row.getBytes(2))),
                        String.valueOf(personalData.open("claim.payee.name", row.getBytes(3)))))
                .optional();
    }

    Optional<String> phone(UUID id) {
        return jdbc.sql("select claimant_phone from claim.claim where id = :id").param("id", id)
                .query((row, _) -> Optional.ofNullable(personalData.open("claim.phone", row.getBytes(1)))).single();
    }

    ClaimantCard card(UUID id) {
        return jdbc.sql("""
                select claimant_name, claimant_phone, story, payee_name, payee_account from claim.claim where id = :id
                """).param("id", id)
                .query((row, _) -> new ClaimantCard(
                        Masked.name(personalData.open("claim.name", row.getBytes(1))),
                        Masked.phone(personalData.open("claim.phone", row.getBytes(2))),
                        personalData.open("claim.story", row.getBytes(3)),
                        Masked.name(personalData.open("claim.payee.name", row.getBytes(4))),
                        tail(personalData.open("claim.payee.account", row.getBytes(5)))))
                .single();
    }

    private static @Nullable String tail(@Nullable String account) {
        if (account == null) {
            return null;
        }
        int shown = Math.min(4, account.length() / 2);
        return "****" + account.substring(account.length() - shown);
    }

    /** One field in clear; empty where there is no such field or nothing in it. */
    Optional<String> clear(UUID id, String field) {
        var column = switch (field) {
            case "name" -> "claimant_name";
            case "phone" -> "claimant_phone";
            case "payee.name" -> "payee_name";
            case "payee.account" -> "payee_account";
            default -> null;
        };
        return column == null
                ? Optional.empty()
                : jdbc.sql("select %s from claim.claim where id = :id".formatted(column)).param("id", id)
                        .query((row, _) -> Optional.ofNullable(
                                personalData.open("claim." + field, row.getBytes(1))))
                        .single();
    }

    /** How many other claims the same person made since then, wherever and whatever became of them; drafts do not count. */
    int claimsOfPerson(UUID id, Instant since) {
        return jdbc.sql("select claim.claims_of_person(:id, :since)").param("id", id).param("since", utc(since))
                .query((row, _) -> row.getInt(1)).single();
    }

    /** How many other people's claims named the same account. */
    int othersWithAccount(UUID id) {
        return jdbc.sql("select claim.others_with_account(:id)").param("id", id).query((row, _) -> row.getInt(1))
                .single();
    }

    /** What the same person, account or parcel was granted since then besides, in fen. */
    long exposure(UUID id, Instant since) {
        return jdbc.sql("select claim.exposure(:id, :since)").param("id", id).param("since", utc(since))
                .query((row, _) -> row.getLong(1)).single();
    }

    /**
     * Makes those who grant the same person, account or parcel something wait for each other until the end of the transaction, so that two who do it at
     * once count what the other one granted.
     */
    void lockExposure(UUID id) {
        jdbc.sql("""
                select pg_advisory_xact_lock(key) from (
                    select distinct hashtextextended(what, 7) as key from claim.claim c,
                        unnest(array['waybill ' || c.waybill, 'phone ' || encode(c.phone_index, 'hex'),
                            'payee ' || encode(c.payee_index, 'hex')]) what
                    where c.id = :id and what is not null order by 1) keys
                """).param("id", id).query((_, _) -> 0).list();
    }
}
