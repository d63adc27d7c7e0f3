import type { Payout, PayoutEvent } from '../../../api/types'
import type { Translation } from '../../../shared/i18n'
import { sayTime } from '../../../shared/time'
import type { zh } from './copy/zh-CN'
import { BANK_FILE } from './model'

type Words = Translation<typeof zh>

/** Why, in words: our own codes have sentences, those of a gateway or a bank stand as they came. */
export function sayReason(code: string, t: Words): string {
  const reasons: Record<string, string> = t.reasons
  const http = /^HTTP_(\d+)$/.exec(code)
  if (http?.[1] !== undefined) return t.http(http[1])
  if (code.startsWith('NOT_SIGNED_')) return t.notSigned
  return reasons[code] ?? t.said(code)
}

/** What happens to a payout next, and when. */
export function sayNext(payout: Payout, now: number, t: Words): string {
  const { state, reason, nextAt } = payout
  const n = t.next
  const due = nextAt !== null && Date.parse(nextAt) > now
  const time = nextAt !== null && due ? n.when(sayTime(nextAt, now)) : n.soon
  switch (state) {
    case 'ORDERED':
      if (reason !== null) return n.again(sayReason(reason, t), time)
      return due ? n.at(time) : n.now
    case 'SENDING':
      return n.sending(time)
    case 'TAKEN':
      return payout.gateway === BANK_FILE ? n.bank : n.taken(time)
    case 'UNKNOWN':
      return reason === null || reason === 'TIMEOUT'
        ? n.unknown(time)
        : n.unknownBecause(sayReason(reason, t), time)
    case 'PAID':
      return reason === 'DECIDED' ? n.paidByPeople : n.paid
    case 'FAILED':
      if (reason === 'DECIDED') return n.failedByPeople
      if (reason === 'NOT_OWED') return n.failedNotOwed
      return n.failed(sayReason(reason ?? 'REFUSED', t))
  }
}

interface Detail {
  what: string
  code: string | null
}

/** An answer as the server writes it down: `Paid[]`, `Refused[code=ACCOUNT_CLOSED, retryable=false]`, `NotPaid`. */
export function readDetail(detail: string | null): Detail {
  const found = /^(\w+)(?:\[(?:code=(.*?))?(?:, retryable=(?:true|false))?\])?$/s.exec(detail ?? '')
  return { what: found?.[1] ?? '', code: found?.[2] ?? null }
}

/** A step of a payout's history in a sentence, and why where somebody said so. */
export function sayEvent(event: PayoutEvent, gateway: string, t: Words): { did: string; why: string | null } {
  const { what, code } = readDetail(event.detail)
  return {
    did: t.did[didOf(event, what, gateway === BANK_FILE)],
    why: code === null ? null : sayReason(code, t),
  }
}

function didOf({ event, state }: PayoutEvent, what: string, bank: boolean): keyof Words['did'] {
  switch (event) {
    case 'Ordered':
      return 'ordered'
    case 'Due':
      return state === 'UNKNOWN' ? 'lost' : 'sent'
    case 'NotOwed':
      return 'notOwed'
    case 'Noticed':
      if (what !== 'Paid') return 'noticedNotPaid'
      return state === 'FAILED' ? 'paidAfterFailure' : 'noticedPaid'
    case 'Decided':
      return what === 'Paid' ? 'decidedPaid' : 'decidedNotPaid'
    case 'Answered':
    case 'Asked':
      return answerOf(what, state, bank)
    default:
      return 'changed'
  }
}

/** What an answer meant shows in the state that it led to: a refusal may be for now, for good, or too late. */
function answerOf(what: string, state: PayoutEvent['state'], bank: boolean): keyof Words['did'] {
  switch (what) {
    case 'Paid':
      if (state === 'FAILED') return 'paidAfterFailure'
      return bank ? 'bankPaid' : 'paid'
    case 'Taken':
      return bank ? 'bankTaken' : 'taken'
    case 'Refused':
      if (state === 'PAID') return 'refusedAfterPayment'
      if (bank) return 'bankRefused'
      return state === 'FAILED' ? 'refused' : 'refusedForNow'
    case 'NotFound':
      return 'notFound'
    case 'NotReached':
      return 'notReached'
    case 'NoAnswer':
      return 'noAnswer'
    default:
      return 'changed'
  }
}
