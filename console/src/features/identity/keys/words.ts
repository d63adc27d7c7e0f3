import type { Permission } from '../../../api/types'
import { keysCopy } from './copy'

/** What a partner's system can be allowed; the rest is for people. */
export const GRANTABLE: (keyof ReturnType<typeof keysCopy.now>['permission'])[] = [
  'scans.write',
  'parcels.write',
  'scans.import',
  'parcel.read',
  'ticket.read',
  'ticket.open',
  'ticket.note',
  'network.read',
  'network.write',
  'people.write',
  'board.read',
]

export function sayPermission(code: Permission): string {
  const t = keysCopy.now()
  const words: Record<string, string> = t.permission
  return words[code] ?? t.other(code)
}
