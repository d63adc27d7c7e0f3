import { useSyncExternalStore } from 'react'

/** Customers wait by the clock on the wall, not by that of business, which runs faster in a demo. */
let shown = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    shown = Date.now()
    for (const each of listeners) each()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** Now in milliseconds, moving on once a second; only small pieces should ask. */
export function useWallNow(): number {
  return useSyncExternalStore(subscribe, () => {
    if (timer === undefined) shown = Date.now()
    return shown
  })
}
