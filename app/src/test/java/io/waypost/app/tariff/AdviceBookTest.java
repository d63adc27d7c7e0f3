package io.waypost.app.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.parcel.Registry;
import io.waypost.app.tariff.AdviceGiven.AdviceChannel;
import io.waypost.app.tariff.AdviceStore.AdviceCount;
import io.waypost.app.testing.Organisation;
import io.waypost.core.tariff.Advice;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("B4 a week after an advice it is seen whether it was taken, and forgotten whose it was")
class AdviceBookTest {

    private static final Actor ALL = new Actor.Internal("test");

    private final AdviceBook book;
    private final AdviceStore store;
    private final TariffScene scene;
    private final Organisation organisation;
    private final Registry registry;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    AdviceBookTest(AdviceBook book, AdviceStore store, TariffScene scene, Organisation organisation, Registry registry,
            TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.store = store;
        this.scene = scene;
        this.organisation = organisation;
        this.registry = registry;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void seesWhoTookIt() {
        scene.inForce();
        // A rule of this run alone, so that its counts are nobody else's.
        var rule = "R" + new Random().nextInt(1_000_000);
        var took = phone();
        var partly = phone();
        var not = phone();
        given(rule, took);
        given(rule, partly);
        given(rule, not);
        given(rule, phone());
        given(rule, null);
        sends(took, "EXPRESS", 50_000L);
        sends(partly, "标准快递", 50_000L);
        sends(not, null, null);
        assertThat(count(ALL, rule)).isEqualTo(new AdviceCount(rule, "易碎品", 5, 4, 0, 0, 0));
        settle(clock.instant().plus(AdviceBook.WAITED).minusSeconds(60));
        assertThat(count(ALL, rule).waiting()).isEqualTo(4);
        settle(clock.instant().plus(AdviceBook.WAITED).plusSeconds(60));
        assertThat(count(ALL, rule)).isEqualTo(new AdviceCount(rule, "易碎品", 5, 0, 3, 1, 1));
        int known = Acting.as(ALL, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("select count(*) from tariff.advice where rule = :rule and phone is not null")
                .param("rule", rule).query(Integer.class).single())));
        assertThat(known).isZero();
        assertThat(count(organisation.actor(Organisation.SOUTH, Permission.TARIFF_VIEW), rule).given()).isEqualTo(5);
        assertThat(counts(organisation.actor(Organisation.NORTH, Permission.TARIFF_VIEW))).extracting(AdviceCount::rule)
                .doesNotContain(rule);
    }

    private void given(String rule, @Nullable String phone) {
        Acting.as(ALL, () -> book.note(new Advice(rule, "易碎品", "裹好", true, "EXPRESS"), AdviceChannel.BOT, phone,
                organisation.path(Organisation.SOUTH)));
    }

    private void sends(String phone, @Nullable String product, @Nullable Long declared) {
        Acting.as(ALL, () -> registry.register(List.of(new Registration(
                "AD" + UUID.randomUUID().toString().replace("-", "").substring(0, 12)
                        .toUpperCase(Locale.ROOT),
                product, null, Organisation.TIANHE, Organisation.DONGCHENG, null, declared,
                new Party("李", phone, null, null), new Party("王", "13900000000", null, null))), clock.instant()));
    }

    private void settle(Instant now) {
        Acting.as(ALL, () -> {
            while (book.runDue(now) > 0) {
                // Until nothing is due.
            }
            return true;
        });
    }

    private AdviceCount count(Actor actor, String rule) {
        return counts(actor).stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow();
    }

    private List<AdviceCount> counts(Actor actor) {
        return Acting.as(actor, () -> Objects.requireNonNull(
                transaction.execute(_ -> store.counts(clock.instant().minus(Duration.ofDays(1))))));
    }

    private static String phone() {
        return "137%08d".formatted(new Random().nextInt(100_000_000));
    }
}
