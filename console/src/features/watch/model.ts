import type { LaneClass, LimitBasis, LimitRow, Stage } from '../../api/types'

export const LANES: LaneClass[] = ['SAME_CITY', 'SAME_PROVINCE', 'ADJACENT', 'FAR', 'REMOTE']
const RANK: Record<LimitBasis, number> = { SET: 0, LEARNT: 1, DEFAULT: 2 }

/** Everything the table says about one stage and one class of lane. */
export interface Cell {
  stage: Stage
  laneClass: LaneClass | null
  /** In the order in which they rule; the first is in use. Rows for a part of the day come apart. */
  rows: LimitRow[]
  byDayPart: LimitRow[]
}

function ruling(a: LimitRow, b: LimitRow): number {
  return RANK[a.basis] - RANK[b.basis] || b.effectiveFrom.localeCompare(a.effectiveFrom)
}

export function isLane(row: LimitRow): boolean {
  return row.fromDivision !== null && row.toDivision !== null
}

/** One row a stage in the order of a parcel's way, as the server lists them; one cell a class of lane. */
export function cellsByStage(rows: LimitRow[]): { stage: Stage; cells: Cell[] }[] {
  const general = rows.filter((row) => !isLane(row))
  const stages = [...new Set(general.map((row) => row.stage))]
  return stages.map((stage) => ({
    stage,
    cells: [null, ...LANES].map((laneClass) => {
      const here = general.filter((row) => row.stage === stage && row.laneClass === laneClass)
      return {
        stage,
        laneClass,
        rows: here.filter((row) => row.dayPart === null).sort(ruling),
        byDayPart: here.filter((row) => row.dayPart !== null).sort(ruling),
      }
    }),
  }))
}

/** Rows of single lanes, those that rule first; narrowed by either end. */
export function lanes(rows: LimitRow[], from: string | null, to: string | null): LimitRow[] {
  return rows
    .filter(isLane)
    .filter((row) => (from === null || row.fromDivision === from) && (to === null || row.toDivision === to))
    .sort(ruling)
}
