import { useEffect, useSyncExternalStore } from 'react'

/** The business clock: the server's time, running at the demo's speed between two readings. */
interface Anchor {
  business: number
  wall: number
  speed: number
}

let anchor: Anchor = { business: Date.now(), wall: Date.now(), speed: 1 }
let shown = anchor.business
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null

export function setBusinessClock(now: string, speed: number): void {
  const business = Date.parse(now)
  if (Number.isNaN(business)) {
    return
  }
  anchor = { business, wall: Date.now(), speed }
  tick()
}

export function businessNow(): number {
  return anchor.business + (Date.now() - anchor.wall) * anchor.speed
}

export function clockSpeed(): number {
  return anchor.speed
}

function tick(): void {
  shown = businessNow()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** The business time in milliseconds, moving on once a second. */
export function useBusinessNow(): number {
  useEffect(() => {
    tick()
  }, [])
  return useSyncExternalStore(subscribe, () => shown)
}

export function useClockSpeed(): number {
  return useSyncExternalStore(subscribe, clockSpeed)
}
