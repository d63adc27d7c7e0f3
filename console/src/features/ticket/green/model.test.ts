import { answeredShare, counted, meaningOf, misused, standing, wrongShare } from './model'

const NOW = Date.parse('2026-03-10T04:00:00Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const waiting = (minutes: number) => ({ answerBy: at(minutes), answeredAt: null })

describe('the two hours of an urgent ticket', () => {
  it('are open, over, kept or missed', () => {
    expect(standing(waiting(1), NOW)).toBe('open')
    expect(standing(waiting(-1), NOW)).toBe('overdue')
    expect(standing({ answerBy: at(-10), answeredAt: at(-20) }, NOW)).toBe('answered')
    expect(standing({ answerBy: at(-20), answeredAt: at(-10) }, NOW)).toBe('answeredLate')
  })

  it('colour a row by the share that is left', () => {
    expect([61, 60, 31, 30, -5].map((minutes) => meaningOf(waiting(minutes), NOW))).toEqual([
      'good',
      'watch',
      'watch',
      'act',
      'act',
    ])
    expect(meaningOf({ answerBy: at(-10), answeredAt: at(-20) }, NOW)).toBe('good')
    expect(meaningOf({ answerBy: at(-20), answeredAt: at(-10) }, NOW)).toBe('stopped')
  })
})

describe('the numbers of the green channel', () => {
  it('end where the server stops counting', () => {
    expect(counted(10_000, String)).toBe('10000')
    expect(counted(10_001, String)).toBe('10000+')
  })

  it('say nothing of nothing', () => {
    expect(answeredShare({ inTime: 0, measured: 0 })).toBeNull()
    expect(answeredShare({ inTime: 3, measured: 4 })).toBe(0.75)
    expect(wrongShare({ raised: 0, wrong: 0 })).toBe(0)
  })

  it('call it misuse only where it is no chance', () => {
    expect(misused({ raised: 4, wrong: 4 })).toBe(false)
    expect(misused({ raised: 10, wrong: 2 })).toBe(false)
    expect(misused({ raised: 10, wrong: 3 })).toBe(true)
  })
})
