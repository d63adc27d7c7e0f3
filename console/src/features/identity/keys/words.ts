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
  'open.tickets.read',
  'open.tickets.write',
  'open.parcels.read',
  'open.webhooks.read',
  'open.webhooks.write',
]

/** What is for partners’ programs and for no person: whoever looks after keys may give it. */
export const forPrograms = (code: string) => code.startsWith('open.')

export function sayPermission(code: string): string {
  const words: Record<string, string> = keysCopy.now().permission
  return words[code] ?? code
}
