import { nameOf, treeOf } from './causes'

const cause = (code: string, name: string, active = true) => ({
  code,
  main: code.split('.')[0] ?? code,
  name,
  active,
})
const causes = [
  cause('TRANSIT', '中转运输'),
  cause('TRANSIT.BACKLOG', '爆仓积压'),
  cause('TRANSIT.OLD', '旧的', false),
  cause('DELIVERY', '派送'),
]

describe('the causes that may be chosen', () => {
  it('are those in use, under their first level; a first level without any is left out', () => {
    expect(treeOf(causes, null)).toEqual([
      { value: 'TRANSIT', label: '中转运输', children: [{ value: 'TRANSIT.BACKLOG', label: '爆仓积压' }] },
    ])
  })

  it('keep a retired one where the ticket has it already', () => {
    expect(treeOf(causes, 'TRANSIT.OLD')[0]?.children.map((one) => one.value)).toEqual([
      'TRANSIT.BACKLOG',
      'TRANSIT.OLD',
    ])
  })

  it('are said by both names, an unknown one by its code', () => {
    expect(nameOf(causes, 'TRANSIT.BACKLOG')).toBe('中转运输 · 爆仓积压')
    expect(nameOf(causes, 'DELIVERY')).toBe('派送')
    expect(nameOf(causes, 'X.Y')).toBe('X.Y')
  })
})
