import { MINUTE } from '../time'
import type { Meaning } from './cx'

export interface TimeLeftReading {
  kind: 'left' | 'overdue' | 'paused' | 'none'
  /** How long is left, or how long it has been overdue; milliseconds, never negative. */
  amount: number
  /** Share of the whole limit that is left, 0 to 1. */
  share: number
  meaning: Meaning
}

/** Half of the limit and more is good, a fifth and less asks to act. */
export function readTimeLeft(
  dueAt: string | null,
  limitMinutes: number,
  now: number,
  paused: boolean,
): TimeLeftReading {
  if (paused) {
    return { kind: 'paused', amount: 0, share: 1, meaning: 'stopped' }
  }
  if (dueAt === null) {
    return { kind: 'none', amount: 0, share: 0, meaning: 'plain' }
  }
  const left = Date.parse(dueAt) - now
  if (left <= 0) {
    return { kind: 'overdue', amount: Math.abs(left), share: 0, meaning: 'act' }
  }
  const share = Math.min(1, left / Math.max(MINUTE, limitMinutes * MINUTE))
  const meaning = share > 0.5 ? 'good' : share > 0.2 ? 'watch' : 'act'
  return { kind: 'left', amount: left, share, meaning }
}
