import { ticketCopy } from '../copy'
import { conditionOf, FIELDS } from '../filterText'
import { useKinds } from '../kinds'

/** Says a piece of a filter as a person would. */
export function useConditionWords(): (piece: string) => string {
  const t = ticketCopy.use()
  const kinds = useKinds()
  return (piece) => {
    const condition = conditionOf(piece)
    if (condition === null) return t.condition.special
    const fields: Record<string, string> = t.condition.field
    const ops: Record<string, string> = t.condition.op
    const field = fields[condition.field] ?? condition.field
    const kind = FIELDS[condition.field]?.kind
    if (kind === 'flag') {
      return condition.values[0] === 'true' ? field : t.condition.no(field)
    }
    const words = condition.values.map((value) => sayValue(condition.field, kind, value)).join('、')
    return `${field} ${ops[condition.op] ?? condition.op} ${words}`.trim()
  }

  function sayValue(field: string, kind: string | undefined, value: string): string {
    if (kind === 'time') return sayDistance(value)
    if (kind === 'person' && value === 'me') return t.condition.me
    if (kind === 'unit' && value === 'mine') return t.condition.mine
    const words = choicesOf(field)[value]
    return words ?? value
  }

  function choicesOf(field: string): Record<string, string> {
    const catalogues: Record<string, Record<string, string>> = {
      state: t.state,
      phase: t.phase,
      level: t.level,
      kind: Object.fromEntries(kinds.all.map((entry) => [entry.code, entry.name])),
      urgentReason: t.urgentReason,
      answer: t.answer,
      closeReason: t.closeReason,
    }
    return catalogues[field] ?? {}
  }

  function sayDistance(value: string): string {
    if (value === 'now') return t.condition.now
    const match = /^([+-])(\d+)([mhd])$/.exec(value)
    if (match === null) return value
    const units: Record<string, string> = t.condition.unit
    const size = `${match[2]} ${units[match[3] ?? ''] ?? ''}`
    return match[1] === '+' ? t.condition.fromNow(size) : t.condition.ago(size)
  }
}
