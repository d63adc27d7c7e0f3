import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import AnomaliesPage from './AnomaliesPage'
import type { Anomaly, Board } from './api'
import { zh } from './copy/zh-CN'
import { lastDays, sayAnomaly } from './model'
import { StandingAnomalies } from './parts/StandingAnomalies'

const hub = { code: 'H4401', name: '广州转运中心', kind: 'HUB' } as const
const far = { code: 'H1101', name: '北京转运中心', kind: 'HUB' } as const
const outlet = { code: 'O1', name: '天河网点', kind: 'OUTLET' } as const
const one: Anomaly = {
  id: 'a1',
  waybill: 'YT7000000000001',
  kind: 'MISROUTED',
  since: '2026-11-20T01:00:00Z',
  raisedAt: '2026-11-20T01:30:00Z',
  site: far,
  other: hub,
  causedBy: outlet,
  times: 1,
  signs: [],
  endedAt: null,
  end: null,
  ticketId: null,
}
const kinds: Board['kinds'] = [
  { kind: 'MISROUTED', standing: 12, raised: 40, retracted: 2 },
  { kind: 'LOOP', standing: 0, raised: 0, retracted: 0 },
]
const board: Board = {
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' },
  at: '2026-11-20T17:10:00Z',
  lookedAt: '2026-11-20T17:09:30Z',
  kinds,
  days: [
    { day: '2026-11-20', kind: 'MISROUTED', raised: 5 },
    { day: '2026-11-20', kind: 'LOOP', raised: 1 },
  ],
  causers: [{ site: outlet, kind: 'MISROUTED', count: 7 }],
}

function serve(items: Anomaly[]) {
  const asked: string[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => {
      asked.push(url)
      return url.includes('/anomalies/board')
        ? answer(board)
        : answer({ items, nextCursor: null, total: items.length })
    }),
  )
  return asked
}

describe('P7 the board of anomalies', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('shows how many stand, and who made most mistakes', async () => {
    serve([one])
    renderPage(<AnomaliesPage />, '/', someone('operation.read', 'parcel.read'))
    expect(await screen.findByText('共 1 条')).toBeVisible()
    expect(screen.getByRole('button', { name: /错发/ })).toHaveTextContent('12')
    expect(screen.getByText('7 件')).toBeVisible()
  })

  it('asks for one kind when its number is pressed, and for what is over', async () => {
    const asked = serve([])
    renderPage(<AnomaliesPage />, '/', someone('operation.read'))
    await userEvent.click(await screen.findByRole('button', { name: /错发/ }))
    await userEvent.click(screen.getByRole('button', { name: zh.over }))
    expect(await screen.findByText(zh.emptyOver)).toBeVisible()
    expect(asked.at(-1)).toContain('kind=MISROUTED')
    expect(asked.at(-1)).toContain('standing=false')
  })
})

describe('P7 what is wrong with a parcel now', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is said at the top with what to do, and what is over is not', async () => {
    const over: Anomaly = {
      ...one,
      id: 'a2',
      kind: 'LOOP',
      endedAt: '2026-11-20T02:00:00Z',
      end: 'CORRECTED',
    }
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer([one, over])),
    )
    renderPage(<StandingAnomalies waybill={one.waybill} />, '/', someone('parcel.read'))
    expect(await screen.findByText(zh.todo.MISROUTED)).toBeVisible()
    expect(screen.queryByText(zh.todo.LOOP)).toBeNull()
  })
})

describe('P7 words of anomalies', () => {
  it('has a sentence for each kind', () => {
    expect(sayAnomaly(one, zh)).toBe('应到广州转运中心，却到了北京转运中心；由天河网点发出')
    expect(sayAnomaly({ ...one, kind: 'LOOP', site: hub, causedBy: far, times: 2 }, zh)).toBe(
      '第 2 次到广州转运中心；从北京转运中心转回',
    )
    expect(sayAnomaly({ ...one, kind: 'DOUBTFUL_SIGNATURE', signs: ['WITHOUT_TRIP', 'AT_NIGHT'] }, zh)).toBe(
      '没有派件或入库记录就签收；凌晨签收',
    )
    expect(sayAnomaly({ ...one, kind: 'STUCK' }, zh)).toContain('反复扫描')
  })

  it('counts days in Beijing, those without any included', () => {
    const days = lastDays(board)
    expect(days).toHaveLength(14)
    expect(days.at(-1)?.day).toBe('2026-11-21')
    expect(days.at(-2)).toMatchObject({ day: '2026-11-20', sum: 6 })
  })
})
