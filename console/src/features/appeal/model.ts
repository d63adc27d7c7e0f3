import type { AppealAction, AppealCategory, AppealReason, AppealState } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const VIEWS = [
  'DUE',
  'OVERDUE',
  'SOON',
  'MINE',
  'EVIDENCE',
  'TO_CHECK',
  'REPLIED',
  'ENDED',
  'ALL',
] as const
export type View = (typeof VIEWS)[number]

export const CATEGORIES: AppealCategory[] = [
  'DELIVERY_SERVICE',
  'DELAY',
  'LOSS_SHORTAGE',
  'DAMAGE',
  'PICKUP_SERVICE',
  'ILLEGAL_CHARGE',
  'COD',
  'OTHER',
]

export const REASONS: Record<AppealCategory, AppealReason[]> = {
  DELIVERY_SERVICE: [
    'FALSE_SIGN',
    'NOT_TO_ADDRESS',
    'LEFT_AT_STATION',
    'NO_CALL',
    'MISDELIVERED',
    'DELIVERY_ATTITUDE',
  ],
  DELAY: ['PICKUP_DELAY', 'TRANSPORT_DELAY', 'DELIVERY_DELAY'],
  LOSS_SHORTAGE: ['LOST', 'SHORT', 'LOSS_NOT_COMPENSATED', 'LOSS_AMOUNT'],
  DAMAGE: ['DAMAGED', 'DAMAGE_NOT_COMPENSATED', 'DAMAGE_AMOUNT'],
  PICKUP_SERVICE: ['NOT_COLLECTED', 'REFUSED_TO_ACCEPT', 'NOT_INSPECTED', 'PICKUP_ATTITUDE'],
  ILLEGAL_CHARGE: ['SECOND_CHARGE', 'WEIGHT_DISPUTE', 'OVERCHARGED'],
  COD: ['COD_NOT_RETURNED', 'COD_OVERCHARGED'],
  OTHER: ['COMPLAINT_HANDLING', 'PRIVACY', 'SOMETHING_ELSE'],
}

export const STATE_MEANING: Record<AppealState, Meaning> = {
  UNRECEIVED: 'plain',
  RECEIVED: 'watch',
  ASSIGNED: 'plain',
  INVESTIGATING: 'plain',
  WAITING_EVIDENCE: 'watch',
  REPLY_DRAFTED: 'watch',
  REPLY_CHECKED: 'watch',
  REPLIED: 'good',
  REOPENED_BY_AUTHORITY: 'act',
  AUTHORITY_CLOSED: 'stopped',
  REFUSED_INTAKE: 'stopped',
}

/** Which of the five stretches of the way a state lies on. */
export const STRETCH: Record<AppealState, number> = {
  UNRECEIVED: 0,
  RECEIVED: 0,
  ASSIGNED: 0,
  REOPENED_BY_AUTHORITY: 0,
  REFUSED_INTAKE: 0,
  INVESTIGATING: 1,
  WAITING_EVIDENCE: 1,
  REPLY_DRAFTED: 2,
  REPLY_CHECKED: 2,
  REPLIED: 3,
  AUTHORITY_CLOSED: 4,
}

/** The step that carries the appeal on; it is offered first. */
export const MAIN: AppealAction[] = [
  'CHECK',
  'INVESTIGATE',
  'DRAFT',
  'SEND',
  'CLOSE',
  'GIVE_EVIDENCE',
  'ASSIGN',
]

export function appealPath(id: string): string {
  return `/appeals/${id}`
}

/** P15D, P6M, P1Y: years, months and days of a period of law. */
export function readPeriod(text: string): [number, number, number] {
  const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0)
  return [part('Y'), part('M'), part('D')]
}

/** The month before or after, as 2026-11. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const all = year * 12 + number - 1 + by
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}

/** The day of an instant in China, as 2026-11-28. */
export function chinaDay(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10)
}
