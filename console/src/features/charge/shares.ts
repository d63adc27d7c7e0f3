import type { ChargeBurden, NamedShare } from '../../api/types'

/** All of it. */
export const WHOLE = 1_000
/** As many as the server takes. */
export const MOST_UNITS = 10

/** A line of the editor: percent as typed. */
export interface ShareLine {
  unit?: string
  percent?: string
}

/** What is wrong with the lines as they stand. */
export type ShareFlaw = 'noUnit' | 'wrong' | 'twice' | 'sum'

const PERCENT = /^(\d{1,3})(?:[.．](\d))?\s*[%％]?$/

/** 33.3 → 333; null where it is no share from 0.1 to 100. Read as text, since 0.1 × 1000 need not be whole for a machine. */
export function perMilleOf(percent: string | undefined): number | null {
  const found = PERCENT.exec((percent ?? '').trim())
  if (found === null) return null
  const perMille = Number(found[1]) * 10 + Number(found[2] ?? '0')
  return perMille >= 1 && perMille <= WHOLE ? perMille : null
}

/** What the lines make together; lines that are no shares count as nothing. */
export function sumOf(lines: ShareLine[]): number {
  return lines.reduce((sum, line) => sum + (perMilleOf(line?.percent) ?? 0), 0)
}

/** The first thing that keeps the lines from being sent; null where nothing does. */
export function flawOf(lines: ShareLine[]): ShareFlaw | null {
  if (lines.some((line) => line?.unit === undefined)) return 'noUnit'
  if (lines.some((line) => perMilleOf(line.percent) === null)) return 'wrong'
  if (new Set(lines.map((line) => line.unit)).size < lines.length) return 'twice'
  return sumOf(lines) === WHOLE ? null : 'sum'
}

/** The lines as the server takes them. */
export function namedOf(lines: ShareLine[]): NamedShare[] {
  return lines.map((line) => ({ unit: line.unit ?? null, perMille: perMilleOf(line.percent) }))
}

/** The lines to begin with: who bears what now, or one empty line. */
export function linesOf(units: ChargeBurden[]): ShareLine[] {
  if (units.length === 0) return [{ percent: '100' }]
  return units.map(({ unit, perMille }) => ({ unit: unit.code, percent: String(perMille / 10) }))
}
