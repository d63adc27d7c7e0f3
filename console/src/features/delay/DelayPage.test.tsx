import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import type { DelayRow } from './api'
import DelayPage from './DelayPage'
import { DelayCard } from './parts/DelayCard'

const hub = { code: 'H4401', name: '广州转运中心', kind: 'HUB' }
const row = {
  waybill: 'YT8123456789012',
  unit: hub,
  place: '华南大区',
  kind: 'RISK',
  chance: 'SAVEABLE',
  risk: 0.72,
  promisedAt: '2026-11-20T15:59:59Z',
  actBy: '2026-11-20T06:30:00Z',
  early: '2026-11-20T12:00:00Z',
  expected: '2026-11-20T20:00:00Z',
  late: '2026-11-21T10:00:00Z',
  cases: 412,
  reason: { code: 'WAITING', stage: 'ARRIVED_HUB', site: hub, hours: 11.2 },
  lastType: 'ARRIVED',
  lastStage: 'ARRIVED_HUB',
  lastSite: hub,
  lastAt: '2026-11-19T09:00:00Z',
  raisedAt: '2026-11-20T01:00:00Z',
  judgedAt: '2026-11-20T03:00:00Z',
}
const measured = { warned: 10, precision: 0.8, recall: 0.6, auroc: 0.78, brier: 0.18 }
const version = {
  number: 4,
  learntAt: '2026-11-19T19:40:00Z',
  verdict: 'NOT_WORSE',
  inForce: true,
  parcels: 52000,
  cells: 900,
  knownUntil: '2026-11-15T19:00:00Z',
  triedFrom: '2026-11-16T19:00:00Z',
  triedUntil: '2026-11-19T13:00:00Z',
  figures: {
    ahead: [6, 12, 24].map((hours) => ({
      hours,
      cases: 900,
      missedShare: 0.4,
      forecast: measured,
      clock: { ...measured, precision: hours === 24 ? null : 0.5 },
      calibration: [{ cases: 12, stated: 0.55, happened: 0.5 }],
    })),
  },
}
const board = {
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' },
  at: '2026-11-20T03:02:00Z',
  judgedAt: '2026-11-20T03:00:00Z',
  saveable: 1,
  hardly: 0,
  late: 0,
  firstActBy: row.actBy,
  version,
  tried: null,
  lived: { days: 7, right: 6, wrong: 2, missed: 10, foretold: 6 },
}

function serve(items: unknown[], shown: unknown = board, status = 200) {
  const asked: string[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => {
      const path = url.replace('/api/v1', '')
      asked.push(path)
      if (path.startsWith('/delays/board')) return answer(shown)
      if (path.startsWith('/delays/versions')) return answer([version])
      return status === 200
        ? answer({ items, nextCursor: null, total: null })
        : answer({ code: 'UNAVAILABLE', status }, status)
    }),
  )
  return asked
}

const me = someone('operation.read')

describe('the list of promises in danger', () => {
  it('says until when something can be done, why it will be late, and how sure that is', async () => {
    renderPage(<DelayCard row={row as DelayRow} />, '/', me)
    expect(await screen.findByText(/停留比通常久，预计送达推迟 11 小时/)).toBeVisible()
    expect(screen.getByText('可挽回')).toBeVisible()
    expect(screen.getByText(/最迟处理 /)).toBeVisible()
    expect(screen.getByRole('img', { name: /承诺/ })).toBeInTheDocument()
  })

  it('asks for one kind only', async () => {
    const asked = serve([row])
    renderPage(<DelayPage />, '/', me)
    expect(await screen.findByText('8 次预警中 6 次果然超时')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: /^难挽回/ }))
    await vi.waitFor(() => expect(asked.some((path) => path.includes('chance=HARDLY'))).toBe(true))
  })

  it('says so where nothing is in danger, and where nothing was learnt yet', async () => {
    serve([], { ...board, saveable: 0, firstActBy: null, version: null })
    renderPage(<DelayPage />, '/', me)
    expect(await screen.findByText('没有快要超时的运单')).toBeVisible()
    expect(screen.getByText(/还没有学到可用的时效模型/)).toBeVisible()
  })

  it('shows an error instead of an empty list', async () => {
    serve([], board, 503)
    renderPage(<DelayPage />, '/', me)
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.queryByText('没有快要超时的运单')).toBeNull()
  })

  it('shows how right it was, beside the clock alone', async () => {
    serve([row])
    renderPage(<DelayPage />, '/?view=quality', me)
    const day = (await screen.findByText('提前 24 小时')).closest('article')
    if (day === null) throw new Error('no figures')
    expect(within(day).getByText('不预警')).toBeVisible()
    expect(within(day).getByRole('img', { name: /说 55%，实际 50%，12 件/ })).toBeInTheDocument()
    expect(await screen.findByText('不比前一版差，启用')).toBeVisible()
  })
})
