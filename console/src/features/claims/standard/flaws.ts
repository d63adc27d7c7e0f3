import type { ClaimBook } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { valueAt } from '../../../shared/version'
import { standardCopy } from './copy'
import type { ListName } from './fields'

interface Flaw {
  field: string
  code: string
  message: string
}

const lastName = (field: string) => /(\w+)(\[\d+])?$/.exec(field)?.[1] ?? field

/** Where something is wrong, in the words of the form: 退哪些费用 · refund.loss · 退多少. */
export function sayField({ field }: Flaw, body: ClaimBook): string {
  const t = standardCopy.now()
  const last = lastName(field)
  if (field.startsWith('policy.')) return t.policy[last as keyof ClaimBook['policy']] ?? last
  const found = /^standard\.(\w+)(?:\[(\d+)])?/.exec(field)
  const list = t.lists[found?.[1] as ListName] as string | undefined
  if (list === undefined) return { version: t.code, name: t.name, from: t.firstDay }[last] ?? last
  if (found?.[2] === undefined) return list
  const id = valueAt(body, `${found[0]}.basis.id`)
  const row = t.row(list, typeof id === 'string' && id !== '' ? id : t.newRow)
  return found[0] === field ? row : t.row(row, t.field[last] ?? last)
}

/** What would be right at a field, in words; the bounds stand only in the server's sentence. */
export function sayRight({ field, code, message }: Flaw): string {
  const t = standardCopy.now()
  const [first = '', second = ''] = message.match(/\d+/g) ?? []
  if (code === 'OUT_OF_RANGE') {
    const say = (text: string) => {
      if (field.endsWith('Fen')) return sayFen(Number(text))
      if (field.endsWith('.perMille')) return `${Number(text) / 10}${t.units.percent}`
      return field.endsWith('PerMille') ? `${Number(text) / 1_000} ${t.units.times}` : text
    }
    return t.between(say(first), say(second))
  }
  if (code === 'LENGTH') return t.length(second || first)
  return t.right[code] ?? message
}

/** The list and the row that a field is in: standard.proven[0].capFen → standard.proven[0]. */
export function rowAt(field: string): string | null {
  return /^standard\.\w+\[\d+]/.exec(field)?.[0] ?? null
}

/** Brings a field, or what it is in, into view, and the cursor into it. */
export function leadTo(field: string): void {
  for (const at of [field, rowAt(field), field.replace(/\[.*/, '')]) {
    const found = at === null ? null : document.querySelector<HTMLElement>(`[data-field="${at}"]`)
    if (found === null) continue
    found.scrollIntoView?.({ block: 'center' })
    found.querySelector<HTMLElement>('input, textarea, button')?.focus()
    return
  }
}
