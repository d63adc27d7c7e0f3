import type { ClaimEvidence, ClaimKind, ClaimNeed, PublicClaim, PublicClaims } from '../../../api/types'

/** The most that may be asked for: a million yuan, in fen. */
const MOST_FEN = 100_000_000

/** Yuan as people type them, read exactly as fen; null for what is no amount above nothing. */
export function readFen(typed: string): number | null {
  const found = /^[¥￥]?(\d{1,9})(?:\.(\d{1,2}))?元?$/.exec(typed.replace(/[，,\s]/g, ''))
  if (found === null) return null
  const fen = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return fen > 0 && fen <= MOST_FEN ? fen : null
}

/** Fen as one would type them as yuan. */
export function typeYuan(fen: number): string {
  const rest = fen % 100
  return rest === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(rest).padStart(2, '0')}`
}

/** What customers choose from; the other kinds are found out by us. */
export const KINDS: ClaimKind[] = ['LOSS', 'TOTAL_DAMAGE', 'PARTIAL_DAMAGE', 'SHORTAGE', 'MISMATCH', 'DELAY']

/** Of these only a part is lost, and how much has to be said. */
const PARTS = new Set<ClaimKind>(['PARTIAL_DAMAGE', 'SHORTAGE'])
/** For these the carriage is given back, and what the goods were worth need not be known. */
const LATE = new Set<ClaimKind>(['DELAY', 'FEE_REFUND'])

export const isPart = (kind: ClaimKind) => PARTS.has(kind)
export const isLate = (kind: ClaimKind) => LATE.has(kind)

/** What somebody wrote, as written. */
export interface Written {
  goods: string
  claimed: string
  lost: string
  fee: string
  story: string
  notReceived: boolean
}

export const UNWRITTEN: Written = { goods: '', claimed: '', lost: '', fee: '', story: '', notReceived: false }

/** The draft as the server has it; what is not saved yet comes from this visit. */
export function writtenOf(draft: PublicClaim | null, visit: Partial<Written>): Written {
  const kept = { ...UNWRITTEN, ...visit }
  if (draft === null) return kept
  const yuan = (fen: number | null, typed: string) => (fen === null ? typed : typeYuan(fen))
  return {
    goods: draft.goods === '' ? kept.goods : draft.goods,
    story: draft.story ?? kept.story,
    claimed: yuan(draft.claimedFen, kept.claimed),
    lost: yuan(draft.lostFen, kept.lost),
    fee: yuan(draft.feeFen, kept.fee),
    notReceived: draft.notReceived || kept.notReceived,
  }
}

export type Wrong = Partial<Record<'goods' | 'claimed' | 'lost' | 'fee', 'needed' | 'wrong' | 'more'>>

/** What cannot be saved as it is written. */
export function flaws(kind: ClaimKind, written: Written): Wrong {
  const wrong: Wrong = {}
  if (written.goods.trim() === '') wrong.goods = 'needed'
  const amounts = [
    ['claimed', !isLate(kind)],
    ['lost', isPart(kind)],
    ['fee', false],
  ] as const
  for (const [field, needed] of amounts) {
    if (written[field].trim() === '') {
      if (needed) wrong[field] = 'needed'
    } else if (readFen(written[field]) === null) {
      wrong[field] = 'wrong'
    }
  }
  const claimed = readFen(written.claimed)
  const lost = isPart(kind) ? readFen(written.lost) : null
  if (claimed !== null && lost !== null && lost > claimed) wrong.lost = 'more'
  return wrong
}

/** What an upload can answer; the others are said, not shown. */
const SAID = new Set<ClaimEvidence>(['WAYBILL', 'NOT_RECEIVED', 'PAYEE_ACCOUNT'])

export const shown = (need: ClaimNeed) => need.anyOf.filter((evidence) => !SAID.has(evidence))

const PHOTO = 'image/jpeg,image/png'
const ACCEPT: Partial<Record<ClaimEvidence, string>> = {
  UNBOXING_VIDEO: 'video/mp4,video/quicktime',
  VALUE_PROOF: `${PHOTO},application/pdf`,
  LOSS_ESTIMATE: `${PHOTO},application/pdf`,
}

export const accepted = (evidence: ClaimEvidence) => ACCEPT[evidence] ?? PHOTO

/** Which claim the page is about: what is being written, else what is under way, else the newest. */
export function current(view: PublicClaims): PublicClaim | null {
  return (
    view.claims.find(({ state }) => state === 'DRAFT') ??
    view.claims.find(({ state }) => !OVER.has(state)) ??
    view.claims[0] ??
    null
  )
}

const OVER = new Set<PublicClaim['state']>(['PAID', 'REFUSED', 'WITHDRAWN'])

export const isOver = (claim: PublicClaim) => OVER.has(claim.state)

export type Page = 'kind' | 'details' | 'evidence' | 'payee' | 'check'
export const PAGES: Page[] = ['kind', 'details', 'evidence', 'payee', 'check']

/** Where somebody who comes back goes on. */
export function resume(draft: PublicClaim | null): Page {
  if (draft === null) return 'kind'
  if (draft.goods === '' || (draft.claimedFen === null && !isLate(draft.kind))) return 'details'
  if (draft.needs.some((need) => need.stage === 'APPLY' && shown(need).length > 0)) return 'evidence'
  return draft.payeeAccount === null ? 'payee' : 'check'
}
