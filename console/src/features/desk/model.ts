import type {
  Channel,
  Contact,
  DeskQualityRow,
  DeskRow,
  NotReadyReason,
  SeatState,
  Terms,
} from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const CHANNELS: Channel[] = ['CHAT', 'WECHAT', 'PHONE', 'EMAIL', 'SMS', 'FEEDBACK', 'PARTNER']

/** Why people may say that they take no contacts; the other reasons are the platform's. */
export const CHOSEN_REASONS: NotReadyReason[] = [
  'REST',
  'MEAL',
  'MEETING',
  'TRAINING',
  'COACHING',
  'OUTBOUND',
  'SYSTEM_FAULT',
  'OTHER',
]

export const SEAT_MEANING: Record<SeatState, Meaning> = {
  READY: 'good',
  NOT_READY: 'watch',
  WRAP_UP: 'stopped',
  OFFLINE: 'plain',
}

/** Whole seconds that are left of an offer; 0 when it is over. */
export function secondsLeft(until: string | null, now: number): number {
  if (until === null) return 0
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000))
}

export function secondsSince(at: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 1_000))
}

/** 0:07, 12:40, 1:02:09. */
export function clock(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** How a wait stands against the target of its channel: half of it gone is worth a look. */
export function waitMeaning(seconds: number, terms: Terms | undefined): Meaning {
  if (terms === undefined || terms.targetSeconds <= 0) return 'plain'
  if (seconds >= terms.targetSeconds) return 'act'
  return seconds * 2 >= terms.targetSeconds ? 'watch' : 'good'
}

/** Offers first, soonest to end on top; then who waits for an answer longest; then the rest, newest word on top. */
export function inOrder(contacts: Contact[], unread: (contact: Contact) => number): Contact[] {
  const offered = contacts.filter((contact) => contact.state === 'OFFERED')
  const had = contacts.filter((contact) => contact.state !== 'OFFERED')
  const waiting = had.filter((contact) => unread(contact) > 0)
  const answered = had.filter((contact) => unread(contact) === 0)
  const said = (contact: Contact) => contact.lastAt ?? contact.since
  return [
    ...offered.sort((a, b) => (a.offeredUntil ?? '').localeCompare(b.offeredUntil ?? '')),
    ...waiting.sort((a, b) => said(a).localeCompare(said(b))),
    ...answered.sort((a, b) => said(b).localeCompare(said(a))),
  ]
}

/** How many more contacts of that channel fit. */
export function roomFor(taken: number, terms: Terms | undefined): number {
  if (terms === undefined || terms.units <= 0) return 0
  return Math.max(0, Math.floor((100 - taken) / terms.units))
}

/** The share answered in time in the last hour; null where nothing was answered. */
export function serviceLevel(row: Pick<DeskRow, 'answeredHour' | 'inTimeHour'>): number | null {
  return row.answeredHour === 0 ? null : row.inTimeHour / row.answeredHour
}

/** First-contact resolution; null where nothing is known yet. */
export function resolution(row: Pick<DeskQualityRow, 'first' | 'resolved'>): number | null {
  return row.first === 0 ? null : row.resolved / row.first
}

/** The satisfied among those who said; null where nobody did. */
export function satisfaction(row: Pick<DeskQualityRow, 'ratedToday' | 'satisfiedToday'>): number | null {
  return row.ratedToday === 0 ? null : row.satisfiedToday / row.ratedToday
}

/** Rows of how well desks do as one. */
export function qualityOf(rows: DeskQualityRow[]) {
  const sum = (of: (row: DeskQualityRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    first: sum((row) => row.first),
    resolved: sum((row) => row.resolved),
    endedToday: sum((row) => row.endedToday),
    ratedToday: sum((row) => row.ratedToday),
    satisfiedToday: sum((row) => row.satisfiedToday),
  }
}

/** Rows of one unit or channel as one. */
export function sumOf(rows: DeskRow[]) {
  const sum = (of: (row: DeskRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const waits = rows.map((row) => row.longestWaitSeconds).filter((wait) => wait !== null)
  return {
    waiting: sum((row) => row.waiting),
    parked: sum((row) => row.parked),
    talking: sum((row) => row.talking),
    answeredHour: sum((row) => row.answeredHour),
    inTimeHour: sum((row) => row.inTimeHour),
    abandonedHour: sum((row) => row.abandonedHour),
    longestWaitSeconds: waits.length === 0 ? null : Math.max(...waits),
  }
}

/** What is open at the desks, in the order in which a lead looks at it. */
export const OPEN_STATES = ['WAITING', 'OFFERED', 'TALKING'] as const
export type OpenState = (typeof OPEN_STATES)[number]

/** Who waits before who is talked to, and who has done so longest first. */
export function longestFirst(contacts: Contact[]): Contact[] {
  const rank = ({ state }: Contact) => OPEN_STATES.indexOf(state as OpenState)
  return [...contacts].sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since))
}
