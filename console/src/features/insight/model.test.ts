import { classEnds, classOf, findingsPath } from './model'

describe('boards', () => {
  it('colours provinces by quantile, nothing apart', () => {
    const values = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100]
    const ends = classEnds(values)
    expect(ends).toEqual([4, 7, 9, 100])
    expect([0, 1, 4, 5, 9, 10, 100].map((value) => classOf(value, ends))).toEqual([0, 1, 1, 2, 3, 4, 4])
  })

  it('does with few and equal numbers', () => {
    expect(classEnds([])).toEqual([])
    expect(classEnds([0, 0])).toEqual([])
    expect(classEnds([2, 2, 2])).toEqual([2])
    expect(classOf(2, [2])).toBe(1)
    expect(classOf(0, [])).toBe(0)
  })

  it('writes the list behind a number as an address', () => {
    expect(findingsPath({ unit: 'R05', province: '440000' })).toBe(
      '/boards/findings?unit=R05&province=440000',
    )
    expect(findingsPath({ all: true })).toBe('/boards/findings?show=all')
    expect(findingsPath({})).toBe('/boards/findings')
  })
})
