import type { AnswerKind, TicketRow } from '../../api/types'
import { HOUR } from '../../shared/time'

const CHINA = 8 * HOUR

/** The clock of a date field is China's, wherever the phone believes to be. */
export function toField(at: number): string {
  return new Date(at + CHINA).toISOString().slice(0, 16)
}

export function fromField(text: string): number | null {
  const at = Date.parse(`${text}:00.000Z`) - CHINA
  return Number.isNaN(at) ? null : at
}

/** Times that are likely meant, as one press: in two hours, this evening, tomorrow noon, tomorrow evening. */
export function likelyTimes(now: number): number[] {
  const day = Math.floor((now + CHINA) / (24 * HOUR)) * 24 * HOUR - CHINA
  const soon = Math.ceil((now + 2 * HOUR) / (HOUR / 2)) * (HOUR / 2)
  return [soon, day + 18 * HOUR, day + 36 * HOUR, day + 42 * HOUR]
    .filter((at, index) => index === 0 || at > soon)
    .filter((at, index, all) => all.indexOf(at) === index)
}

/** The three lists of an outlet: what it must act on, what waits, and what it has answered. */
export type Group = 'open' | 'waiting' | 'answered'
export const GROUPS: Group[] = ['open', 'waiting', 'answered']

export function groupOf(row: Pick<TicketRow, 'phase'>): Group | null {
  if (row.phase === 'ENDED' || row.phase === 'DESK') return null
  return row.phase === 'UNIT' ? 'open' : row.phase === 'WAITING' ? 'waiting' : 'answered'
}

export function readGroup(text: string | null): Group {
  return GROUPS.find((group) => group === text) ?? 'open'
}

/** The most urgent first: what nobody answered, 加急 before the rest, then by the time left. */
export function byUrgency(a: TicketRow, b: TicketRow): number {
  const waits = Number(a.phase !== 'UNIT') - Number(b.phase !== 'UNIT')
  if (waits !== 0) return waits
  const urgent = Number(b.urgent) - Number(a.urgent)
  if (urgent !== 0) return urgent
  return (a.dueAt ?? a.waitingUntil ?? '9').localeCompare(b.dueAt ?? b.waitingUntil ?? '9')
}

export interface Draft {
  kind: AnswerKind
  until: number | null
  unit: string | null
  remark: string
}

/** What is still missing before the answer can go; null when nothing is. */
export function missing(draft: Draft, now: number): 'untilNeeded' | 'untilPast' | 'unitNeeded' | null {
  if (draft.kind === 'WAITING_CUSTOMER' || draft.kind === 'ON_THE_WAY') {
    if (draft.until === null) return 'untilNeeded'
    if (draft.until <= now) return 'untilPast'
  }
  return draft.kind === 'MISDIRECTED' && draft.unit === null ? 'unitNeeded' : null
}
