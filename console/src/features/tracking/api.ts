import { api } from '../../api/client'
import type { CaseAnswer, QuoteAsk, Quoted, SystemInfo, TrackAnswer } from '../../api/types'
import { setBusinessClock } from '../../shared/clock/clock'

export const track = (waybill: string, phoneLast4: string) =>
  api.post<TrackAnswer>('/public/track', { waybill, phoneLast4 }, { keepSession: true })

/** What sending costs; asked without being signed in. */
export const quoteForAnybody = (ask: QuoteAsk) =>
  api.post<Quoted>('/public/quotes', ask, { keepSession: true })

/** Days are said by the network's clock, not by the phone's. */
export const takeClock = (signal: AbortSignal) =>
  api
    .get<SystemInfo>('/system', undefined, signal)
    .then((system) => setBusinessClock(system.now, system.speed))

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

/** Takes a photo in for the message that brings it. */
export function sendPhoto(asked: Asked, number: string, photo: Blob): Promise<{ id: string }> {
  const form = new FormData()
  form.set('waybill', asked.waybill)
  form.set('phoneLast4', asked.phoneLast4)
  form.set('number', number)
  form.set('file', photo, 'photo.jpg')
  return api.post<{ id: string }>('/public/cases/photos', form, { keepSession: true })
}

/** Writes to us, with photos: these go first, each by itself. */
export async function writeCase(asked: Asked, number: string, text: string, photos: Blob[]) {
  const photoIds: string[] = []
  for (const photo of photos) photoIds.push((await sendPhoto(asked, number, photo)).id)
  return api.post<CaseAnswer>(
    '/public/cases/message',
    { ...asked, number, text, photoIds },
    { keepSession: true },
  )
}

export const rateCase = (asked: Asked, number: string, stars: number, text: string) =>
  api.post<CaseAnswer>('/public/cases/rate', { ...asked, number, stars, text }, { keepSession: true })
