package io.waypost.core.triage;

import io.waypost.core.identity.Role;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.TriageRule.Then;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random matters and lists of rules, from few enough words that many apply. The same seed is the same case. */
final class TriageCases {

    private static final List<String> KINDS = List.of("DELAY", "DELAY.TRANSPORT", "LOSS", "QUERY", "URGE.DELIVERY");
    private static final List<String> UNITS = List.of("HQ", "R05", "P44", "O440106-001", "R01");
    private static final List<String> CUSTOMERS = List.of("优选商城", "优选商城 ", "ＡＢＣ", "abc");
    private static final List<String> WORDS = List.of("药", "没收到", "vip", "ＶＩＰ");

    private final Random random;

    private TriageCases(long seed) {
        random = new Random(seed);
    }

    /** A matter and the rules it is put to. */
    record Case(TriageFacts facts, List<TriageRule> rules) {}

    static Stream<Case> cases(int many) {
        return LongStream.range(0, many).mapToObj(seed -> new TriageCases(seed).one());
    }

    /** A rule of another seed, to be added to a case. */
    static TriageRule rule(long seed) {
        return new TriageCases(~seed).rule();
    }

    private Case one() {
        return new Case(facts(), IntStream.range(0, random.nextInt(12)).mapToObj(_ -> rule()).toList());
    }

    private TriageFacts facts() {
        return new TriageFacts(new TicketKind(pick(KINDS)), pick(BizType.values()), pick(TriageChannel.values()),
                random.nextInt(4) == 0, 1 + random.nextInt(4), maybe(pick(ParcelStatus.values())),
                pick(Custody.values()), some(UNITS), maybe(pick(CUSTOMERS)),
                String.join("，", some(WORDS)));
    }

    private TriageRule rule() {
        var when = new Conditions(rarely(KINDS), rarely(List.of(BizType.values())),
                rarely(List.of(ParcelStatus.values())), rarely(List.of(Custody.values())), rarely(UNITS),
                rarely(CUSTOMERS), rarely(WORDS), random.nextInt(8) == 0 ? random.nextBoolean() : null,
                rarely(List.of(TriageChannel.values())), random.nextInt(6) == 0 ? 1 + random.nextInt(4) : 0);
        var owner = random.nextInt(4) == 0 ? null : pick(Owner.values());
        var urgent = owner == null || random.nextInt(4) == 0 ? pick(UrgentReason.values()) : null;
        return new TriageRule(new UUID(random.nextLong(), random.nextLong()), "规则" + random.nextInt(100),
                random.nextInt(6) > 0, when,
                new Then(owner, owner == Owner.UNIT ? pick(UNITS) : null, urgent, maybe(pick(Role.values()))));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T pick(T[] all) {
        return pick(Arrays.asList(all));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> List<T> rarely(List<T> all) {
        return random.nextInt(4) == 0 ? some(all) : List.of();
    }

    private <T> List<T> some(List<T> all) {
        var some = new ArrayList<T>();
        all.stream().filter(_ -> random.nextInt(3) == 0).forEach(some::add);
        return some;
    }
}
