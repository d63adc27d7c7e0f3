package io.waypost.app.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.claim.ClaimDesk.Reply;
import io.waypost.app.contract.ContractCompensation;
import io.waypost.app.contract.ContractScene;
import io.waypost.app.contract.ContractTermsBody;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Payee;
import io.waypost.app.testing.Organisation;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.claim.Evidence;
import io.waypost.core.settlement.QuickClaim.Hindrance;
import io.waypost.core.settlement.RiskSignal;
import io.waypost.core.settlement.SettlementState;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("L1 L3 L4 a claim is examined, granted by those who may, and paid")
class ClaimFlowTest {

    private static final AtomicInteger PHONES = new AtomicInteger();

    private final ClaimScene scene;
    private final ContractScene contracts;
    private Actor.Person clerk;
    private Actor.Person officer;
    private Actor.Person lead;

    ClaimFlowTest(ClaimScene scene, ContractScene contracts) {
        this.scene = scene;
        this.contracts = contracts;
        clerk = scene.somebody(Organisation.SOUTH);
        officer = clerk;
        lead = clerk;
    }

    @BeforeEach
    void people() {
        clerk = scene.somebody(Organisation.SOUTH);
        officer = scene.somebody(Organisation.SOUTH);
        lead = scene.somebody(Organisation.SOUTH, Permission.CLAIM_APPROVE);
    }

    private static String phone() {
        return "1377%07d".formatted(PHONES.incrementAndGet());
    }

    private static String card() {
        return "T%011d@pay.example".formatted(PHONES.incrementAndGet());
    }

    private UUID payable(String phone, CaseFacts what, String account) {
        var id = scene.entered(clerk, scene.lost(phone, Organisation.TIANHE), what);
        Acting.as(Actor.Internal.FOR_CUSTOMER,
                () -> scene.desk.payee(id, new Payee(Payee.Way.ALIPAY, account, "张小明")));
        return id;
    }

    private static String code(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    @Test
    void aSmallLossIsPaidByOneClickOfWhoDidNotWriteItDown() {
        var id = payable(phone(), ClaimScene.loss(15_000), card());
        assertThat(code(() -> Acting.as(clerk, () -> scene.desk.quick(id, scene.version(id), null))))
                .isEqualTo("SECOND_PERSON");
        var seen = Acting.as(officer, () -> scene.views.view(id));
        assertThat(seen.powers().quickHindrances()).isEmpty();
        assertThat(seen.row().owedFen()).isEqualTo(16_000);
        Acting.as(officer, () -> scene.desk.quick(id, scene.version(id), null));
        var paying = scene.kept(id);
        assertThat(paying.settlement().state()).isEqualTo(SettlementState.PAYING);
        assertThat(scene.unpaid(id)).isEqualTo(16_000);
        scene.settle(id, true);
        scene.settle(id, true);
        var paid = scene.kept(id);
        assertThat(paid.settlement().state()).isEqualTo(SettlementState.PAID);
        assertThat(paid.times().paidAt()).isNotNull();
        assertThat(Acting.as(officer, () -> scene.views.view(id)).steps()).extracting(step -> step.what().name())
                .containsSubsequence("ENTERED", "PAYEE_NAMED", "PAYOUT_ORDERED", "QUICK_APPROVED", "PAID");
    }

    @Test
    void twoSmallOnesOfOnePersonDoNotGoAroundTheLimit() {
        var phone = phone();
        var first = payable(phone, ClaimScene.loss(12_000), card());
        var second = payable(phone, ClaimScene.loss(12_000), card());
        Acting.as(officer, () -> scene.desk.quick(first, scene.version(first), null));
        assertThat(Acting.as(officer, () -> scene.views.view(second)).powers().quickHindrances())
                .containsExactly(Hindrance.TOGETHER_ABOVE_LIMIT);
        assertThat(code(() -> Acting.as(officer, () -> scene.desk.quick(second, scene.version(second), null))))
                .isEqualTo("NOT_QUICK");
        Acting.as(officer, () -> scene.desk.propose(second, scene.version(second), 13_000, "按标准"));
        assertThat(scene.kept(second).settlement().state()).isEqualTo(SettlementState.TO_APPROVE);
    }

    @Test
    void twoAtOnceDoNotEither() throws Exception {
        var phone = phone();
        var first = payable(phone, ClaimScene.loss(12_000), card());
        var second = payable(phone, ClaimScene.loss(12_000), card());
        var other = scene.somebody(Organisation.SOUTH);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> one = () -> code(
                    () -> Acting.as(officer, () -> scene.desk.quick(first, scene.version(first), null)));
            Callable<String> two = () -> code(
                    () -> Acting.as(other, () -> scene.desk.quick(second, scene.version(second), null)));
            assertThat(threads.invokeAll(List.of(one, two)).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder("", "NOT_QUICK");
        }
    }

    @Test
    void twoWhoDecideAtOnceDoItOnce() throws Exception {
        var id = payable(phone(), ClaimScene.loss(9_000), card());
        var other = scene.somebody(Organisation.SOUTH);
        int version = scene.version(id);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> one = () -> code(() -> Acting.as(officer, () -> scene.desk.quick(id, version, null)));
            Callable<String> two = () -> code(() -> Acting.as(other, () -> scene.desk.quick(id, version, null)));
            assertThat(threads.invokeAll(List.of(one, two)).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder("", "STALE_VERSION");
        }
        assertThat(scene.kept(id).money().payouts()).isEqualTo(1);
    }

    @Test
    void aLargeOneIsBargainedForAndNeedsASecondPerson() {
        var id = payable(phone(), ClaimScene.loss(80_000), card());
        assertThat(Acting.as(officer, () -> scene.views.view(id)).powers().quickHindrances())
                .containsExactly(Hindrance.ABOVE_LIMIT);
        Acting.as(officer, () -> scene.desk.propose(id, scene.version(id), 60_000, "按凭证"));
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.TO_APPROVE);
        assertThat(code(() -> Acting.as(officer, () -> scene.desk.approve(id, scene.version(id), null))))
                .isEqualTo("SECOND_PERSON");
        Acting.as(lead, () -> scene.desk.approve(id, scene.version(id), null));
        reply(id, Reply.COUNTER, 81_000L, "还要退运费");
        assertThat(scene.kept(id).talk().counterFen()).isEqualTo(81_000);
        Acting.as(lead, () -> scene.desk.propose(id, scene.version(id), 81_000, "同意退运费"));
        reply(id, Reply.ACCEPT, null, null);
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.PAYING);
        scene.settle(id, false);
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.PAYEE_WRONG);
        Acting.as(Actor.Internal.FOR_CUSTOMER,
                () -> scene.desk.payee(id, new Payee(Payee.Way.BANK_CARD, ClaimScene.CARD, "张小明")));
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.PAYING);
        assertThat(scene.kept(id).money().payouts()).isEqualTo(2);
        assertThat(scene.unpaid(id)).isEqualTo(81_000);
        scene.settle(id, true);
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.PAID);
    }

    private void reply(UUID id, Reply reply, @Nullable Long fen, @Nullable String words) {
        Acting.as(Actor.Internal.FOR_CUSTOMER, () -> scene.desk.reply(id, scene.version(id), reply, fen, words));
    }

    @Test
    void nothingIsPaidToNobody() {
        var id = scene.entered(clerk, scene.lost(phone(), Organisation.TIANHE), ClaimScene.loss(50_000));
        Acting.as(lead, () -> scene.desk.propose(id, scene.version(id), 50_000, "按凭证"));
        assertThat(code(() -> reply(id, Reply.ACCEPT, null, null))).isEqualTo("PAYEE_MISSING");
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.OFFERED);
    }

    @Test
    void whoNamesTheAccountDoesNotSendMoneyToItAlone() {
        var id = payable(phone(), ClaimScene.loss(9_000), card());
        Acting.as(officer, () -> scene.desk.payee(id, new Payee(Payee.Way.ALIPAY, card(), "王五")));
        assertThat(code(() -> Acting.as(officer, () -> scene.desk.quick(id, scene.version(id), null))))
                .isEqualTo("SECOND_PERSON");
    }

    @Test
    void aRefusalIsReviewedByAnother() {
        var id = payable(phone(), ClaimScene.loss(9_000), card());
        Acting.as(officer, () -> scene.desk.refuse(id, scene.version(id), "已当面签收"));
        reply(id, Reply.APPEAL, null, "不是我签的");
        assertThat(code(() -> Acting.as(officer, () -> scene.desk.uphold(id, scene.version(id), "维持"))))
                .isEqualTo("SECOND_PERSON");
        Acting.as(lead, () -> scene.desk.propose(id, scene.version(id), 9_000, "改为赔付"));
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.OFFERED);
    }

    @Test
    void aDamageWithoutPhotosWaitsForThem() {
        var id = payable(phone(), ClaimScene.facts(ClaimKind.TOTAL_DAMAGE, 9_000, 9_000L), card());
        assertThat(Acting.as(officer, () -> scene.views.view(id)).powers().quickHindrances())
                .contains(Hindrance.EVIDENCE_MISSING);
        Acting.as(officer, () -> scene.desk.askEvidence(id, scene.version(id), "请补内件照片"));
        assertThat(scene.kept(id).settlement().state()).isEqualTo(SettlementState.WAITING_FOR_EVIDENCE);
        Acting.as(officer, () -> scene.desk.facts(id, scene.version(id), ClaimScene.facts(ClaimKind.TOTAL_DAMAGE, 9_000,
                9_000L, Evidence.PHOTO_INSIDE, Evidence.PHOTO_OUTSIDE), "运动鞋"));
        Acting.as(clerk, () -> scene.desk.giveEvidence(id, List.of(), "微信已收到照片"));
        assertThat(Acting.as(officer, () -> scene.views.view(id)).powers().quickHindrances()).isEmpty();
    }

    @Test
    void theSameParcelIsClaimedOnceAndAPersonWhoClaimsOftenIsShown() {
        var phone = phone();
        var waybill = scene.lost(phone, Organisation.TIANHE);
        scene.entered(clerk, waybill, ClaimScene.loss(9_000));
        assertThatThrownBy(() -> scene.entered(officer, waybill, ClaimScene.loss(9_000)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CLAIM_EXISTS"));
        for (int more = 0; more < 3; more++) {
            scene.entered(clerk, scene.lost(phone, Organisation.TIANHE), ClaimScene.loss(9_000));
        }
        var last = scene.entered(clerk, scene.lost(phone, Organisation.TIANHE), ClaimScene.loss(9_000));
        assertThat(Acting.as(officer, () -> scene.views.view(last)).signals()).extracting(RiskSignal::kind)
                .contains(RiskSignal.Kind.REPEAT_CLAIMANT);
    }

    @Test
    void whoHasAContractIsPaidByIt() {
        var phone = phone();
        var terms = new ContractCompensation(true, false, List.of(ClaimKind.LOSS), 50_000L, null, null);
        // The contract is another region's, which whoever examines the claim does not see.
        contracts.add(ContractScene.fields(Organisation.NORTH).person("何发货", phone)
                .terms(new ContractTermsBody(null, null, null, 0, List.of(), 0, "", terms)));
        var lost = scene.entered(clerk, scene.lost(phone, Organisation.TIANHE), ClaimScene.loss(9_000));
        assertThat(Acting.as(officer, () -> scene.views.view(lost)).row().owedFen()).isGreaterThanOrEqualTo(50_000);
        var other = scene.entered(clerk, scene.lost(phone(), Organisation.TIANHE), ClaimScene.loss(9_000));
        assertThat(scene.kept(other).owedFen()).isEqualTo(10_000);
    }

    @Test
    void anotherRegionDoesNotSeeIt() {
        var id = payable(phone(), ClaimScene.loss(9_000), card());
        var north = scene.somebody(Organisation.NORTH);
        assertThat(code(() -> Acting.as(north, () -> scene.views.view(id)))).isEqualTo("NOT_FOUND");
        assertThat(code(() -> Acting.as(north, () -> scene.desk.quick(id, scene.version(id), null))))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void whatWasDeclaredIsWhatIsOwedAtMost() {
        var id = scene.entered(clerk, scene.lost(phone(), Organisation.TIANHE, 30_000L), ClaimScene.loss(50_000));
        assertThat(scene.kept(id).owedFen()).isEqualTo(31_000);
    }
}
