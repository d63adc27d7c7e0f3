import { expect, test } from 'vitest'
import type { PrecisionRate } from '../../../api/types'
import { axisFrom, drillPath, standing, weekSpan } from './model'

function rate(low: number, precision: number | null, high: number): PrecisionRate {
  const none = { raised: 0, right: 0, wrong: 0, undecided: 0, late: 0, unaided: 0, excused: 0, dismissed: 0 }
  return { ...none, low, precision, high }
}

test('a rule is below its target only where the doubt is too', () => {
  expect(standing(rate(0.7, 0.9, 0.98), 0.95)).toBe('unsure')
  expect(standing(rate(0.7, 0.8, 0.9), 0.95)).toBe('below')
  expect(standing(rate(0.95, 0.97, 0.99), 0.95)).toBe('above')
  expect(standing(rate(0, null, 1), 0.95)).toBe('none')
})

test('the axis holds every interval and the target, and ignores what was not judged', () => {
  expect(axisFrom([rate(0.62, 0.8, 0.9), rate(0, null, 1)], 0.95)).toBe(0.6)
  expect(axisFrom([rate(0.96, 0.97, 0.98)], 0.95)).toBeCloseTo(0.9)
  expect(axisFrom([], 0.95)).toBeCloseTo(0.9)
})

test('weeks begin on Monday in Beijing', () => {
  expect(weekSpan('2026-11-23')).toEqual({
    from: '2026-11-22T16:00:00.000Z',
    until: '2026-11-29T16:00:00.000Z',
  })
})

test('a number leads to what it counts', () => {
  const path = drillPath({ unit: 'R04', stage: 'DEPARTED', outcome: 'WRONG', from: 'a', until: 'b' })
  expect(path).toBe('/boards/findings?show=all&unit=R04&stage=DEPARTED&outcome=WRONG&from=a&until=b')
})
