import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import ImprovementPage from './ImprovementPage'

const unit = { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' }
const table = {
  unit,
  from: '2026-08-30T16:00:00Z',
  until: '2026-11-22T16:00:00Z',
  mondays: [
    { monday: '2026-11-09', from: '2026-11-08T16:00:00Z', until: '2026-11-15T16:00:00Z', ended: 40 },
    { monday: '2026-11-16', from: '2026-11-15T16:00:00Z', until: '2026-11-22T16:00:00Z', ended: 60 },
  ],
  ended: 100,
  unnamed: 70,
  causes: [
    {
      code: 'TRANSIT.BACKLOG',
      nameZh: '中转爆仓积压',
      nameEn: 'Backlog at the hub',
      department: 'TRANSIT',
      tickets: 30,
      weekly: [10, 20],
    },
  ],
}
const item = {
  id: 'i1',
  cause: 'TRANSIT.BACKLOG',
  causeZh: '中转爆仓积压',
  causeEn: 'Backlog at the hub',
  unit,
  title: '加开夜班',
  plan: '增加分拣人手',
  owner: { id: 'p1', name: '王主管' },
  due: '2026-12-01',
  late: false,
  measure: 'SHARE',
  state: 'VERIFIED',
  before: { from: '2026-09-01T00:00:00Z', until: '2026-09-29T00:00:00Z', weeks: 4, tickets: 30, ended: 100 },
  after: { from: '2026-10-01T00:00:00Z', until: '2026-10-29T00:00:00Z', weeks: 4, tickets: 6, ended: 107 },
  compareAt: null,
  ratio: 0.187,
  low: 0.06,
  high: 0.45,
  trend: 'FELL',
  proposedAt: '2026-09-29T00:00:00Z',
  proposedBy: '林晓',
  version: 5,
  steps: [],
  history: [],
}
const proposed = {
  ...item,
  id: 'i2',
  title: '换设备',
  state: 'PROPOSED',
  after: null,
  trend: null,
  ratio: null,
}

function serve() {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if ((init?.method ?? 'GET') !== 'GET') sent.push({ path, body: JSON.parse(String(init?.body)) })
      if (path === '/causes/figures') return answer(table)
      if (path === '/causes') return answer([])
      if (path === '/improvements')
        return answer({
          items: [item, { ...proposed, steps: ['ACCEPT', 'DROP'], version: 1 }],
          nextCursor: null,
          total: null,
        })
      return answer(item)
    }),
  )
  return sent
}

describe('causes and improvements', () => {
  it('shows each cause with its share, and opens the tickets behind every number', async () => {
    serve()
    renderPage(<ImprovementPage />, '/boards/causes', someone('improvement.read'))
    const all = await screen.findByRole('link', { name: '看“中转爆仓积压”的工单' })
    expect(all).toHaveTextContent('30%')
    const href = new URL(all.getAttribute('href') ?? '', 'http://x')
    expect(href.pathname).toBe('/tickets')
    expect(href.searchParams.get('f')).toBe(
      'cause:is:TRANSIT.BACKLOG;closedAt:after:2026-08-30T16:00:00Z;closedAt:before:2026-11-22T16:00:00Z;place:within:HQ',
    )
    expect(screen.getByRole('link', { name: /2026-11-16 起一周：20 件/ })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '提出改进' })).toBeNull()
  })

  it('says whether it fell with both numbers, and takes a step', async () => {
    const sent = serve()
    renderPage(<ImprovementPage />, '/boards/causes', someone('improvement.read', 'improvement.write'))
    const done = await screen.findByRole('article', { name: '加开夜班' })
    expect(done).toHaveTextContent('下降')
    expect(done).toHaveTextContent('4 周 30 件，共办结 100 件')
    expect(done).toHaveTextContent('4 周 6 件，共办结 107 件')
    const open = screen.getByRole('article', { name: '换设备' })
    await userEvent.click(within(open).getByRole('button', { name: /接\s*受/ }))
    expect(sent).toEqual([
      { path: '/improvements/i2/steps', body: { step: 'ACCEPT', note: null, version: 1 } },
    ])
  })
})
