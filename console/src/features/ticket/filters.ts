import type { Query } from '../../api/client'
import type { TicketCounts, TicketLevel, TicketPhase } from '../../api/types'

export type View = 'mine' | 'unit' | 'all'
export type Sort = 'due' | 'opened' | 'closed'
export type Quick = 'overdue' | 'dueSoon' | 'urgent' | 'escalated' | 'replied'

export const VIEWS: View[] = ['mine', 'unit', 'all']
export const SORTS: Sort[] = ['due', 'opened', 'closed']
export const QUICKS: Quick[] = ['overdue', 'dueSoon', 'urgent', 'escalated', 'replied']
export const PHASES: TicketPhase[] = ['DESK', 'UNIT', 'WAITING', 'REPLIED', 'CHECK', 'APPEAL', 'ENDED']
export const LEVELS: TicketLevel[] = ['OUTLET', 'REGION', 'HEADQUARTERS']

/** What the list shows, as it stands in the address: a link opens the same list for a colleague. */
export interface Filters {
  view: View
  quick: Quick | null
  phase: TicketPhase | null
  level: TicketLevel | null
  /** The code of a kind. */
  kind: string | null
  /** Only tickets at this unit and below it. */
  unit: string | null
  q: string
  /** Further conditions in their short form; empty where there are none. */
  filter: string
  sort: Sort | null
}

function oneOf<T extends string>(all: readonly T[], value: string | null): T | null {
  return all.find((candidate) => candidate === value) ?? null
}

export function readFilters(params: URLSearchParams): Filters {
  return {
    view: oneOf(VIEWS, params.get('view')) ?? 'unit',
    quick: oneOf(QUICKS, params.get('only')),
    phase: oneOf(PHASES, params.get('phase')),
    level: oneOf(LEVELS, params.get('level')),
    kind: params.get('kind'),
    unit: params.get('unit'),
    q: params.get('q') ?? '',
    filter: params.get('f') ?? '',
    sort: oneOf(SORTS, params.get('sort')),
  }
}

export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams()
  if (filters.view !== 'unit') params.set('view', filters.view)
  if (filters.quick !== null) params.set('only', filters.quick)
  if (filters.phase !== null) params.set('phase', filters.phase)
  if (filters.level !== null) params.set('level', filters.level)
  if (filters.kind !== null) params.set('kind', filters.kind)
  if (filters.unit !== null) params.set('unit', filters.unit)
  if (filters.q !== '') params.set('q', filters.q)
  if (filters.filter !== '') params.set('f', filters.filter)
  if (filters.sort !== null) params.set('sort', filters.sort)
  return params
}

/** The server's parameters for what the list shows. */
export function toQuery(filters: Filters): Query {
  return {
    view: filters.view,
    phase: filters.phase ?? (filters.quick === 'replied' ? 'REPLIED' : null),
    level: filters.level,
    kind: filters.kind,
    unit: filters.unit,
    filter: filters.filter,
    sort: filters.sort,
    urgent: filters.quick === 'urgent' ? true : null,
    overdue: filters.quick === 'overdue' ? true : null,
    dueSoon: filters.quick === 'dueSoon' ? true : null,
    escalated: filters.quick === 'escalated' ? true : null,
  }
}

export function isFiltered(filters: Filters): boolean {
  return (
    filters.quick !== null ||
    filters.phase !== null ||
    filters.level !== null ||
    filters.kind !== null ||
    filters.unit !== null ||
    filters.filter !== '' ||
    filters.q !== ''
  )
}

export function countOf(counts: TicketCounts | undefined, name: View | Quick): number | null {
  return counts === undefined || name === 'all' ? null : counts[name]
}

/** What a list shows that is asked for by these parameters of the server: a saved view, opened. */
export function fromQuery(query: Record<string, string>): Filters {
  const asked = QUICKS.find((quick) => query[quick] === 'true') ?? null
  return {
    view: oneOf(VIEWS, query.view ?? null) ?? 'all',
    quick: asked,
    phase: oneOf(PHASES, query.phase ?? null),
    level: oneOf(LEVELS, query.level ?? null),
    kind: query.kind ?? null,
    unit: query.unit ?? null,
    q: '',
    filter: query.filter ?? '',
    sort: oneOf(SORTS, query.sort ?? null),
  }
}

/** The parameters as texts; what is not set is left out. */
export function asTexts(query: Query): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') texts[name] = String(value)
  }
  return texts
}

/** Whether two lists show the same. */
export function sameQuery(one: Record<string, string>, other: Record<string, string>): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}
