import type { Division } from '../../../api/types'

export interface Choice {
  value: string
  label: string
  children?: Choice[]
}

/** Provinces with their cities with their districts. */
export function treeOf(divisions: Division[]): Choice[] {
  const choices = new Map(divisions.map(({ code, name }) => [code, { value: code, label: name } as Choice]))
  const tops: Choice[] = []
  for (const { code, parent } of divisions) {
    const choice = choices.get(code)
    const above = parent === null ? undefined : choices.get(parent)
    if (choice === undefined) continue
    if (above === undefined) {
      tops.push(choice)
    } else {
      above.children ??= []
      above.children.push(choice)
    }
  }
  return tops
}

/** The codes from the province down to a code. */
export function pathOf(divisions: Division[], code: string | null): string[] {
  if (code === null) return []
  const path: string[] = []
  let next: string | null = code
  while (next !== null && path.length < 4) {
    path.unshift(next)
    next = divisions.find((one) => one.code === next)?.parent ?? null
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
