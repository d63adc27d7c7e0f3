import type { LimitRow } from '../../api/types'
import { cellsByStage, lanes } from './model'

const row = (more: Partial<LimitRow>): LimitRow => ({
  stage: 'DEPARTED',
  laneClass: null,
  fromDivision: null,
  toDivision: null,
  dayPart: null,
  hours: 24,
  restDays: [],
  basis: 'DEFAULT',
  percentile: null,
  samples: null,
  source: '行业经验值',
  author: '',
  effectiveFrom: '2026-01-01T00:00:00Z',
  ...more,
})

describe('the table of limits', () => {
  it('puts what a person set before what was learnt, and that before the default', () => {
    const [departed] = cellsByStage([
      row({ laneClass: 'FAR', hours: 48 }),
      row({ laneClass: 'FAR', hours: 41, basis: 'LEARNT' }),
      row({ laneClass: 'FAR', hours: 60, basis: 'SET', effectiveFrom: '2026-02-01T00:00:00Z' }),
      row({ laneClass: 'FAR', hours: 70, basis: 'SET', effectiveFrom: '2026-03-01T00:00:00Z' }),
      row({ laneClass: 'FAR', hours: 30, basis: 'LEARNT', dayPart: 'NIGHT' }),
    ])
    const far = departed?.cells.find((cell) => cell.laneClass === 'FAR')
    expect(far?.rows.map((each) => each.hours)).toEqual([70, 60, 41, 48])
    expect(far?.byDayPart.map((each) => each.hours)).toEqual([30])
    expect(departed?.cells.map((cell) => cell.laneClass)).toEqual([
      null,
      'SAME_CITY',
      'SAME_PROVINCE',
      'ADJACENT',
      'FAR',
      'REMOTE',
    ])
  })

  it('keeps single lanes apart and finds them by either end', () => {
    const rows = [
      row({}),
      row({ fromDivision: '440000', toDivision: '510000', hours: 38, basis: 'LEARNT' }),
      row({ fromDivision: '310000', toDivision: '650000', hours: 80, basis: 'SET' }),
    ]
    expect(cellsByStage(rows)).toHaveLength(1)
    expect(lanes(rows, null, null).map((each) => each.hours)).toEqual([80, 38])
    expect(lanes(rows, '440000', null).map((each) => each.hours)).toEqual([38])
    expect(lanes(rows, '440000', '650000')).toEqual([])
  })
})
