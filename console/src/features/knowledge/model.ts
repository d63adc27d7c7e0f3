import type { ArticleBody, ArticleVariant } from '../../api/types'

export const CATEGORIES = [
  'SENDING',
  'PRICE',
  'PROHIBITED',
  'PACKAGING',
  'DELIVERY',
  'TRANSIT',
  'CHANGE',
  'CLAIM',
  'COMPLAINT',
  'CUSTOMS',
  'SAFETY',
  'SERVICE',
  'INTERNAL',
] as const
export const CHANNELS = ['PHONE', 'CHAT', 'WECHAT', 'EMAIL', 'SMS', 'FEEDBACK', 'PARTNER'] as const
export const SOURCES = ['LAW', 'STANDARD', 'RULE', 'PAGE'] as const
export const WHICH = ['IN_FORCE', 'ENDING', 'DRAFT', 'SUBMITTED', 'OUT'] as const

export const PARTS = [
  'title',
  'category',
  'audience',
  'similar',
  'text',
  'english',
  'variants',
  'source',
  'standard',
  'files',
] as const
export type Part = (typeof PARTS)[number]

export function blank(question: string | null): ArticleBody {
  return {
    title: question ?? '',
    category: 'SERVICE',
    audience: 'CUSTOMERS',
    similar: [],
    text: '',
    english: null,
    variants: [],
    source: null,
    standard: false,
    files: [],
  }
}

/** The same by what it says, whatever the order of its fields. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const first = Object.entries(one)
  const second = other as Record<string, unknown>
  return (
    first.length === Object.keys(second).length && first.every(([name, value]) => same(value, second[name]))
  )
}

export function differing(before: ArticleBody, after: ArticleBody): Part[] {
  return PARTS.filter((part) => !same(before[part], after[part]))
}

/** One question a line; empty lines are none. */
export function questionsOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text for a unit and a channel, as the server chooses it; `units` are the codes from the unit up. */
export function textFor(
  body: ArticleBody,
  units: string[],
  channel: string | null,
): { text: string; english: string | null } {
  let best: ArticleVariant | null = null
  let nearest = Number.POSITIVE_INFINITY
  for (const one of body.variants) {
    const distance = one.unit === null ? units.length : units.indexOf(one.unit)
    if (distance < 0 || (one.channel !== null && one.channel !== channel)) continue
    if (distance < nearest || (distance === nearest && best?.channel === null && one.channel !== null)) {
      best = one
      nearest = distance
    }
  }
  return best ?? { text: body.text, english: body.english }
}

export interface Piece {
  text: string
  kind: 'same' | 'gone' | 'new'
}

const MOST = 2_500

/** What was taken out of a text and what was put in, letter by letter in runs. */
export function differences(before: string, after: string): Piece[] {
  const a = [...before]
  const b = [...after]
  if (a.length > MOST || b.length > MOST) {
    return [
      { text: before, kind: 'gone' },
      { text: after, kind: 'new' },
    ]
  }
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j
      longest[here] =
        a[i] === b[j]
          ? (longest[here + width + 1] ?? 0) + 1
          : Math.max(longest[here + width] ?? 0, longest[here + 1] ?? 0)
    }
  }
  const pieces: Piece[] = []
  const add = (text: string, kind: Piece['kind']) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ text, kind })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const here = i * width + j
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(a[i++] ?? '', 'same')
      j++
    } else if (i < a.length && (j === b.length || (longest[here + width] ?? 0) >= (longest[here + 1] ?? 0))) {
      add(a[i++] ?? '', 'gone')
    } else {
      add(b[j++] ?? '', 'new')
    }
  }
  return pieces
}
