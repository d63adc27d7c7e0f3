import type { ImportJob } from '../../api/types'
import { percentOf, REQUIRED, SAMPLE, tookOf } from './model'

const job = (more: Partial<ImportJob>) =>
  ({
    state: 'RUNNING',
    bytesTotal: 1000,
    bytesDone: 0,
    startedAt: null,
    finishedAt: null,
    ...more,
  }) as ImportJob

describe('imports', () => {
  it('never says 100 % before the end', () => {
    expect(percentOf(job({ bytesDone: 1000 }))).toBe(99)
    expect(percentOf(job({ bytesDone: 425 }))).toBe(42)
    expect(percentOf(job({ bytesTotal: 0 }))).toBe(0)
    expect(percentOf(job({ state: 'DONE' }))).toBe(100)
  })

  it('says how long reading took', () => {
    expect(tookOf(job({}))).toBeNull()
    expect(tookOf(job({ startedAt: '2026-03-10T00:00:00Z', finishedAt: '2026-03-10T00:01:30Z' }))).toBe(
      90_000,
    )
  })

  it('offers a sample whose rows fill every required column', () => {
    const [head = '', ...rows] = SAMPLE.trim().split('\r\n')
    const columns = head.split(',')
    expect(REQUIRED.every((name) => columns.includes(name))).toBe(true)
    for (const row of rows) {
      const cells = row.split(',')
      expect(cells).toHaveLength(columns.length)
      expect(REQUIRED.every((name) => cells[columns.indexOf(name)] !== '')).toBe(true)
    }
  })
})
