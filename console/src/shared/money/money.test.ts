import { parseYuan, sayFen, yuanText } from './money'

describe('amounts', () => {
  it('are read exactly as they were typed', () => {
    expect(parseYuan('0.29')).toBe(29)
    expect(parseYuan('1.1')).toBe(110)
    expect(parseYuan('4.35')).toBe(435)
    expect(parseYuan(' ¥1,234.56 ')).toBe(123_456)
    expect(parseYuan('1000000')).toBe(100_000_000)
  })

  it('are refused where they are none', () => {
    for (const text of ['', '1.234', '-5', '1e3', '12,34', '1000000.01', 'abc', '.5']) {
      expect(parseYuan(text)).toBeNull()
    }
  })

  it('come back as they went in', () => {
    for (const fen of [0, 1, 29, 435, 123_456]) {
      expect(parseYuan(yuanText(fen))).toBe(fen)
    }
    expect(yuanText(null)).toBe('')
    expect(sayFen(123_456)).toBe('1,234.56 元')
    expect(sayFen(-5)).toBe('−0.05 元')
  })
})
