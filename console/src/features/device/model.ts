import type { DeviceGroup, DevicePlan } from './api'

/** What we hold ourselves to. */
export const SHARE_TARGET = 0.95
export const MEAN_TARGET_SECONDS = 300

export const SHOWS = ['all', 'slow', 'NEEDED', 'OPEN', 'LATE', 'DONE', 'unregistered'] as const
export type Show = (typeof SHOWS)[number]

export interface DeviceFilter {
  unit: string | null
  /** Empty for scanners that are not registered. */
  model: string | null
  code: string | null
  show: Show
}

export function readShow(text: string | null): Show {
  return SHOWS.find((show) => show === text) ?? 'all'
}

/** A list of scanners as an address. */
export function devicesPath(filter: { unit?: string; model?: string; show?: Show }): string {
  const params = new URLSearchParams()
  if (filter.unit !== undefined) params.set('unit', filter.unit)
  if (filter.model !== undefined && filter.model !== '') params.set('model', filter.model)
  const show = filter.model === '' ? 'unregistered' : filter.show
  if (show !== undefined && show !== 'all') params.set('show', show)
  const text = params.toString()
  return `/boards/devices${text === '' ? '' : `?${text}`}`
}

/** Scanners that had or have to be put right, and those of them that were; null where there are none. */
export function progressOf(group: DeviceGroup): { done: number; all: number } | null {
  const all = group.done + group.planned + group.needPlan
  return all === 0 ? null : { done: group.done, all }
}

export function planState(view: DevicePlan): 'OPEN' | 'LATE' | 'GOOD_AGAIN' | 'OUT_OF_USE' | 'WITHDRAWN' {
  return view.plan.endedWhy ?? (view.late ? 'LATE' : 'OPEN')
}
