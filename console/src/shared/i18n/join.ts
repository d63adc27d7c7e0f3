import { getLocale } from './locale'

/** Clauses of one sentence: 甲，乙 / a, b. */
export function joinClauses(clauses: string[]): string {
  return clauses.filter((clause) => clause !== '').join(getLocale() === 'zh-CN' ? '，' : ', ')
}

/** Things of one list: 甲、乙 / a, b. */
export function joinList(things: string[]): string {
  return things.join(getLocale() === 'zh-CN' ? '、' : ', ')
}
