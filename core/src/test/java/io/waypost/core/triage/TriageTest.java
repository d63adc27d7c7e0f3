package io.waypost.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.sop.BizType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.TriageRule.Then;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 rules send a matter to its owner and say why")
class TriageTest {

    private static final Then TO_REGION = new Then(Owner.REGION, null, null, null);

    @Test
    void aFirstLevelStandsForItsSecondLevelsAndAUnitForWhatIsBelow() {
        var facts = facts("包裹没收到", false);
        assertThat(applies(kinds("FALSE_SIGN"), facts)).isTrue();
        assertThat(applies(kinds("FALSE_SIGN.NOT_RECEIVED"), facts)).isTrue();
        assertThat(applies(kinds("FALSE_SIGN.WRONG_PERSON", "LOSS"), facts)).isFalse();
        assertThat(applies(units("R05"), facts)).isTrue();
        assertThat(applies(units("R01", "O440106-001"), facts)).isTrue();
        assertThat(applies(units("R01"), facts)).isFalse();
    }

    @Test
    void wordsAreFoundHoweverTheyAreTyped() {
        var facts = facts("我的ＶＩＰ药品没收到", false);
        assertThat(applies(words("vip"), facts)).isTrue();
        assertThat(applies(words("胰岛素", "药品"), facts)).isTrue();
        assertThat(applies(words("退款"), facts)).isFalse();
        var decision = Triage.decide(facts, List.of(rule(words("胰岛素", "药品"), TO_REGION)));
        assertThat(decision.why().because()).containsExactly(
                new Finding(Aspect.KEYWORD, List.of("胰岛素", "药品"), List.of("药品"), true));
    }

    @Test
    void aRuleThatOnlyMakesUrgentLetsTheNextOneDecide() {
        var medicine = rule(words("药"), new Then(null, null, UrgentReason.MEDICINE, null));
        var urgent = rule(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                true, List.of(), 0), TO_REGION);
        var decision = Triage.decide(facts("药没收到", false), List.of(medicine, urgent));
        assertThat(decision.owner()).isEqualTo(Owner.REGION);
        assertThat(decision.urgent()).isEqualTo(UrgentReason.MEDICINE);
        assertThat(decision.why().raised()).isNotNull().satisfies(
                raised -> assertThat(raised.rule()).isEqualTo(medicine.id()));
        // What is urgent already is not made urgent again; the explanation says so.
        var again = Triage.decide(facts("药没收到", true), List.of(medicine, urgent));
        assertThat(again.urgent()).isNull();
        assertThat(again.why().before()).singleElement().satisfies(
                passed -> assertThat(passed.failed().aspect()).isEqualTo(Aspect.URGENT));
    }

    @Test
    void theChainOfResponsibilityKnowsWhoHasTheParcel() {
        assertThat(Custody.of(null, false, "A", "B", ParcelStatus.CREATED)).isEqualTo(Custody.NONE);
        assertThat(Custody.of("A", false, "A", "B", ParcelStatus.IN_TRANSIT)).isEqualTo(Custody.COLLECTING);
        assertThat(Custody.of("B", false, "A", "B", ParcelStatus.SIGNED)).isEqualTo(Custody.DELIVERING);
        assertThat(Custody.of("H", true, "A", "B", ParcelStatus.IN_TRANSIT)).isEqualTo(Custody.HUB);
        assertThat(Custody.of("C", false, "A", "B", ParcelStatus.PROBLEM)).isEqualTo(Custody.ELSEWHERE);
        assertThat(Custody.of("A", false, "A", "A", ParcelStatus.IN_TRANSIT)).isEqualTo(Custody.COLLECTING);
        assertThat(Custody.of("A", false, "A", "A", ParcelStatus.OUT_FOR_DELIVERY)).isEqualTo(Custody.DELIVERING);
    }

    @Test
    void whatNamesNobodyIsNoRule() {
        assertThatThrownBy(() -> new Then(null, null, null, null)).hasMessageContaining("owner");
        assertThatThrownBy(() -> new Then(Owner.UNIT, null, null, null)).hasMessageContaining("unit");
        assertThatThrownBy(() -> new Then(Owner.REGION, "R05", null, null)).hasMessageContaining("REGION");
        assertThat(new Then(Owner.DESK, "HQ", null, null).unit()).isEqualTo("HQ");
    }

    private static boolean applies(Conditions when, TriageFacts facts) {
        return Triage.decide(facts, List.of(rule(when, TO_REGION))).owner() == Owner.REGION;
    }

    private static TriageRule rule(Conditions when, Then then) {
        return new TriageRule(UUID.randomUUID(), "规则", true, when, then);
    }

    private static Conditions kinds(String... kinds) {
        return new Conditions(List.of(kinds), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of(), 0);
    }

    private static Conditions units(String... units) {
        return new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(units), List.of(), List.of(), null,
                List.of(), 0);
    }

    private static Conditions words(String... words) {
        return new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(words), null,
                List.of(), 0);
    }

    private static TriageFacts facts(String text, boolean urgent) {
        return new TriageFacts(new TicketKind("FALSE_SIGN.NOT_RECEIVED"), BizType.COMPLAINT, TriageChannel.CUSTOMER,
                urgent,
                1, ParcelStatus.SIGNED, Custody.DELIVERING, List.of("HQ", "R05", "P44", "O440106-001"), null, text);
    }
}
