import { rebutUnits, withNames } from './model'
import { flawOf, namedOf, perMilleOf } from './shares'
import { charge, chengdu, row, wuhou } from './testing'

describe('shares as typed', () => {
  it('reads percent with one decimal exactly, and nothing else', () => {
    expect(['33.3', '0.1', '100', '70%', '29.'].map(perMilleOf)).toEqual([333, 1, 1_000, 700, null])
    expect(['0', '100.1', '33.33', '', 'x'].map(perMilleOf)).toEqual([null, null, null, null, null])
  })

  it('finds what keeps them from being sent', () => {
    const a = { unit: 'A', percent: '60' }
    expect(flawOf([a, { percent: '40' }])).toBe('noUnit')
    expect(flawOf([a, { unit: 'B', percent: 'half' }])).toBe('wrong')
    expect(flawOf([a, { unit: 'A', percent: '40' }])).toBe('twice')
    expect(flawOf([a, { unit: 'B', percent: '39.9' }])).toBe('sum')
    expect(flawOf([a, { unit: 'B', percent: '40' }])).toBeNull()
    expect(namedOf([a])).toEqual([{ unit: 'A', perMille: 600 }])
  })
})

describe('a charge', () => {
  it('is told by names, not by codes', () => {
    const units = new Map(row.units.map(({ unit }) => [unit.code, unit]))
    expect(withNames('H5101 发往 O510107-011，包 B77', units)).toBe(
      '成都转运中心 发往 成都武侯簇桥网点，包 B77',
    )
  })

  it('asks for which unit a province speaks, and nobody who speaks for their own', () => {
    const of = (code: string, kind: 'PROVINCE' | 'REGION' | 'HUB') =>
      rebutUnits(charge(), { unit: { code, name: code, kind, path: '/' } } as Parameters<
        typeof rebutUnits
      >[1])
    expect(of('P51', 'PROVINCE')).toEqual([chengdu])
    expect(of('R05', 'REGION')).toEqual([])
    expect(of(wuhou.code, 'HUB')).toEqual([])
  })
})
