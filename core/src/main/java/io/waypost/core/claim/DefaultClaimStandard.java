package io.waypost.core.claim;

import static io.waypost.core.claim.ClaimKind.DELAY;
import static io.waypost.core.claim.ClaimKind.FEE_REFUND;
import static io.waypost.core.claim.ClaimKind.LOSS;
import static io.waypost.core.claim.ClaimKind.MISMATCH;
import static io.waypost.core.claim.ClaimKind.PARTIAL_DAMAGE;
import static io.waypost.core.claim.ClaimKind.SHORTAGE;
import static io.waypost.core.claim.ClaimKind.TOTAL_DAMAGE;
import static io.waypost.core.claim.ClaimKind.TOTAL_DELAY;

import io.waypost.core.claim.ClaimStandard.Circumstance;
import io.waypost.core.claim.ClaimStandard.CountsRow;
import io.waypost.core.claim.ClaimStandard.Effect;
import io.waypost.core.claim.ClaimStandard.EvidenceRow;
import io.waypost.core.claim.ClaimStandard.ExclusionRow;
import io.waypost.core.claim.ClaimStandard.Fee;
import io.waypost.core.claim.ClaimStandard.InsuredRow;
import io.waypost.core.claim.ClaimStandard.OwnTermsRow;
import io.waypost.core.claim.ClaimStandard.PartRow;
import io.waypost.core.claim.ClaimStandard.Protection;
import io.waypost.core.claim.ClaimStandard.ProvenRow;
import io.waypost.core.claim.ClaimStandard.RefundRow;
import io.waypost.core.claim.ClaimStandard.RoundingRow;
import io.waypost.core.claim.ClaimStandard.TimeFor;
import io.waypost.core.claim.ClaimStandard.TimeRow;
import io.waypost.core.claim.ClaimStandard.TotalDelayRow;
import io.waypost.core.claim.ClaimStandard.UnprovenRow;
import java.time.LocalDate;
import java.util.List;

/**
 * The claim standard that an installation begins with (默认理赔标准). Law is cited as law; what a national standard of 2011 said, what is a
 * network's custom and what only follows from other rules is graded so, and its source says what somebody still has to confirm.
 */
public final class DefaultClaimStandard {

    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final LocalDate AMENDED = LocalDate.of(2025, 6, 1);
    private static final String ZHEJIANG = "330000";
    private static final String ZHEJIANG_ACT = "浙江省实施《中华人民共和国消费者权益保护法》办法 第二十二条";
    private static final String STANDARD_2011 = "国家标准2011年版条文；2023年版（2024-04-01施行）是否沿用待核实";
    private static final String CUSTOM = "行业惯例，示例值，由企业核定";
    private static final String LAW = "法律条文";

    private DefaultClaimStandard() {}

    /** The standard. */
    public static ClaimStandard standard() {
        return new ClaimStandard("DEFAULT-1", "默认理赔标准", START, insured(), proven(), unproven(), parts(), counting(),
                totalDelays(), refunds(), exclusions(), contracts(), times(), evidence(), rounding());
    }

    private static List<InsuredRow> insured() {
        return List.of(
                new InsuredRow(new Basis("insured.2019", START, AMENDED.minusDays(1), Basis.EVERYWHERE, Grade.A,
                        "行政法规条文；不超过实际价值参照邮政法第四十七条", "快递暂行条例（2019年修订） 第二十七条"), true),
                new InsuredRow(new Basis("insured.2025", AMENDED, null, Basis.EVERYWHERE, Grade.A,
                        "行政法规条文（条号按2025年修订顺延推定）；不超过实际价值参照邮政法第四十七条", "快递暂行条例（国务院令第806号修订） 第二十八条"), true),
                new InsuredRow(row("insured.zhejiang", ZHEJIANG, Grade.A, "地方规定：声明价值的按声明价值；不超过实际价值为补偿原则",
                        ZHEJIANG_ACT), true));
    }

    private static List<ProvenRow> proven() {
        return List.of(
                new ProvenRow(row("proven.value", Grade.A, LAW, "民法典 第八百三十三条"), null, null, false),
                new ProvenRow(row("proven.zhejiang", ZHEJIANG, Grade.A, "地方规定：未声明但能证明的按实际价值", ZHEJIANG_ACT), null, null,
                        false));
    }

    private static List<UnprovenRow> unproven() {
        return List.of(
                new UnprovenRow(row("unproven.promise", Grade.C, "企业对外承诺，示例值，各网络公示不一，由企业核定", "企业理赔承诺：未保价每票最高 300 元"),
                        30_000L, null, null, false, false),
                new UnprovenRow(row("unproven.zhejiang", ZHEJIANG, Grade.A, "地方规定：无法证明且无约定的按资费十倍、最高八百元；企业承诺更高的从其承诺",
                        ZHEJIANG_ACT), null, 10_000L, 80_000L, false, true));
    }

    private static List<PartRow> parts() {
        return List.of(new PartRow(row("part", Grade.B, STANDARD_2011 + "；保价件比例赔偿参照邮政法第四十七条",
                "GB/T 27917.3 快递服务 赔偿原则（部分损毁）")));
    }

    private static List<CountsRow> counting() {
        String article = "GB/T 27917.3 快递服务 赔偿原则";
        return List.of(
                new CountsRow(row("counts.same-name", Grade.B, STANDARD_2011, article + "（内件不符）"),
                        Circumstance.MISMATCH_SAME_NAME, PARTIAL_DAMAGE),
                new CountsRow(row("counts.other-name", Grade.B, STANDARD_2011, article + "（内件不符）"),
                        Circumstance.MISMATCH_OTHER_NAME, TOTAL_DAMAGE),
                new CountsRow(row("counts.lost-by-delay", Grade.B, STANDARD_2011, article + "（延误）"),
                        Circumstance.LOST_BY_DELAY, TOTAL_DAMAGE),
                new CountsRow(row("counts.part-lost-by-delay", Grade.B, STANDARD_2011, article + "（延误）"),
                        Circumstance.PART_LOST_BY_DELAY, PARTIAL_DAMAGE),
                new CountsRow(row("counts.kept", Grade.DERIVED, "由赔偿不超过实际损失推定", "民法典 第五百八十四条"),
                        Circumstance.KEPT_AFTER_TOTAL_DELAY, DELAY));
    }

    private static List<TotalDelayRow> totalDelays() {
        String article = "GB/T 27917 快递服务（彻底延误）";
        return List.of(
                new TotalDelayRow(row("total-delay.same-city", Grade.B, STANDARD_2011, article), Distance.SAME_CITY,
                        3),
                new TotalDelayRow(row("total-delay.domestic", Grade.B, STANDARD_2011, article), Distance.DOMESTIC, 7),
                new TotalDelayRow(row("total-delay.hong-kong-macau", Grade.C, STANDARD_2011 + "；天数未证实", article),
                        Distance.HONG_KONG_MACAU, 7),
                new TotalDelayRow(row("total-delay.taiwan", Grade.C, STANDARD_2011 + "；天数未证实", article),
                        Distance.TAIWAN, 10),
                new TotalDelayRow(row("total-delay.abroad", Grade.C, STANDARD_2011 + "；天数未证实", article),
                        Distance.ABROAD, 10));
    }

    private static List<RefundRow> refunds() {
        String article = "GB/T 27917.3 快递服务 赔偿原则";
        return List.of(
                new RefundRow(row("refund.loss", Grade.B, STANDARD_2011, article + "（丢失：免除本次服务费用）"), Fee.CARRIAGE,
                        List.of(LOSS, TOTAL_DAMAGE, TOTAL_DELAY), 1_000),
                new RefundRow(row("refund.delay", Grade.B, STANDARD_2011, article + "（延误：免除本次服务费用，不含保价等附加费用）"),
                        Fee.CARRIAGE, List.of(DELAY), 1_000),
                new RefundRow(row("refund.promise", Grade.C, "产品公开承诺，以所售产品为准", "产品承诺：限时未达退运费"), Fee.PROMISE,
                        List.of(FEE_REFUND), 1_000),
                new RefundRow(row("refund.extra", Grade.DERIVED, "由违约责任推定：未履行的服务不得收费", "民法典 第五百七十七条"),
                        Fee.EXTRA_NOT_DONE, List.of(FEE_REFUND), 1_000));
    }

    private static List<ExclusionRow> exclusions() {
        var broken = List.of(TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE);
        return List.of(
                new ExclusionRow(row("excluded.force-majeure", Grade.A, LAW + "；保价除外参照邮政法第四十八条；运费返还见民法典第八百三十五条",
                        "民法典 第八百三十二条、第八百三十五条"), Exclusion.FORCE_MAJEURE, Effect.BY_SHARE, List.of(), false,
                        List.of(LOSS, TOTAL_DAMAGE), true),
                new ExclusionRow(row("excluded.nature", Grade.A, LAW, "民法典 第八百三十二条"), Exclusion.NATURE,
                        Effect.BY_SHARE, List.of(TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE, MISMATCH), true, List.of(),
                        false),
                new ExclusionRow(row("excluded.sender-packaging", Grade.A, LAW, "民法典 第八百二十七条、第八百三十二条"),
                        Exclusion.SENDER_PACKAGING, Effect.BY_SHARE, broken, true, List.of(), false),
                new ExclusionRow(row("excluded.false-declaration", Grade.A, LAW, "民法典 第八百二十五条、第八百三十二条"),
                        Exclusion.FALSE_DECLARATION, Effect.BY_SHARE, List.of(), true, List.of(), false),
                new ExclusionRow(row("excluded.prohibited", Grade.C, "企业服务条款，示例；全部免责须已提示说明", "企业服务条款：禁寄物品不予赔偿"),
                        Exclusion.PROHIBITED_GOODS, Effect.WHOLLY, List.of(), true, List.of(), false),
                new ExclusionRow(row("excluded.customer-fault", Grade.A, LAW, "民法典 第八百三十二条"),
                        Exclusion.CUSTOMER_FAULT, Effect.BY_SHARE, List.of(), true, List.of(), false),
                new ExclusionRow(row("excluded.indirect", Grade.DERIVED, "由货损按到达地市价计算推定；服务条款常见", "民法典 第八百三十三条"),
                        Exclusion.INDIRECT_LOSS, Effect.NOT_COUNTED, List.of(), true, List.of(), false));
    }

    private static List<OwnTermsRow> contracts() {
        return List.of(new OwnTermsRow(row("contract", Grade.A, LAW, "民法典 第八百三十三条、第四百九十六条"), true));
    }

    private static List<TimeRow> times() {
        return List.of(
                new TimeRow(
                        row("time.claim", Grade.C, STANDARD_2011 + "；期限未证实，能否短于三年诉讼时效须由法务确认",
                                "GB/T 27917.3 快递服务（投诉有效期一年）"),
                        TimeFor.CLAIM, 12, "理赔主管可以决定例外受理；向法院请求保护权利的诉讼时效为三年（民法典第一百八十八条）。"),
                new TimeRow(row("time.appeal", Grade.A, "部门规范性文件", "邮政业用户申诉处理办法（一年）"), TimeFor.APPEAL, 12,
                        "由邮政管理部门决定是否受理。"),
                new TimeRow(row("time.appeal.zhejiang", ZHEJIANG, Grade.A, "地方性法规", "浙江省快递业促进条例 第三十七条（六个月）"),
                        TimeFor.APPEAL, 6, "由邮政管理部门决定是否受理。"));
    }

    private static List<EvidenceRow> evidence() {
        var broken = List.of(TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE, MISMATCH);
        var byValue = List.of(LOSS, TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE, MISMATCH, TOTAL_DELAY);
        return List.of(
                asked("evidence.waybill", ClaimStage.APPLY, List.of(), Protection.ANY, 0, Evidence.WAYBILL),
                asked("evidence.photo-inside", ClaimStage.APPLY, broken, Protection.ANY, 0, Evidence.PHOTO_INSIDE,
                        Evidence.UNBOXING_VIDEO),
                asked("evidence.photo-outside", ClaimStage.EXAMINE, broken, Protection.ANY, 0, Evidence.PHOTO_OUTSIDE,
                        Evidence.UNBOXING_VIDEO),
                asked("evidence.not-received", ClaimStage.EXAMINE, List.of(LOSS, TOTAL_DELAY), Protection.ANY, 0,
                        Evidence.NOT_RECEIVED),
                asked("evidence.value", ClaimStage.EXAMINE, byValue, Protection.UNINSURED, 30_000,
                        Evidence.VALUE_PROOF),
                asked("evidence.value-insured", ClaimStage.EXAMINE, byValue, Protection.INSURED, 0,
                        Evidence.VALUE_PROOF),
                asked("evidence.content", ClaimStage.EXAMINE, List.of(SHORTAGE, MISMATCH), Protection.ANY, 0,
                        Evidence.PACKING_LIST, Evidence.WEIGHT_RECORD),
                asked("evidence.loss", ClaimStage.EXAMINE, List.of(PARTIAL_DAMAGE), Protection.ANY, 30_000,
                        Evidence.LOSS_ESTIMATE),
                asked("evidence.service", ClaimStage.EXAMINE, List.of(FEE_REFUND), Protection.ANY, 0,
                        Evidence.SERVICE_PROOF),
                asked("evidence.payee", ClaimStage.PAY, List.of(), Protection.ANY, 0, Evidence.PAYEE_ACCOUNT),
                asked("evidence.identity", ClaimStage.PAY, byValue, Protection.ANY, 100_000, Evidence.IDENTITY));
    }

    private static EvidenceRow asked(String id, ClaimStage stage, List<ClaimKind> kinds, Protection protection,
            long above, Evidence... anyOf) {
        return new EvidenceRow(row(id, Grade.C, CUSTOM, "企业理赔材料清单"), stage, kinds, protection, above,
                List.of(anyOf));
    }

    private static List<RoundingRow> rounding() {
        return List.of(new RoundingRow(row("rounding", Grade.C, CUSTOM, "企业理赔标准：每项四舍五入到分后相加"), Rounding.HALF_UP));
    }

    private static Basis row(String id, Grade grade, String source, String article) {
        return row(id, Basis.EVERYWHERE, grade, source, article);
    }

    private static Basis row(String id, String jurisdiction, Grade grade, String source, String article) {
        return new Basis(id, START, null, jurisdiction, grade, source, article);
    }
}
