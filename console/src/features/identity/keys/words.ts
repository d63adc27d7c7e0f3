import type { Permission } from '../../../api/permissions'
import { keysCopy } from './copy'

/** What a partner's system can be given here; the rest is for people and for our own tools. */
export const GRANTABLE: Permission[] = [
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

export function sayPermission(code: string): string {
  const words: Record<string, string> = keysCopy.now().permission
  return words[code] ?? code
}
