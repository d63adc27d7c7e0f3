import { niceTop, spreadLabels } from './scale'

describe('scale of the trend', () => {
  it('ends at a round number whose half is whole', () => {
    expect([0, 1, 2, 3, 7, 17, 43, 99, 101, 650].map(niceTop)).toEqual([
      2, 2, 2, 4, 10, 20, 60, 100, 200, 1000,
    ])
  })

  it('keeps the words at the ends of lines apart', () => {
    expect(spreadLabels([10, 12, 60], 16)).toEqual([10, 26, 60])
    expect(spreadLabels([50, 20, 20], 16)).toEqual([52, 20, 36])
    expect(spreadLabels([58, 60, 60], 16, 60)).toEqual([28, 44, 60])
  })
})
