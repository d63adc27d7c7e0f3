import type { TicketRow } from '../../api/types'
import type { Step } from './api'

/** What a macro's variables stand for; the server refuses others. */
export const VARIABLES = ['number', 'waybill', 'unit', 'responsible', 'dueAt', 'me'] as const

export function fillIn(text: string, values: Record<(typeof VARIABLES)[number], string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as (typeof VARIABLES)[number]] : whole,
  )
}

export interface MacroStep {
  action: string
  reason: string | null
}

export function stepsOf(actions: string): MacroStep[] {
  if (actions === '') return [{ action: 'NOTE', reason: null }]
  return actions.split(',').map((step) => {
    const [action = '', reason] = step.split(':')
    return { action, reason: reason ?? null }
  })
}

/** The steps that a macro takes with a ticket: the text goes with each of them. */
export function toSteps(actions: string, text: string): Step[] {
  return stepsOf(actions).map(({ action, reason }): Step => {
    switch (action) {
      case 'URGE':
        return { step: 'urge', note: text }
      case 'URGENT':
        return { step: 'urgent', reason: reason as NonNullable<TicketRow['urgentReason']>, note: text }
      case 'CLOSE':
        return { step: 'close', reason: reason as NonNullable<TicketRow['closeReason']>, note: text }
      default:
        return { step: 'note', text }
    }
  })
}
