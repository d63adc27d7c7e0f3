package io.waypost.core.liability;

import static io.waypost.core.liability.Scans.until;
import static io.waypost.core.liability.Scans.wholeWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.Judgement.Outcome;
import io.waypost.core.liability.LiabilityEvidence.Kind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("L6 the scans say who bears what a claim cost, or the engine says that they cannot")
class LiabilityEngineTest {

    private static final LiabilityEngine ENGINE = new LiabilityEngine(DefaultStandard.of(), Scans::kind);

    static Stream<Arguments> losses() {
        var single = until(43).left(44, "H2", "O2", null);
        return Stream.of(
                Arguments.of(new Scans().add(0, ScanType.PICKED_UP, "O1"), BrokenLink.PICKED_UP_NOT_IN_STORE,
                        Map.of("O1", 1000)),
                Arguments.of(new Scans().add(0, ScanType.PICKED_UP, "O1").bag(5, ScanType.BAGGED, "O1", "B1"),
                        BrokenLink.IN_STORE_NOT_OUT, Map.of("O1", 1000)),
                Arguments.of(until(15), BrokenLink.HUB_NOT_OUT, Map.of("H1", 1000)),
                Arguments.of(until(14.2), BrokenLink.SENT_NOT_AT_HUB_BAG, Map.of("H1", 1000)),
                Arguments.of(until(11), BrokenLink.SENT_NOT_AT_HUB_BAG, Map.of("O1", 1000)),
                Arguments.of(until(19), BrokenLink.SENT_NOT_AT_HUB_BAG, Map.of("H1", 1000)),
                Arguments.of(until(40.5), BrokenLink.SENT_NOT_AT_HUB_BAG, Map.of("H2", 1000)),
                Arguments.of(until(47.2), BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_BAG, Map.of("O2", 1000)),
                Arguments.of(until(45), BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_BAG, Map.of("H2", 1000)),
                Arguments.of(single, BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_PIECE, Map.of("H2", 1000)),
                Arguments.of(until(43).add(43.9, ScanType.LOADED, "H2").left(44, "H2", "O2", null),
                        BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_PIECE, Map.of("O2", 700, "H2", 300)),
                Arguments.of(until(43).bag(43.9, ScanType.LOADED, "H2", "B3").left(44, "H2", "O2", "B3"),
                        BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_BAG, Map.of("H2", 500, "O2", 500)),
                Arguments.of(until(43).add(43, ScanType.BAGGED, "H2", null, "B3", 21_000, null)
                        .left(44, "H2", "O2", "B3"),
                        BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_BAG, Map.of("H2", 700, "O2", 300)),
                // Packed after it was said to have left: it did leave. Held back there: it did not.
                Arguments.of(until(19).bag(18.2, ScanType.BAGGED, "H1", "B2"), BrokenLink.SENT_NOT_AT_HUB_BAG,
                        Map.of("H1", 1000)),
                Arguments.of(until(19).said(20, ScanType.PROBLEM, "H1", "滞留"), BrokenLink.HUB_NOT_OUT,
                        Map.of("H1", 1000)),
                Arguments.of(wholeWay(), BrokenLink.ARRIVED_NOT_HANDED_SAME_DAY, Map.of("O2", 1000)),
                Arguments.of(until(47).bag(55.5, ScanType.ARRIVED, "O2", "B3"),
                        BrokenLink.ARRIVED_NOT_HANDED_NEXT_DAY, Map.of("O2", 1000)),
                Arguments.of(wholeWay().add(49, ScanType.OUT_FOR_DELIVERY, "O2"), BrokenLink.HANDED_NOT_DELIVERED,
                        Map.of("O2", 1000)),
                Arguments.of(wholeWay().add(49, ScanType.OUT_FOR_DELIVERY, "O2").said(51, ScanType.PROBLEM, "O2",
                        "无人接听"), BrokenLink.HANDED_NOT_DELIVERED, Map.of("O2", 1000)),
                Arguments.of(wholeWay().add(49, ScanType.STATION_IN, "O2"), BrokenLink.AT_STATION_NOT_COLLECTED,
                        Map.of("O2", 1000)),
                Arguments.of(wholeWay().add(49, ScanType.SIGNED, "O2"), BrokenLink.LOST_AFTER_DELIVERY,
                        Map.of("O2", 1000)),
                Arguments.of(until(40).add(42, ScanType.ARRIVED, "H3").left(44, "H3", "H2", null),
                        BrokenLink.SENT_NOT_AT_HUB_PIECE, Map.of("H3", 1000)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossIsBorneByWhoeverHadItLast(Scans scans, BrokenLink link, Map<String, Integer> units) {
        var judgement = judge(ClaimKind.LOSS, scans);
        assertThat(judgement.outcome()).as("%s", judgement).isEqualTo(Outcome.CHARGED);
        assertThat(judgement.link()).isEqualTo(link);
        assertThat(Shares.byUnit(judgement.shares())).isEqualTo(units);
        assertThat(judgement.steps()).hasSizeGreaterThan(2).allSatisfy(step -> {
            assertThat(step.chinese()).isNotBlank();
            assertThat(step.english()).isNotBlank();
        });
        assertThat(judgement.steps().getFirst().scan()).isEqualTo(lastOf(scans).identity());
    }

    private static Scan lastOf(Scans scans) {
        return scans.all().getLast();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theOrderOfArrivalAndRepeatedScansChangeNothing(Scans scans, BrokenLink link, Map<String, Integer> units) {
        var mixed = new ArrayList<>(scans.all());
        mixed.addAll(scans.all());
        Collections.shuffle(mixed, new Random(7));
        assertThat(ENGINE.judge(CaseFacts.of(ClaimKind.LOSS, mixed, null))).isEqualTo(judge(ClaimKind.LOSS, scans));
        assertThat(units).isNotEmpty();
    }

    @Test
    void aWrongClockIsReadByTheRoute() {
        var late = new Scans().add(0, ScanType.PICKED_UP, "O1").left(34, "O1", "H1", "B1")
                .bag(14, ScanType.UNLOADED, "H1", "B1").bag(14.5, ScanType.ARRIVED, "H1", "B1");
        var judgement = judge(ClaimKind.LOSS, late);
        assertThat(Shares.mostBlamed(judgement.shares())).contains("H1");
        assertThat(judgement.confidence()).isEqualTo(Confidence.PROBABLE);
        assertThat(judgement.steps()).anySatisfy(step -> assertThat(step.english()).contains("clock"));
    }

    @Test
    void theLastScanOfAWrongClockStaysTheLast() {
        var early = until(40).bag(17, ScanType.ARRIVED, "H2", "B2");
        assertThat(Shares.mostBlamed(judge(ClaimKind.LOSS, early).shares())).contains("H2");
    }

    @Test
    void whereTwoOrdersArePossibleNobodyIsBlamed() {
        // Either H2 forgot to scan the departure back to H1, or the clock that says H1 is wrong.
        var scans = until(41.5).add(48, ScanType.ARRIVED, "H1");
        assertThat(judge(ClaimKind.LOSS, scans).doubt()).isEqualTo(Doubt.CLOCKS_CONTRADICT);
    }

    static Stream<Arguments> doubts() {
        var clean = wholeWay().add(49, ScanType.SIGNED, "O2");
        return Stream.of(
                Arguments.of(ClaimKind.LOSS, new Scans(), Doubt.NO_SCANS),
                Arguments.of(ClaimKind.LOSS, new Scans().add(0, ScanType.ORDER_CREATED, "O1"), Doubt.NO_SCANS),
                Arguments.of(ClaimKind.LOSS, until(15).add(16, ScanType.CUSTOMS_IN, "H1"), Doubt.WITH_CUSTOMS),
                Arguments.of(ClaimKind.LOSS, until(15).add(16, ScanType.OVERSEA_OUT, "H1"), Doubt.ABROAD),
                Arguments.of(ClaimKind.LOSS, until(15).add(16, ScanType.WAYBILL_REPLACED, "H1"),
                        Doubt.CONTINUES_ELSEWHERE),
                Arguments.of(ClaimKind.LOSS, new Scans().add(0, ScanType.PICKED_UP, "X1"), Doubt.UNIT_UNKNOWN),
                Arguments.of(ClaimKind.LOSS, new Scans().add(0, ScanType.PICKED_UP, "O1").left(5, "O1", "H1", "B1")
                        .bag(9, ScanType.ARRIVED, "H1", "B1").left(12, "H1", "H2", "B2"), Doubt.NO_HAND_OVER_RECORDS),
                Arguments.of(ClaimKind.LOSS, new Scans().add(0, ScanType.PICKED_UP, "O1").left(5, "O1", "H1", null)
                        .add(9, ScanType.ARRIVED, "H1").left(11, "H1", "H2", null).add(13, ScanType.ARRIVED, "H1")
                        .add(14, ScanType.PICKED_UP, "H2").add(15, ScanType.PICKED_UP, "O1"), Doubt.OUT_OF_ORDER),
                Arguments.of(ClaimKind.PARTIAL_DAMAGE, wholeWay(), Doubt.NO_DAMAGE_REPORT),
                Arguments.of(ClaimKind.SHORTAGE, clean, Doubt.NO_WEIGHTS),
                Arguments.of(ClaimKind.SHORTAGE, wholeWay().weighed(48, ScanType.ARRIVED, "O2", 980),
                        Doubt.WEIGHT_UNCHANGED),
                Arguments.of(ClaimKind.DELAY, clean, Doubt.NO_PROMISE),
                Arguments.of(ClaimKind.FEE_REFUND, clean, Doubt.NOT_IN_SCANS));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void whatTheScansDoNotTellIsLeftToAPerson(ClaimKind kind, Scans scans, Doubt doubt) {
        var judgement = judge(kind, scans);
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(judgement.doubt()).isEqualTo(doubt);
        assertThat(judgement.shares()).isEmpty();
        assertThat(judgement.steps().getLast().chinese()).contains(doubt.chinese());
    }

    @Test
    void aMissingHandOverSaysNothingWherePlacesAreNotBoundToScanIt() {
        var standard = DefaultStandard.of();
        var limits = standard.limits();
        var lax = new LiabilityStandard("lax", standard.effectiveFrom(), standard.terms(),
                new LiabilityLimits(false, limits.reportWithin(), limits.cutOff(), limits.toleranceGrams(),
                        limits.tolerancePerMille(), limits.outletStay(), limits.hubStay(), limits.roadToHub(),
                        limits.roadToOutlet()),
                standard.rules());
        var engine = new LiabilityEngine(lax, Scans::kind);
        assertThat(engine.judge(CaseFacts.of(ClaimKind.LOSS, until(19).all(), null)).doubt())
                .isEqualTo(Doubt.NO_HAND_OVER_RECORDS);
        assertThat(engine.judge(CaseFacts.of(ClaimKind.LOSS, until(40.5).all(), null)).outcome())
                .isEqualTo(Outcome.CHARGED);
    }

    @Test
    void evidenceOfTheSenderMovesTheBlameToTheReceiverAndBack() {
        var scans = until(19);
        assertThat(blamed(scans, new LiabilityEvidence(Kind.HANDED_OVER, "H1"))).isEqualTo("H2");
        assertThat(blamed(until(40.5), new LiabilityEvidence(Kind.NOT_RECEIVED, "H2"))).isEqualTo("H1");
        assertThat(judge(ClaimKind.LOSS, scans, new LiabilityEvidence(Kind.HANDED_OVER, "H1"),
                new LiabilityEvidence(Kind.NOT_RECEIVED, "H2")).doubt()).isEqualTo(Doubt.EVIDENCE_CONTRADICTS);
        assertThat(blamed(scans, new LiabilityEvidence(Kind.HANDED_OVER, "O1"))).as("somebody else's").isEqualTo("H1");
        assertThat(judge(ClaimKind.LOSS, scans, new LiabilityEvidence(Kind.OTHER, "H1")).doubt())
                .isEqualTo(Doubt.EVIDENCE_TO_BE_READ);
    }

    @Test
    void aUnitShowsThatWhatItIsSaidToHaveHadNeverCame() {
        assertThat(blamed(until(41.5), new LiabilityEvidence(Kind.NOT_RECEIVED, "H2"))).isEqualTo("H1");
    }

    @ParameterizedTest
    @MethodSource("exemptions")
    void whatNoUnitCausedHeadquartersBear(@Nullable Exemption found, @Nullable Kind shown, Exemption told) {
        var facts = new CaseFacts(ClaimKind.LOSS, until(19).all(), null, found == null ? Set.of() : Set.of(found),
                shown == null ? List.of() : List.of(new LiabilityEvidence(shown, "H1")));
        var judgement = ENGINE.judge(facts);
        assertThat(judgement.outcome()).isEqualTo(Outcome.BORNE);
        assertThat(judgement.exemption()).isEqualTo(told);
        assertThat(judgement.shares()).isEmpty();
    }

    static Stream<Arguments> exemptions() {
        return Stream.of(Arguments.of(Exemption.FORCE_MAJEURE, null, Exemption.FORCE_MAJEURE),
                Arguments.of(Exemption.MASS_EVENT, null, Exemption.MASS_EVENT),
                Arguments.of(Exemption.CUSTOMER_FAULT, null, Exemption.CUSTOMER_FAULT),
                Arguments.of(null, Kind.FORCE_MAJEURE, Exemption.FORCE_MAJEURE),
                Arguments.of(null, Kind.CUSTOMER_FAULT, Exemption.CUSTOMER_FAULT),
                Arguments.of(null, Kind.DELIVERED, Exemption.CUSTOMER_FAULT));
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                // In time: it came like that. Of a bag those who closed it and those who opened it share.
                Arguments.of(until(41.5).said(42, ScanType.PROBLEM, "H2", "外包装破损"), List.of(),
                        BrokenLink.DAMAGED_ON_THE_WAY, Map.of("H1", 700, "H2", 300)),
                Arguments.of(until(40).add(41, ScanType.ARRIVED, "H9"), List.of(), null, Map.of()),
                Arguments.of(until(43).left(44, "H2", "O2", null).add(47, ScanType.ARRIVED, "O2")
                        .said(48, ScanType.PROBLEM, "O2", "外包装破损"), List.of(),
                        BrokenLink.DAMAGED_ON_THE_WAY, Map.of("H2", 1000)),
                // Later: whoever had it bears it.
                Arguments.of(until(41.5).said(44, ScanType.PROBLEM, "H2", "外包装破损，已加固"), List.of(),
                        BrokenLink.DAMAGED_ON_THE_WAY, Map.of("H2", 1000)),
                Arguments.of(new Scans().add(0, ScanType.PICKED_UP, "O1").said(1, ScanType.PROBLEM, "O1", "破损"),
                        List.of(), BrokenLink.DAMAGED_ON_THE_WAY, Map.of("O1", 1000)),
                // At the door, or after it.
                Arguments.of(wholeWay().add(49, ScanType.OUT_FOR_DELIVERY, "O2")
                        .said(51, ScanType.REJECTED, "O2", "外包装破损"), List.of(),
                        BrokenLink.DAMAGED_ON_THE_WAY, Map.of("O2", 1000)),
                Arguments.of(wholeWay().add(49, ScanType.SIGNED, "O2"), List.of(),
                        BrokenLink.DAMAGED_AFTER_DELIVERY, Map.of("O2", 1000)),
                // Evidence goes back from unit to unit.
                Arguments.of(wholeWay().add(49, ScanType.SIGNED, "O2"),
                        List.of(new LiabilityEvidence(Kind.DAMAGED_ON_RECEIPT, "O2")), BrokenLink.DAMAGED_ON_THE_WAY,
                        Map.of("H2", 1000)),
                Arguments.of(wholeWay().add(49, ScanType.SIGNED, "O2"),
                        List.of(new LiabilityEvidence(Kind.DAMAGED_ON_RECEIPT, "O2"),
                                new LiabilityEvidence(Kind.DAMAGED_ON_RECEIPT, "H2")),
                        BrokenLink.DAMAGED_ON_THE_WAY, Map.of("H1", 1000)),
                Arguments.of(until(41.5).said(42, ScanType.PROBLEM, "H2", "外包装破损"),
                        List.of(new LiabilityEvidence(Kind.DAMAGED_ON_RECEIPT, "H1")), BrokenLink.DAMAGED_ON_THE_WAY,
                        Map.of("O1", 1000)),
                Arguments.of(until(41.5).said(44, ScanType.PROBLEM, "H2", "外包装破损"),
                        List.of(new LiabilityEvidence(Kind.DAMAGED_ON_RECEIPT, "H2")), BrokenLink.DAMAGED_ON_THE_WAY,
                        Map.of("H1", 1000)));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damageIsBorneByWhoeverCouldNotHandItOnWhole(Scans scans, List<LiabilityEvidence> evidence,
            @Nullable BrokenLink link,
            Map<String, Integer> units) {
        var judgement = judge(ClaimKind.PARTIAL_DAMAGE, scans, evidence.toArray(LiabilityEvidence[]::new));
        assertThat(judgement.link()).as("%s", judgement).isEqualTo(link);
        assertThat(Shares.byUnit(judgement.shares())).isEqualTo(units);
    }

    static Stream<Arguments> shortages() {
        return Stream.of(
                // Lighter when it came: before that place.
                Arguments.of(ClaimKind.SHORTAGE, until(14.2).weighed(14.5, ScanType.ARRIVED, "H1", 700),
                        LiabilityBasis.WEIGHED_ON_ARRIVAL, Map.of("O1", 1000)),
                Arguments.of(ClaimKind.SHORTAGE, until(40.5).weighed(41, ScanType.ARRIVED, "H2", 700),
                        LiabilityBasis.WEIGHED_ON_ARRIVAL, Map.of("H1", 1000)),
                // Heavier is another matter for a shortage, and the matter itself where something else is in it.
                Arguments.of(ClaimKind.MISMATCH, until(14.2).weighed(14.5, ScanType.ARRIVED, "H1", 1_300),
                        LiabilityBasis.WEIGHED_ON_ARRIVAL, Map.of("O1", 1000)),
                // Whole when it came and lighter when it left.
                Arguments.of(ClaimKind.SHORTAGE, until(14.2).weighed(14.5, ScanType.ARRIVED, "H1", 1_010)
                        .add(18, ScanType.DEPARTED, "H1", "H2", null, 700, null), LiabilityBasis.WEIGHED_IN_THE_HOUSE,
                        Map.of("H1", 1000)),
                // Found later at a place that did not weigh it when it came.
                Arguments.of(ClaimKind.SHORTAGE, until(15).add(18, ScanType.DEPARTED, "H1", "H2", null, 700, null),
                        LiabilityBasis.WEIGHED_LATE, Map.of("O1", 500, "H1", 500)),
                // Without weights by the report.
                Arguments.of(ClaimKind.SHORTAGE, until(41.5).said(44, ScanType.PROBLEM, "H2", "内件短少"),
                        LiabilityBasis.REPORTED_LATER, Map.of("H2", 1000)),
                Arguments.of(ClaimKind.MISMATCH, until(41.5).said(42, ScanType.PROBLEM, "H2", "外包装破损，疑似调包"),
                        LiabilityBasis.REPORTED_BAG, Map.of("H1", 700, "H2", 300)));
    }

    @ParameterizedTest
    @MethodSource("shortages")
    void whatIsMissingIsBorneWhereItsWeightChanged(ClaimKind kind, Scans scans, LiabilityBasis basis,
            Map<String, Integer> units) {
        var judgement = judge(kind, scans);
        assertThat(judgement.basis()).as("%s", judgement).isEqualTo(basis);
        assertThat(judgement.link()).isEqualTo(BrokenLink.SHORT_ON_THE_WAY);
        assertThat(Shares.byUnit(judgement.shares())).isEqualTo(units);
    }

    @Test
    void theScaleOfABagIsNotThatOfTheParcel() {
        var scans = until(9).add(9, ScanType.BAGGED, "O1", null, "B1", 21_000, null).left(10, "O1", "H1", "B1")
                .weighed(14, ScanType.ARRIVED, "H1", 1_000);
        assertThat(judge(ClaimKind.SHORTAGE, scans).doubt()).isEqualTo(Doubt.WEIGHT_UNCHANGED);
    }

    static Stream<Arguments> delays() {
        return Stream.of(
                Arguments.of(until(15).left(60, "H1", "O2", null).add(64, ScanType.ARRIVED, "O2")
                        .add(66, ScanType.SIGNED, "O2"), 50, LiabilityBasis.HELD, Map.of("H1", 1000)),
                Arguments.of(until(19).add(99, ScanType.ARRIVED, "O2").add(101, ScanType.SIGNED, "O2"), 50,
                        LiabilityBasis.ON_THE_ROAD, Map.of("H1", 1000)),
                Arguments.of(until(15).left(40, "H1", "H2", null).add(50, ScanType.ARRIVED, "H2")
                        .left(75, "H2", "O2", null).add(79, ScanType.ARRIVED, "O2")
                        .add(80, ScanType.SIGNED, "O2"), 50, LiabilityBasis.TWO_LATE, Map.of("H1", 500, "H2", 500)),
                Arguments.of(until(15).left(60, "H1", "O2", null).add(64, ScanType.ARRIVED, "O2")
                        .add(66, ScanType.STATION_IN, "O2").add(200, ScanType.STATION_SIGNED, "O2"), 50,
                        LiabilityBasis.HELD,
                        Map.of("H1", 1000)));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void delayIsBorneWhereMostTimeWasLost(Scans scans, int promised, LiabilityBasis basis, Map<String, Integer> units) {
        var judgement = late(ClaimKind.DELAY, scans, promised);
        assertThat(judgement.basis()).as("%s", judgement).isEqualTo(basis);
        assertThat(Shares.byUnit(judgement.shares())).isEqualTo(units);
        assertThat(late(ClaimKind.TOTAL_DELAY, scans, promised).shares()).isEqualTo(judgement.shares());
    }

    @Test
    void aDelayNeedsALateDeliveryAndSomebodyWhoTookTooLong() {
        var quick = wholeWay().add(49, ScanType.OUT_FOR_DELIVERY, "O2").add(51, ScanType.SIGNED, "O2");
        assertThat(late(ClaimKind.DELAY, quick, 60).doubt()).isEqualTo(Doubt.NOT_LATE);
        assertThat(late(ClaimKind.DELAY, quick, 50).doubt()).isEqualTo(Doubt.NOBODY_LATE);
        assertThat(late(ClaimKind.DELAY, wholeWay(), 40).doubt()).isEqualTo(Doubt.NOT_DELIVERED);
        var waiting = wholeWay().add(49, ScanType.OUT_FOR_DELIVERY, "O2")
                .said(51, ScanType.SIGN_FAILED, "O2", "无人在家").add(97, ScanType.OUT_FOR_DELIVERY, "O2")
                .add(98, ScanType.SIGNED, "O2");
        assertThat(late(ClaimKind.DELAY, waiting, 60).doubt()).isEqualTo(Doubt.WAITED_FOR_CUSTOMER);
    }

    @Test
    void aTotalDelayThatNeverCameIsALoss() {
        assertThat(judge(ClaimKind.TOTAL_DELAY, until(40.5)).link()).isEqualTo(BrokenLink.SENT_NOT_AT_HUB_BAG);
    }

    @Test
    void everyCaseOfTheStandardIsReachedByARule() {
        for (var link : BrokenLink.values()) {
            for (var basis : link.bases()) {
                assertThat(DefaultStandard.of().rule(link, basis)).as("%s/%s", link, basis).isPresent();
            }
        }
    }

    @Test
    void aStandardWithFlawsJudgesNobody() {
        var standard = DefaultStandard.of();
        var gap = new LiabilityStandard("gap", standard.effectiveFrom(), standard.terms(), standard.limits(),
                standard.rules().subList(1, standard.rules().size()));
        assertThatThrownBy(() -> new LiabilityEngine(gap, Scans::kind)).hasMessageContaining("MISSING");
    }

    private static Judgement late(ClaimKind kind, Scans scans, int promised) {
        return ENGINE.judge(CaseFacts.of(kind, scans.all(), Scans.hour(promised)));
    }

    private static String blamed(Scans scans, LiabilityEvidence... evidence) {
        return Shares.mostBlamed(judge(ClaimKind.LOSS, scans, evidence).shares()).orElse("nobody");
    }

    private static Judgement judge(ClaimKind kind, Scans scans, LiabilityEvidence... evidence) {
        return ENGINE.judge(CaseFacts.of(kind, scans.all(), null).with(Arrays.asList(evidence)));
    }
}
