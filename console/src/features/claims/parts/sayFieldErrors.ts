import { ApiProblem } from '../../../api/problem'
import { sayCode } from '../../../shared/problems'

/** What the server says of single fields, for the form that has them; null where it says nothing of any. */
export function sayFieldErrors<N extends string>(
  problem: unknown,
  names: readonly N[],
): { name: N; errors: string[] }[] | null {
  if (!(problem instanceof ApiProblem)) return null
  const said = problem.errors.flatMap((error) => {
    const name = names.find((one) => one === error.field)
    return name === undefined ? [] : [{ name, errors: [sayCode(error.code) ?? error.message] }]
  })
  return said.length === 0 ? null : said
}
