import type { ExportJob } from '../../api/types'
import { justReady, percentOf } from './model'

const job = (more: Partial<ExportJob>): ExportJob => ({
  id: 'e1',
  list: 'tickets',
  title: '工单',
  state: 'RUNNING',
  rowsTotal: 200,
  rowsDone: 50,
  bytes: null,
  createdAt: '2026-11-28T08:00:00Z',
  finishedAt: null,
  failure: null,
  by: { id: 'me', name: '林晓' },
  ...more,
})

describe('exports', () => {
  it('says how far it is, and never all of it before there is a file', () => {
    expect(percentOf(job({}))).toBe(25)
    expect(percentOf(job({ rowsDone: 260 }))).toBe(99)
    expect(percentOf(job({ rowsTotal: 0, rowsDone: 0 }))).toBe(0)
  })

  it('tells once that a file is ready', () => {
    const before = [job({}), job({ id: 'e2', state: 'DONE' })]
    const now = [job({ state: 'DONE' }), job({ id: 'e2', state: 'DONE' })]
    expect(justReady(before, now).map((ready) => ready.id)).toEqual(['e1'])
    expect(justReady(now, now)).toEqual([])
    expect(justReady(undefined, now)).toEqual([])
  })
})
