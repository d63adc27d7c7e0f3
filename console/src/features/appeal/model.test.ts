import { describe, expect, test } from 'vitest'
import { CATEGORIES, chinaDay, REASONS, readPeriod, shiftMonth } from './model'

describe('T5 appeals in the console', () => {
  test('a period of law is read in all its units', () => {
    expect(readPeriod('P15D')).toEqual([0, 0, 15])
    expect(readPeriod('P6M')).toEqual([0, 6, 0])
    expect(readPeriod('P1Y')).toEqual([1, 0, 0])
  })

  test('months go over the end of a year', () => {
    expect(shiftMonth('2026-01', -1)).toBe('2025-12')
    expect(shiftMonth('2026-11', 2)).toBe('2027-01')
    expect(shiftMonth('2026-11', -11)).toBe('2025-12')
  })

  test('a day begins at midnight in China', () => {
    expect(chinaDay('2026-11-27T16:00:00Z')).toBe('2026-11-28')
  })

  test('each category has reasons, and no reason two categories', () => {
    const all = CATEGORIES.flatMap((category) => REASONS[category])
    expect(new Set(all).size).toBe(all.length)
    expect(CATEGORIES.every((category) => REASONS[category].length > 0)).toBe(true)
  })
})
