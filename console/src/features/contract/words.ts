import { ApiProblem } from '../../api/problem'
import type { ContractTerms } from '../../api/types'
import { joinClauses } from '../../shared/i18n'
import { sayProblem } from '../../shared/problems'
import { saySeconds } from '../insight'
import { contractCopy } from './copy'

/** What codes in terms are called. */
export interface TermNames {
  calendar: (code: string) => string
  skill: (code: string) => string
}

/** The terms in one sentence. */
export function sayTerms(terms: ContractTerms, names: TermNames): string {
  const { said } = contractCopy.now()
  const parts: string[] = []
  if (terms.answerSeconds !== null) parts.push(said.answer(saySeconds(terms.answerSeconds)))
  if (terms.calendar !== null) parts.push(said.calendar(names.calendar(terms.calendar)))
  if (terms.skill !== null) parts.push(said.skill(names.skill(terms.skill), terms.level))
  else if (terms.level > 0) parts.push(said.level(terms.level))
  if (terms.agents.length > 0) parts.push(said.agents(terms.agents.length, saySeconds(terms.keepSeconds)))
  if (terms.compensation !== null) parts.push(said.compensation)
  return parts.length === 0 ? said.none : joinClauses(parts)
}

/** What is wrong with a contract, and where. */
export function sayRefused(problem: unknown): string {
  const t = contractCopy.now()
  const first = problem instanceof ApiProblem ? problem.errors[0] : undefined
  const wrong = first && t.wrong[first.code]
  return first && wrong ? t.wrongAt(place(first.field), wrong) : sayProblem(problem)
}

function place(field: string): string {
  const t = contractCopy.now()
  const person = /^people\[(\d+)]/.exec(field)?.[1]
  if (person !== undefined) return t.wrongPerson(Number(person) + 1)
  const names: Record<string, string> = {
    code: t.code,
    name: t.name,
    unit: t.unit,
    'terms.answerSeconds': t.answer,
    'terms.calendar': t.calendar,
    'terms.skill': t.skill,
    'terms.level': t.level,
    'terms.keepSeconds': t.keep,
    'terms.compensation.fixedFen': t.compensation.fixed,
    'terms.compensation.feePerMille': t.compensation.fee,
    'terms.compensation.capFen': t.compensation.cap,
  }
  if (field.startsWith('accounts')) return t.accounts
  return names[field] ?? (field.startsWith('terms.agents') ? t.agents : field)
}
