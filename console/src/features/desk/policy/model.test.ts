import { body } from './made'
import { differing, nextRing, same, share, up, withAt, withoutAt } from './model'

describe('policies as they are written', () => {
  it('tells in which parts two differ, whatever the order of their members', () => {
    const { CHAT, ...others } = body.channels
    const mixed = { ...body, channels: { ...others, ...(CHAT === undefined ? {} : { CHAT }) } }
    expect(same(body, mixed)).toBe(true)
    expect(differing(body, { ...mixed, weights: { ...body.weights, even: 2 }, matters: [] })).toEqual([
      'weights',
      'matters',
    ])
  })

  it('takes the order of matters as a difference, for it decides ties', () => {
    expect(differing(body, { ...body, matters: body.matters.toReversed() })).toEqual(['matters'])
  })

  it('moves, changes and removes members of a list', () => {
    expect(up(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
    expect(up(['a', 'b'], 0)).toEqual(['a', 'b'])
    expect(withAt([{ a: 1 }, { a: 2 }], 1, { a: 3 })).toEqual([{ a: 1 }, { a: 3 }])
    expect(withoutAt(['a', 'b'], 0)).toEqual(['b'])
  })

  it('begins a ring later than the last one, and the first at once', () => {
    expect(nextRing(body.rings).afterSeconds).toBe(40)
    expect(nextRing([]).afterSeconds).toBe(0)
  })

  it('has no share of nothing', () => {
    expect(share(0, 0)).toBeNull()
    expect(share(1, 4)).toBe(0.25)
  })
})
