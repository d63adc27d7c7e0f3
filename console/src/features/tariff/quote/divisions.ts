import type { Division } from '../../../api/types'

export interface Choice {
  value: string
  label: string
  children?: Choice[]
}

/** What lies above one among those that are listed: groups of counties are not, what is below them stands below the province. */
function aboveOf({ code, parent }: Division, listed: (code: string) => boolean): string | null {
  if (parent === null || listed(parent)) return parent
  const province = `${code.slice(0, 2)}0000`
  return listed(province) ? province : null
}

/** Provinces with their cities with their districts. */
export function treeOf(divisions: Division[]): Choice[] {
  const choices = new Map<string, Choice>(
    divisions.map(({ code, name }) => [code, { value: code, label: name }]),
  )
  const tops: Choice[] = []
  for (const division of divisions) {
    const choice = choices.get(division.code)
    const above = aboveOf(division, (code) => choices.has(code))
    if (choice === undefined) continue
    const parent = above === null ? undefined : choices.get(above)
    if (parent === undefined) {
      tops.push(choice)
    } else {
      parent.children ??= []
      parent.children.push(choice)
    }
  }
  return tops
}

/** The codes from the province down to a code. */
export function pathOf(divisions: Division[], code: string | null): string[] {
  const found = (wanted: string) => divisions.find((one) => one.code === wanted)
  const path: string[] = []
  let next = code
  while (next !== null && path.length < 4) {
    path.unshift(next)
    const division = found(next)
    next = division === undefined ? null : aboveOf(division, (above) => found(above) !== undefined)
  }
  return path
}

/** 440000 → 44, 440100 → 4401: the beginning that all codes below it share. */
export function areaOf(code: string): string {
  return code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code
}

/** 44 → 440000: the division that the beginning stands for. */
export function codeOf(area: string): string {
  return area.padEnd(6, '0')
}

/** 广东省 广州市, or the code itself while names are on their way. */
export function nameOf(divisions: Division[], code: string): string {
  const names = pathOf(divisions, code).map((one) => divisions.find(({ code }) => code === one)?.name ?? one)
  return [...new Set(names)].join(' ')
}
