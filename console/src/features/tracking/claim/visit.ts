import type { Written } from './model'

/** What this visit remembers, so that a reload goes on: gone with the window, as it is as good as a key. */
export interface Visit {
  waybill: string
  proof: string
  written: Partial<Written>
}

const KEY = 'waypost.claim'

export function readVisit(): Visit | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    const isVisit = typeof kept === 'object' && kept !== null && 'proof' in kept && 'waybill' in kept
    return isVisit ? (kept as Visit) : null
  } catch {
    return null
  }
}

/** Without storage the page works on until it is reloaded. */
export function keepVisit(visit: Visit | null): void {
  try {
    if (visit === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(visit))
  } catch {
    // A private window may refuse; nothing depends on it.
  }
}
