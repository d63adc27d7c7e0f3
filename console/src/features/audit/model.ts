import type { Query } from '../../api/client'
import type { AuditLine } from '../../api/types'
import { auditCopy } from './copy'

export type Action = keyof ReturnType<typeof auditCopy.now>['action']

export const UNMASKED: Action = 'UNMASKED'

/** What the list shows, as it stands in the address. Times are instants, written from China's calendar. */
export interface AuditFilters {
  actor: string | null
  actorName: string | null
  action: string | null
  from: string | null
  until: string | null
}

const NAMES = ['actor', 'actorName', 'action', 'from', 'until'] as const

export function readFilters(params: URLSearchParams): AuditFilters {
  const [actor, actorName, action, from, until] = NAMES.map((name) => params.get(name))
  return {
    actor: actor ?? null,
    actorName: actorName ?? null,
    action: action ?? null,
    from: from ?? null,
    until: until ?? null,
  }
}

export function writeFilters(filters: AuditFilters): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of NAMES) {
    const value = filters[name]
    if (value !== null) params.set(name, value)
  }
  return params
}

export function toQuery({ actor, action, from, until }: AuditFilters): Query {
  return { actor, action, from, until }
}

export function sayWho({ by }: AuditLine): string {
  const t = auditCopy.now()
  if (by.kind === 'SYSTEM') return t.system
  if (by.kind === 'VISITOR') return t.visitor
  return by.kind === 'PARTNER' ? t.partner(by.name) : by.name
}

export function sayAction(action: string): string {
  const t = auditCopy.now()
  const words: Record<string, string> = t.action
  return words[action] ?? t.unnamed(action)
}

function text(detail: Record<string, unknown>, name: string): string | null {
  const value = detail[name]
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
}

/** What a person would call the subject; ids that nobody can read are left out. */
function nameOf(line: AuditLine): string | null {
  if (['PARCEL', 'TICKET', 'UNIT', 'CONTRACT', 'TARIFF'].includes(line.subjectKind)) return line.subjectId
  return (
    text(line.detail, 'username') ??
    text(line.detail, 'name') ??
    text(line.detail, 'file') ??
    text(line.detail, 'unit')
  )
}

/** One line of the trail as a sentence. */
export function saySentence(line: AuditLine): string {
  const { sentence, field } = auditCopy.now()
  const who = sayWho(line)
  const fields: Record<string, string> = field
  const reason = text(line.detail, 'reason')
  if (line.action === 'UNMASKED' && reason !== null) {
    if (line.subjectKind === 'CONTRACT') return sentence.UNMASKED_CONTRACT(who, line.subjectId, reason)
    const seen = text(line.detail, 'field') ?? ''
    return sentence.UNMASKED(who, line.subjectId, fields[seen] ?? seen, reason)
  }
  const hours = text(line.detail, 'hours')
  if (line.action === 'LIMIT_SET' && hours !== null && reason !== null) {
    return sentence.LIMIT_SET(who, hours, reason)
  }
  const name = nameOf(line)
  return name === null
    ? sentence.plain(who, sayAction(line.action))
    : sentence.named(who, sayAction(line.action), name)
}
