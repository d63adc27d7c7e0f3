import type { Translation } from '../../../shared/i18n'
import type * as words from './words.zh-CN'

export const kinds: Translation<typeof words.kinds> = {
  LOSS: 'Lost',
  TOTAL_DAMAGE: 'Destroyed',
  PARTIAL_DAMAGE: 'Damaged',
  SHORTAGE: 'Something missing',
  MISMATCH: 'Other goods',
  DELAY: 'Late',
  TOTAL_DELAY: 'So late that it counts as lost',
  FEE_REFUND: 'Refund of the fee',
}

export const states: Translation<typeof words.states> = {
  DRAFT: 'Draft',
  TO_EXAMINE: 'To examine',
  WAITING_FOR_EVIDENCE: 'Waiting for evidence',
  TO_APPROVE: 'To approve',
  OFFERED: 'With the customer',
  PAYING: 'Being paid',
  PAYEE_WRONG: 'Account is wrong',
  PAID: 'Paid',
  REFUSED: 'Refused',
  UNDER_REVIEW: 'Under review',
  WITHDRAWN: 'Withdrawn',
}

export const evidence: Translation<typeof words.evidence> = {
  WAYBILL: 'Waybill number',
  VALUE_PROOF: 'Proof of the value',
  PHOTO_OUTSIDE: 'Photos of the outside and the label',
  PHOTO_INSIDE: 'Photos of the goods and the filling',
  UNBOXING_VIDEO: 'Video of the unpacking',
  WEIGHT_RECORD: 'Record of the weights',
  NOT_RECEIVED: 'Statement that it was not received',
  PACKING_LIST: 'List of what was sent',
  LOSS_ESTIMATE: 'Estimate of the repair or of what is left',
  SERVICE_PROOF: 'Proof that a service was not done',
  PAYEE_ACCOUNT: 'Account to be paid to',
  IDENTITY: 'Proof of identity',
}

export const exclusions: Translation<typeof words.exclusions> = {
  FORCE_MAJEURE: 'Force majeure',
  NATURE: 'Nature of the goods, or wear',
  SENDER_PACKAGING: "The sender's own packaging",
  FALSE_DECLARATION: 'False declaration by the sender',
  PROHIBITED_GOODS: 'Goods that may not be sent',
  CUSTOMER_FAULT: 'Fault of the sender or recipient',
  INDIRECT_LOSS: 'Indirect loss',
}

export const verdicts: Translation<typeof words.verdicts> = {
  OWED: 'Owed',
  NOTHING_OWED: 'Nothing is owed',
  MORE_EVIDENCE: 'Evidence is missing',
  CANNOT_TELL: 'Cannot be told yet',
}

export const reasons: Translation<typeof words.reasons> = {
  COMPUTED: 'computed from the standard',
  TOO_LATE: 'the time to claim is over',
  EXCLUDED: 'an exclusion takes all of it',
  NOT_LATE: 'it is within the promise',
  NOTHING_LOST: 'nothing was paid that could come back, or nothing of value is lost',
  EVIDENCE_MISSING: 'an estimate from what is at hand',
  FACTS_FLAWED: 'something is wrong in the facts',
  NO_RULE: 'the standard has no rule for it; a person must decide',
  EXTENT_UNKNOWN: 'say how much of the value is lost',
  PROMISE_UNKNOWN: 'it is not known by when delivery was promised',
  MISMATCH_UNKNOWN: 'it is not known in what the goods differ',
  VALUE_UNKNOWN: 'the value is neither insured, proven nor claimed',
}

export const stages: Translation<typeof words.stages> = {
  APPLY: 'To apply',
  EXAMINE: 'To decide',
  PAY: 'To pay',
}

export const grades: Translation<typeof words.grades> = {
  A: 'law or own documents',
  B: 'trade press',
  C: 'custom, to be confirmed',
  DERIVED: 'concluded from other rules',
}

export const mismatches: Translation<typeof words.mismatches> = {
  SAME_NAME: 'Right goods, but fewer or lighter',
  OTHER_NAME: 'Other goods',
}

export const ways: Translation<typeof words.ways> = {
  BANK_CARD: 'Bank card',
  ALIPAY: 'Alipay',
  WECHAT: 'WeChat',
}

export const channels: Translation<typeof words.channels> = {
  CUSTOMER: 'by the customer',
  STAFF: 'entered by staff',
}

export const hindrances: Translation<typeof words.hindrances> = {
  KIND: 'Only loss, damage and shortage can be paid at once.',
  NO_AMOUNT: 'No amount can be computed from the standard yet.',
  EVIDENCE_MISSING: 'Evidence is missing.',
  ABOVE_LIMIT: 'The amount is above the limit for paying at once.',
  TOGETHER_ABOVE_LIMIT:
    'With what the same person, account or parcel was granted lately it is above the limit for paying at once.',
  NO_PAYEE: 'No account to be paid to is known.',
  RISK: 'There is a grave risk signal; somebody must look first.',
}

export const doubts: Translation<typeof words.doubts> = {
  NOT_POSTED: 'The parcel was never picked up.',
  STILL_MOVING: 'It is said to be lost, but was scanned within two days: it may still be under way.',
  SIGNED: 'It is said to be lost or late, but was signed for.',
  NOT_DELIVERED: 'It is said to be damaged, but has not been delivered.',
  NOT_LATE: 'It is said to be late, but is still within the promise.',
}

export const signals: Translation<typeof words.signals> = {
  REPEAT_CLAIMANT: (count, days) => `The same person made ${count} claims in the last ${days} days.`,
  SAME_PHOTO: (number) => `A photo is nearly the same as one of claim ${number}.`,
  SAME_PAYEE: (count) => `${count} other people were paid to this account.`,
  VALUE_ABOVE_DECLARED: (claimed, declared) =>
    `${claimed} is claimed, but only ${declared} was declared: more than three times as much.`,
  WEIGHT_UNCHANGED: (first, last) =>
    `Something is said to be missing, but it weighed ${first} g at first and ${last} g at last.`,
  SIGNED_IN_PERSON: (at) => `It is said to be lost, but was handed to a person at ${at}.`,
  SAME_PARCEL: (number) => `There is claim ${number} about the same parcel.`,
  TOLD_LATE: (days) => `It was told ${days} days after the delivery.`,
}

export const did: Translation<typeof words.did> = {
  APPLIED: 'Applied',
  ENTERED: 'Entered by staff',
  TAKEN: 'Taken',
  FACTS_CHANGED: 'Facts changed',
  EVIDENCE_ASKED: 'Evidence asked for',
  EVIDENCE_GIVEN: 'Evidence given',
  PROPOSED: 'Amount proposed',
  QUICK_APPROVED: 'Paid at once',
  APPROVED: 'Approved',
  SENT_BACK: 'Sent back',
  OFFERED: 'Offered',
  ACCEPTED: 'Accepted',
  COUNTERED: 'Another amount asked for',
  REFUSED: 'Refused',
  APPEALED: 'Review asked for',
  UPHELD: 'Upheld',
  WITHDRAWN: 'Withdrawn',
  PAYEE_NAMED: 'Account named',
  PAYOUT_ORDERED: 'Payment ordered',
  PAYOUT_FAILED: 'Payment failed',
  PAID: 'Paid',
  OVERDUE: 'Overdue',
}
