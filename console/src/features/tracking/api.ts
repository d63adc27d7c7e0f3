import { api } from '../../api/client'
import type { SystemInfo, TrackAnswer } from '../../api/types'

export const track = (waybill: string, phoneLast4: string) =>
  api.post<TrackAnswer>('/public/track', { waybill, phoneLast4 }, { keepSession: true })

/** The number that reaches a person, where the company has set one. */
export const getHotline = (signal: AbortSignal) =>
  api.get<SystemInfo>('/system', undefined, signal).then((system) => system.hotline)
