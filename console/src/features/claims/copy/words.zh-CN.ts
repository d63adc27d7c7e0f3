export const kinds = {
  LOSS: '丢失',
  TOTAL_DAMAGE: '全部损毁',
  PARTIAL_DAMAGE: '部分损毁',
  SHORTAGE: '内件短少',
  MISMATCH: '内件不符',
  DELAY: '延误',
  TOTAL_DELAY: '彻底延误',
  FEE_REFUND: '退还运费',
}

export const states = {
  DRAFT: '草稿',
  TO_EXAMINE: '待审核',
  WAITING_FOR_EVIDENCE: '待补充材料',
  TO_APPROVE: '待审批',
  OFFERED: '待客户确认',
  PAYING: '打款中',
  PAYEE_WRONG: '收款账户有误',
  PAID: '已赔付',
  REFUSED: '不予赔付',
  UNDER_REVIEW: '复核中',
  WITHDRAWN: '已撤回',
}

export const evidence = {
  WAYBILL: '运单号',
  VALUE_PROOF: '价值证明',
  PHOTO_OUTSIDE: '外包装及面单照片',
  PHOTO_INSIDE: '内件及填充物照片',
  UNBOXING_VIDEO: '开箱视频',
  WEIGHT_RECORD: '重量记录',
  NOT_RECEIVED: '未收到快件声明',
  PACKING_LIST: '内件清单',
  LOSS_ESTIMATE: '维修报价或残值证明',
  SERVICE_PROOF: '增值服务未履行的证明',
  PAYEE_ACCOUNT: '收款账户',
  IDENTITY: '身份证明',
}

export const exclusions = {
  FORCE_MAJEURE: '不可抗力',
  NATURE: '物品自身性质或合理损耗',
  SENDER_PACKAGING: '寄件人自行包装不当',
  FALSE_DECLARATION: '寄件人申报不实',
  PROHIBITED_GOODS: '禁寄物品',
  CUSTOMER_FAULT: '寄件人或收件人过错',
  INDIRECT_LOSS: '间接损失',
}

export const verdicts = {
  OWED: '应赔',
  NOTHING_OWED: '不用赔',
  MORE_EVIDENCE: '还缺材料',
  CANNOT_TELL: '还算不出',
}

export const reasons = {
  COMPUTED: '按标准算出',
  TOO_LATE: '已过索赔期限',
  EXCLUDED: '属于免责，全部扣除',
  NOT_LATE: '没有超过承诺时间',
  NOTHING_LOST: '没有可退的费用，或没有损失价值',
  EVIDENCE_MISSING: '材料不全，金额按现有材料估算',
  FACTS_FLAWED: '案情填写有误',
  NO_RULE: '标准没有写到这种情形，要人来定',
  EXTENT_UNKNOWN: '还不知道损失了多少，请填损失价值',
  PROMISE_UNKNOWN: '不知道承诺何时送到',
  MISMATCH_UNKNOWN: '还不知道内件哪里不符',
  VALUE_UNKNOWN: '没有保价，也没有证明或申报价值',
}

export const stages = { APPLY: '申请', EXAMINE: '审核', PAY: '付款' }

export const grades = { A: '法规或企业文件', B: '行业资料', C: '惯例，待确认', DERIVED: '由其他规则推出' }

export const mismatches = { SAME_NAME: '品名相符，数量或重量不符', OTHER_NAME: '品名不符' }

export const ways = { BANK_CARD: '银行卡', ALIPAY: '支付宝', WECHAT: '微信' }

export const channels = { CUSTOMER: '客户自助', STAFF: '客服代录' }

export const hindrances = {
  KIND: '只有丢失、损毁和短少可以走小额快赔。',
  NO_AMOUNT: '按标准还算不出要赔的金额。',
  EVIDENCE_MISSING: '材料还不全。',
  ABOVE_LIMIT: '金额超过小额快赔的上限。',
  TOGETHER_ABOVE_LIMIT: '加上近期已赔给同一人、同一账户或同一包裹的钱，超过小额快赔的上限。',
  NO_PAYEE: '还没有登记收款账户。',
  RISK: '有风险提示，要先有人细看。',
}

export const doubts = {
  NOT_POSTED: '这件包裹没有揽收记录。',
  STILL_MOVING: '说是丢了，但两天内还有扫描，可能仍在路上。',
  SIGNED: '说是丢失或延误，但系统显示已签收。',
  NOT_DELIVERED: '说是破损或少件，但还没有派送签收。',
  NOT_LATE: '说是延误，但还没超过承诺时间。',
}

export const signals = {
  REPEAT_CLAIMANT: (count: string, days: string) => `同一人最近 ${days} 天已提过 ${count} 次理赔。`,
  SAME_PHOTO: (number: string) => `照片和理赔 ${number} 的几乎一样。`,
  SAME_PAYEE: (count: string) => `这个收款账户还收过另外 ${count} 个人的赔款。`,
  VALUE_ABOVE_DECLARED: (claimed: string, declared: string) =>
    `索赔价值 ${claimed}，寄件时只申报 ${declared}，相差三倍以上。`,
  WEIGHT_UNCHANGED: (first: string, last: string) =>
    `说是少件，但收寄 ${first} 克、末次 ${last} 克，重量几乎没变。`,
  SIGNED_IN_PERSON: (at: string) => `说是丢失，但 ${at} 已当面签收。`,
  SAME_PARCEL: (number: string) => `同一件包裹已有理赔 ${number}。`,
  TOLD_LATE: (days: string) => `签收 ${days} 天后才提出。`,
}

export const did = {
  APPLIED: '提交申请',
  ENTERED: '客服代录',
  TAKEN: '领取',
  FACTS_CHANGED: '修改案情',
  EVIDENCE_ASKED: '要求补充材料',
  EVIDENCE_GIVEN: '补充材料',
  PROPOSED: '提出金额',
  QUICK_APPROVED: '小额快赔通过',
  APPROVED: '审批通过',
  SENT_BACK: '退回重审',
  OFFERED: '告知客户金额',
  ACCEPTED: '客户接受',
  COUNTERED: '客户还价',
  REFUSED: '不予赔付',
  APPEALED: '申请复核',
  UPHELD: '维持原决定',
  WITHDRAWN: '撤回',
  PAYEE_NAMED: '登记收款账户',
  PAYOUT_ORDERED: '发起打款',
  PAYOUT_FAILED: '打款失败',
  PAID: '已到账',
  OVERDUE: '超时',
}
