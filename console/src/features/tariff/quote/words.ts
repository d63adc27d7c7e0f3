import type { LaneTime } from '../../../api/types'
import { quoteCopy } from './copy'

/** Of which lane a history is: of two places, or of all lanes of a class where too few went between the two. */
export function sayLane({ from, to }: LaneTime, nameOf: (code: string) => string): string {
  const t = quoteCopy.now()
  const classes: Record<string, string> = t.classes
  return from === '' ? t.alike(classes[to] ?? to) : t.lane(nameOf(from), nameOf(to))
}
