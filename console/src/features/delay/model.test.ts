import { bandOf, dotsOf } from './model'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour)).toISOString()

describe('the picture of an estimate', () => {
  it('lays estimate and promise on one line, whichever comes first', () => {
    expect(bandOf({ early: at(2), expected: at(4), late: at(12), promisedAt: at(7) })).toEqual({
      early: 0,
      expected: 0.2,
      late: 1,
      promised: 0.5,
    })
    expect(bandOf({ early: at(6), expected: at(8), late: at(10), promisedAt: at(2) })).toEqual({
      early: 0.5,
      expected: 0.75,
      late: 1,
      promised: 0,
    })
  })

  it('is none where nothing was learnt, and goes on where the end is not known', () => {
    expect(bandOf({ early: null, expected: null, late: null, promisedAt: at(7) })).toBeNull()
    expect(bandOf({ early: at(2), expected: at(4), late: null, promisedAt: at(6) })?.late).toBe(1)
  })
})

describe('the picture of calibration', () => {
  it('leaves empty tenths out and draws more parcels larger', () => {
    const dots = dotsOf([
      { cases: 0, stated: 0, happened: 0 },
      { cases: 100, stated: 0.55, happened: 0.5 },
      { cases: 25, stated: 0.95, happened: 1 },
    ])
    expect(dots.map((one) => [one.stated, one.radius])).toEqual([
      [0.55, 10],
      [0.95, 6.5],
    ])
  })
})
