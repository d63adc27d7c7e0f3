import { fillIn, stepsOf, toSteps } from './macro'

describe('macros', () => {
  const values = {
    number: 'T1',
    waybill: 'YT1',
    unit: '天河',
    responsible: '小李',
    dueAt: '18:00',
    me: '林晓',
  }

  it('fill in what they know and leave the rest as it stands', () => {
    expect(fillIn('{waybill} 已转 {unit}，{me}；{password} {', values)).toBe(
      'YT1 已转 天河，林晓；{password} {',
    )
    expect(fillIn('{toString}', values)).toBe('{toString}')
  })

  it('take their steps in order, a note where none is named', () => {
    expect(stepsOf('')).toEqual([{ action: 'NOTE', reason: null }])
    expect(toSteps('NOTE,URGENT:LOST,CLOSE:SETTLED', 'x').map((step) => step.step)).toEqual([
      'note',
      'urgent',
      'close',
    ])
  })
})
