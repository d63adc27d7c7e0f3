import { api } from '../../api/client'
import type { CaseAnswer, SystemInfo, TrackAnswer } from '../../api/types'

export const track = (waybill: string, phoneLast4: string) =>
  api.post<TrackAnswer>('/public/track', { waybill, phoneLast4 }, { keepSession: true })

/** The number that reaches a person, where the company has set one. */
export const getHotline = (signal: AbortSignal) =>
  api.get<SystemInfo>('/system', undefined, signal).then((system) => system.hotline)

/** Who asks: the same two things that open the parcel. */
export interface Asked {
  waybill: string
  phoneLast4: string
}

export type CaseAct = 'message' | 'confirm' | 'dispute' | 'withdraw' | 'urge'

export const getCases = (asked: Asked) => api.post<CaseAnswer>('/public/cases', asked, { keepSession: true })

/** Every answer is all the cases as they stand then. */
export const actOnCase = (asked: Asked, act: CaseAct, number: string, text: string) =>
  api.post<CaseAnswer>(`/public/cases/${act}`, { ...asked, number, text }, { keepSession: true })

export const rateCase = (asked: Asked, number: string, stars: number, text: string) =>
  api.post<CaseAnswer>('/public/cases/rate', { ...asked, number, stars, text }, { keepSession: true })
