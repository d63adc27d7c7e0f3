// Sample payouts, batches for the bank, reconciliation and the ledger: some of each state, with the words that gateways and banks use.
import { at, id, now } from './sample.mjs'

const NAMES = ['王*', '陈*', '李*', '欧*', '张*', '刘*']
const WAYS = ['ALIPAY', 'BANK_CARD', 'WECHAT']
const STATES = [
  ['UNKNOWN', 'TIMEOUT', 0.2],
  ['UNKNOWN', 'HTTP_502', 1],
  ['ORDERED', null, 0],
  ['ORDERED', 'BALANCE_NOT_ENOUGH', 0.5],
  ['SENDING', null, 0.1],
  ['TAKEN', null, 0.3],
  ['PAID', null, null],
  ['PAID', null, null],
  ['FAILED', '户名与账号不符', null],
  ['PAID', 'DECIDED', null],
  ['FAILED', 'NOT_OWED', null],
]
export const key = (text) => text.replaceAll('-', '')
const day = (back) => new Date(now().getTime() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10)
const claimOf = (i) => `LP${key(day(i % 29))}${String(1_000_001 + i).slice(1)}00`
export const uuid = (i) =>
  `0198c0de-71a2-7000-8f3b-${(0xa0000000000 + i * 7919).toString(16).padStart(12, '0')}`

export const PAYOUTS = Array.from({ length: 240 }, (_, i) => {
  const [state, reason, next] = STATES[i < STATES.length ? i : 6 + (i % 3)]
  return {
    id: uuid(i),
    reference: `claim/${claimOf(i)}/1`,
    claim: claimOf(i),
    fen: 3_800 + ((i * 7_919) % 180_000),
    way: WAYS[i % 3],
    payeeAccount: i % 3 === 2 ? '****a91f' : `****${String(6_688 + i * 13).slice(-4)}`,
    payeeName: NAMES[i % NAMES.length],
    gateway: i % 4 === 1 && i !== 1 ? 'bank-file' : 'zhifu-pay',
    state,
    reason: i < STATES.length || state !== 'FAILED' ? reason : '账户已注销',
    since: at(-0.3 - i * 1.7),
    orderedAt: at(-0.5 - i * 1.7),
    orderedBy: i % 5 === 0 ? 'customer' : '林晓',
    sends: state === 'ORDERED' && reason === null ? 0 : 1 + (i % 2),
    nextAt: next === null ? null : at(next),
  }
})

export function eventsOf({ orderedAt, orderedBy, since, state, reason, sends, gateway }) {
  const event = (time, name, to, detail = null, by = 'payouts') => ({
    at: time,
    by,
    event: name,
    state: to,
    detail,
  })
  const events = [event(orderedAt, 'Ordered', 'ORDERED', null, orderedBy)]
  if (reason === 'NOT_OWED') return [...events, event(since, 'NotOwed', 'FAILED')]
  if (sends > 0) events.push(event(orderedAt, 'Due', 'SENDING'))
  if (sends > 1) {
    events.push(event(orderedAt, 'Answered', 'ORDERED', 'NotReached[code=NOT_REACHED]'))
    events.push(event(orderedAt, 'Due', 'SENDING'))
  }
  if (gateway === 'bank-file' && state !== 'ORDERED')
    events.push(event(orderedAt, 'Answered', 'TAKEN', 'Taken[]'))
  switch (state) {
    case 'UNKNOWN':
      return [...events, event(since, 'Answered', state, `NoAnswer[code=${reason}]`)]
    case 'ORDERED':
      return sends === 0
        ? events
        : [...events, event(since, 'Answered', state, `Refused[code=${reason}, retryable=true]`)]
    case 'TAKEN':
      return [...events, event(since, 'Answered', state, 'Taken[]')]
    case 'PAID':
      return [...events, event(since, reason === 'DECIDED' ? 'Decided' : 'Noticed', state, 'Paid')]
    case 'FAILED':
      return [...events, event(since, 'Asked', state, `Refused[code=${reason}, retryable=false]`)]
    default:
      return events
  }
}

export const BATCHES = [
  [0, 38, 38, null],
  [20, 52, 52, '周敏'],
  [44, 47, 3, '林晓'],
  [68, 61, 0, '周敏'],
  [92, 40, 0, '林晓'],
].map(([hours, payouts, open, fetchedBy], i) => ({
  id: id('batch'),
  number: `B${key(day(i))}-8f3b${String(1_000_000 + i * 317)}`,
  madeAt: at(-hours - 1),
  madeBy: i % 2 === 0 ? '林晓' : '周敏',
  payouts,
  fen: payouts * 8_431,
  fetchedAt: fetchedBy === null ? null : at(-hours - 0.8),
  fetchedBy,
  closedAt: open === 0 ? at(-hours + 18) : null,
  open,
}))

export const DAYS = [1, 2, 3, 4, 6, 7, 8, 9].flatMap((back) => [
  reconciled('zhifu-pay', back, back === 1 ? 2 : back === 4 ? 1 : 0, back === 1 ? 2 : 0),
  ...(back === 3 || back === 8
    ? [reconciled('bank-file', back, back === 3 ? 1 : 0, back === 3 ? 1 : 0)]
    : []),
])

function reconciled(gateway, back, found, open) {
  const lines = 96 + ((back * 37) % 40)
  const fen = lines * 8_123
  return {
    gateway,
    day: day(back),
    comparedAt: at(-(back - 1) * 24 - 3),
    lines,
    fen,
    own: found > 0 ? lines + 1 : lines,
    ownFen: found > 0 ? fen + 12_345 : fen,
    found,
    open,
  }
}

const KINDS = [
  ['MISSING_THERE', 1, 12_345, null, ['PAID', 'NOT_PAID', 'NOTED']],
  ['PAID_AFTER_FAILURE', 1, 45_600, 45_600, ['PAID', 'NOTED']],
  ['MISSING_HERE', 3, null, 8_800, ['NOTED']],
  ['AMOUNT_DIFFERS', 3, 26_000, 25_000, ['PAID', 'NOT_PAID', 'NOTED']],
  ['PAID_TWICE', 4, 6_600, 13_200, ['NOTED']],
  ['FAILED_AFTER_PAYMENT', 4, 9_900, null, ['NOT_PAID', 'NOTED']],
]
export const DIFFERENCES = KINDS.map(([kind, back, fenHere, fenThere, possible], i) => ({
  id: id('difference'),
  gateway: i % 3 === 2 ? 'bank-file' : 'zhifu-pay',
  kind,
  key: key(uuid(i)),
  day: day(back),
  payout: kind === 'MISSING_HERE' ? null : uuid(i),
  fenHere,
  fenThere,
  foundAt: at(-(back - 1) * 24 - 3),
  state: i === 1 || i === 3 ? 'PROPOSED' : 'OPEN',
  possible,
  verdict: i === 1 || i === 3 ? 'PAID' : null,
  words: i === 1 ? '平台客服小赵电话确认已入账，工单 88213。' : i === 3 ? '银行少付 10 元，已补。' : null,
  proposedBy: i === 1 ? '周敏' : i === 3 ? '林晓' : null,
  settledBy: null,
  settledAt: null,
}))
export const SETTLED = [0, 1, 4].map((i) => ({
  ...DIFFERENCES[i],
  id: id('difference'),
  state: i === 0 ? 'CLEARED' : 'SETTLED',
  verdict: i === 0 ? null : 'NOTED',
  words: i === 0 ? null : '平台已退回多付的一笔，流水号 20261127-553。',
  proposedBy: null,
  settledBy: i === 0 ? null : '周敏',
  settledAt: at(-30 - i),
  foundAt: at(-60 - i),
}))

const account = (kind, chinese, owner, fen) => ({ kind, chinese, owner, fen })
export const ACCOUNTS = [
  account('BANK', '银行存款', '', -128_456_700),
  account('CLAIM_EXPENSE', '理赔支出', '', 96_331_200),
  ...Array.from({ length: 120 }, (_, i) =>
    account('CLAIM_PAYABLE', '应付理赔款', claimOf(i), i % 4 === 0 ? -PAYOUTS[i].fen : 0),
  ),
  account('IN_TRANSIT', '在途资金', 'bank-file', -4_210_000),
  account('IN_TRANSIT', '在途资金', 'zhifu-pay', -158_845),
  account('PENALTY', '手续费及罚款', '', -1_204_000),
  account('UNIT_PROVISIONAL', '网点暂扣款', 'O441302-004', 34_500),
  account('UNIT_RECEIVABLE', '网点应收款', 'O441302-004', 214_500),
]
const NOTES = [
  ['理赔款到账', -1],
  ['理赔款转出', 1],
  ['打款未成退回', -1],
  ['理赔款转出', 1],
]
export const postings = (owner) =>
  Array.from({ length: 36 }, (_, i) => {
    const [note, sign] = NOTES[i % NOTES.length]
    return {
      number: 9_000 - i,
      order: String(812_000 - i),
      transaction: uuid(i),
      reference: `payout/${uuid(i)}/${40 - i}/paid`,
      note: `${note} ${owner || claimOf(i)}`,
      fen: sign * (3_800 + ((i * 7_919) % 180_000)),
      at: at(-i * 5),
      by: 'payouts',
      reverses: i === 5 ? uuid(3) : null,
    }
  })

export const SOUND = {
  isSound: true,
  transactions: 48_210,
  lines: 96_433,
  fen: 0,
  unbalanced: [],
  wronglyMarked: [],
  overpaid: [],
  inTransit: [],
}
export const UNSOUND = {
  ...SOUND,
  isSound: false,
  fen: 100,
  unbalanced: [uuid(11)],
  wronglyMarked: [{ kind: 'BANK', owner: '' }],
  overpaid: [{ kind: 'CLAIM_PAYABLE', owner: claimOf(4) }],
  inTransit: [{ gateway: 'zhifu-pay', booked: 158_845, underWay: 148_845 }],
}
