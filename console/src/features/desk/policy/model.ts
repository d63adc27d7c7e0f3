import type { Contact, PolicyBody, PolicyRing } from '../../../api/types'

/** Parts of a policy, in the order in which they are shown. */
export const PARTS = [
  'channels',
  'rings',
  'overflows',
  'sticky',
  'headStarts',
  'weights',
  'matters',
  'languages',
  'thanks',
] as const
export type Part = (typeof PARTS)[number]

/** For how long where a version says nothing of it. */
export const THANKS_SECONDS = 600

export const CAPACITY = 100
export const HIGHEST = 5

export const WRITINGS = [
  'LATIN',
  'CYRILLIC',
  'ARABIC',
  'HANGUL',
  'KANA',
  'THAI',
  'TIBETAN',
  'MONGOLIAN',
  'DEVANAGARI',
] as const

export const WEIGHTS = ['spare', 'even', 'fit', 'home', 'rare'] as const

/** The same text, whatever the order of its members. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  )
}

export function same(one: PolicyBody, other: PolicyBody): boolean {
  return text(one) === text(other)
}

/** In which parts they differ. */
export function differing(one: PolicyBody, other: PolicyBody): Part[] {
  return PARTS.filter((part) => text(one[part]) !== text(other[part]))
}

/** A ring to go on from: later than the last one, which stays the widest. */
export function nextRing(rings: PolicyRing[]): PolicyRing {
  const last = rings.at(-1)
  return {
    afterSeconds: (last?.afterSeconds ?? -30) + 30,
    reach: 'EVERYWHERE',
    lowered: HIGHEST,
    units: null,
  }
}

/** The list with one member changed. */
export function withAt<T>(list: T[], at: number, more: Partial<T>): T[] {
  return list.map((one, index) => (index === at ? { ...one, ...more } : one))
}

export function withoutAt<T>(list: T[], at: number): T[] {
  return list.filter((_, index) => index !== at)
}

/** The list with one member before the one before it. */
export function up<T>(list: T[], at: number): T[] {
  const moved = list[at]
  if (moved === undefined || at === 0) return list
  const others = withoutAt(list, at)
  return [...others.slice(0, at - 1), moved, ...others.slice(at - 1)]
}

/** As a title. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

export type Channel = Contact['channel']
