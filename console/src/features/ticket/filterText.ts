/**
 * The conditions of a list in their short form, as the address and the server write them:
 * `state:is:WAITING,REPLIED;dueAt:before:+30m`. Only conditions that all must hold are taken apart here; whatever else a filter
 * says is kept as it is, as one piece.
 */
export interface Condition {
  field: string
  op: string
  values: string[]
}

/** The fields that the page can ask for in words; the server knows them too and refuses others. */
export type FieldKind = 'choice' | 'flag' | 'number' | 'time' | 'unit' | 'person' | 'code'
export const FIELDS: Record<string, { kind: FieldKind; ops: string[] }> = {
  state: { kind: 'choice', ops: ['is', 'not'] },
  level: { kind: 'choice', ops: ['is', 'not'] },
  kind: { kind: 'choice', ops: ['is', 'not'] },
  urgentReason: { kind: 'choice', ops: ['is', 'not', 'empty', 'filled'] },
  answer: { kind: 'choice', ops: ['is', 'not', 'empty', 'filled'] },
  closeReason: { kind: 'choice', ops: ['is', 'not'] },
  urgent: { kind: 'flag', ops: ['is'] },
  overdue: { kind: 'flag', ops: ['is'] },
  open: { kind: 'flag', ops: ['is'] },
  answeredInTime: { kind: 'flag', ops: ['is'] },
  dueAt: { kind: 'time', ops: ['before', 'after', 'empty', 'filled'] },
  openedAt: { kind: 'time', ops: ['before', 'after'] },
  closedAt: { kind: 'time', ops: ['before', 'after'] },
  answeredAt: { kind: 'time', ops: ['before', 'after', 'empty', 'filled'] },
  urges: { kind: 'number', ops: ['min', 'max', 'is'] },
  responsible: { kind: 'person', ops: ['is', 'not', 'empty', 'filled'] },
  unit: { kind: 'unit', ops: ['is', 'within'] },
  place: { kind: 'unit', ops: ['within'] },
}

export const BARE_OPS = ['empty', 'filled']

/** The pieces of a filter that all must hold; a piece may hold groups of its own. */
export function pieces(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let piece = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (c === '\\' && i + 1 < text.length) {
      piece += c + text[i + 1]
      i++
      continue
    }
    if (c === '(') depth++
    if (c === ')') depth--
    if (c === ';' && depth === 0) {
      found.push(piece)
      piece = ''
    } else {
      piece += c
    }
  }
  if (piece !== '') found.push(piece)
  return found
}

/** The condition that a piece is; null where it is more than one. */
export function conditionOf(piece: string): Condition | null {
  const match = /^(\w+):(\w+)(?::(.*))?$/.exec(piece)
  if (match === null || /(^|[^\\])[|!()]/.test(piece)) return null
  const [, field = '', op = '', rest] = match
  return { field, op, values: rest === undefined ? [] : split(rest) }
}

export function pieceOf({ field, op, values }: Condition): string {
  const written = values.map((value) => value.replace(/[;|!(),\\]/g, (c) => `\\${c}`))
  return values.length === 0 ? `${field}:${op}` : `${field}:${op}:${written.join(',')}`
}

export function withPiece(text: string, piece: string): string {
  return pieces(text).includes(piece) ? text : [...pieces(text), piece].join(';')
}

export function withoutPiece(text: string, piece: string): string {
  return pieces(text)
    .filter((other) => other !== piece)
    .join(';')
}

function split(text: string): string[] {
  const values: string[] = []
  let value = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (c === '\\' && i + 1 < text.length) {
      value += text[i + 1]
      i++
    } else if (c === ',') {
      values.push(value)
      value = ''
    } else {
      value += c
    }
  }
  values.push(value)
  return values
}
