import type { Reply } from '../../api/types'

export type Variable = '客户' | '运单号' | '坐席'
export type Variables = Partial<Record<Variable, string>>

/** The text with what is known put in; what is not stays as it is, so that it is seen. */
export function fill(text: string, variables: Variables): string {
  return text.replace(/\{(客户|运单号|坐席)\}/g, (whole, name: Variable) => {
    const value = variables[name]
    return value === undefined || value === '' ? whole : value
  })
}

/** Places of a text that nobody has filled. */
export function unfilled(text: string): string[] {
  return [...new Set(text.match(/\{(客户|运单号|坐席)\}/g) ?? [])]
}

/** What follows the `/` that is being typed at the end of what stands before the cursor; null where there is none. */
export function asked(before: string): string | null {
  const found = /(?:^|\s)\/([^\s/]{0,12})$/.exec(before)
  return found?.[1] ?? null
}

/** Those whose code begins with it first, then those that have it anywhere; of two with one code the nearer one alone. */
export function matching(all: Reply[], query: string): Reply[] {
  const replies = all.filter((reply, at) => all.findIndex((other) => other.code === reply.code) === at)
  const begins = replies.filter((reply) => reply.code.startsWith(query))
  const has = replies.filter(
    (reply) => !begins.includes(reply) && (reply.code.includes(query) || reply.text.includes(query)),
  )
  return [...begins, ...has].slice(0, 8)
}

/** The text after the `/query` before the cursor was replaced, and where the cursor stands then. */
export function replaceAsked(text: string, cursor: number, said: string): { text: string; cursor: number } {
  const query = asked(text.slice(0, cursor))
  const from = query === null ? cursor : cursor - query.length - 1
  return { text: text.slice(0, from) + said + text.slice(cursor), cursor: from + said.length }
}

/** The names in braces that nothing would be put in for. */
export function unknownIn(text: string): string[] {
  const found = [...text.matchAll(/\{([^{}]*)\}/g)].map(([whole]) => whole)
  return [...new Set(found.filter((place) => unfilled(place).length === 0))]
}
