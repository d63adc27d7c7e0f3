import type { ParcelStatus, SilenceLevel } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const STATUS_MEANING: Record<ParcelStatus, Meaning> = {
  CREATED: 'plain',
  IN_TRANSIT: 'plain',
  OUT_FOR_DELIVERY: 'plain',
  AT_STATION: 'plain',
  SIGNED: 'good',
  PROBLEM: 'watch',
  RETURNING: 'watch',
  RETURNED: 'stopped',
  CUSTOMS: 'stopped',
}

export const LEVEL_MEANING: Record<SilenceLevel, Meaning> = {
  CALM: 'good',
  WATCH: 'watch',
  SILENT: 'act',
  PAUSED: 'stopped',
  OFF: 'plain',
}

export function parcelPath(waybill: string): string {
  return `/parcels/${encodeURIComponent(waybill)}`
}

/** Mainland mobile and fixed lines as people type them. */
export function looksLikePhone(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '')
  return /^(\+?86)?1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits)
}

/** A waybill may stand in the address; a phone travels in the history's state only, never in an address or a log. */
export function parcelListPath(q: string): { path: string; state: { q: string } | null } {
  return looksLikePhone(q)
    ? { path: '/parcels', state: { q } }
    : { path: q === '' ? '/parcels' : `/parcels?q=${encodeURIComponent(q)}`, state: null }
}

/** What may be shown in full with a reason, one at a time. */
export type MaskedField =
  | 'recipient.phone'
  | 'recipient.name'
  | 'recipient.address'
  | 'sender.phone'
  | 'sender.name'
  | 'sender.address'
