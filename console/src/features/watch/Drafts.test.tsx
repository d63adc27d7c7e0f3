import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import { Drafts } from './parts/Drafts'

const replay = {
  state: 'DONE',
  baseVersion: 3,
  from: '2026-11-15T01:00:00Z',
  until: '2026-11-22T01:00:00Z',
  oneIn: 1,
  total: 1200,
  done: 1200,
  base: 80,
  tried: 62,
  dropped: 20,
  droppedRight: 3,
  droppedWrong: 15,
  droppedUndecided: 2,
  added: 2,
  addedMoved: 1,
  later: 40,
  laterHours: 12,
  earlier: 0,
  earlierHours: 0,
  examples: [
    {
      waybill: 'YT0000000001',
      unit: { code: 'H4401', name: '广州转运中心', kind: 'HUB' },
      silentSince: '2026-11-18T01:00:00Z',
      added: false,
      silentHours: 30,
      movedAt: '2026-11-19T07:00:00Z',
      verdict: 'WRONG',
    },
  ],
  requestedAt: '2026-11-22T01:00:00Z',
  endedAt: '2026-11-22T01:00:10Z',
}
const draft = {
  id: 'd1',
  stage: 'ARRIVED_HUB',
  laneClass: 'FAR',
  fromDivision: null,
  toDivision: null,
  hours: 48,
  reason: '积压多',
  state: 'OPEN',
  author: '甲',
  mine: false,
  madeAt: '2026-11-22T01:00:00Z',
  decidedBy: null,
  decidedAt: null,
  note: null,
  version: null,
  replay,
}

function serve(items: unknown[]) {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method === 'POST') sent.push({ path, body: JSON.parse(String(init.body)) })
      return answer(path.startsWith('/watch/limits/drafts') ? { items } : { items: [] })
    }),
  )
  return sent
}

describe('drafts of limits', () => {
  it('says what last week would have been, and lets another person approve', async () => {
    const sent = serve([draft])
    renderPage(<Drafts />, '/limits', someone('limits.read', 'limits.write', 'parcel.read'))
    const section = await screen.findByRole('region', { name: '等待批准的限时' })
    expect(section).toHaveTextContent(
      '少发 20 件：3 件当时是对的，会漏掉；15 件是误报，会省掉；2 件没有判定。',
    )
    expect(section).toHaveTextContent('多发 2 件，其中 1 件后来自己动了，多半是误报。')
    expect(section).toHaveTextContent('40 件照样发，但平均晚 12 小时。')
    expect(within(section).getByRole('link', { name: 'YT0000000001' })).toBeInTheDocument()
    await userEvent.click(within(section).getByRole('button', { name: '批准，马上生效' }))
    await vi.waitFor(() => expect(sent).toEqual([{ path: '/watch/limits/drafts/d1/approve', body: {} }]))
  })

  it('does not let whoever proposed it approve, nor anybody before the trial is done', async () => {
    serve([
      { ...draft, mine: true },
      { ...draft, id: 'd2', replay: { ...replay, state: 'RUNNING', done: 300 } },
    ])
    renderPage(<Drafts />, '/limits', someone('limits.read', 'limits.write'))
    expect(await screen.findByText('自己提出的，要由另一个人批准')).toBeInTheDocument()
    for (const button of screen.getAllByRole('button', { name: '批准，马上生效' })) {
      expect(button).toBeDisabled()
    }
    expect(screen.getByText('正在试算，已看 300 件包裹')).toBeInTheDocument()
  })

  it('asks why a draft is not taken', async () => {
    const sent = serve([draft])
    renderPage(<Drafts />, '/limits', someone('limits.read', 'limits.write'))
    await userEvent.click(await screen.findByRole('button', { name: '不采用' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button', { name: '不采用' })).toBeDisabled()
    await userEvent.type(within(dialog).getByRole('textbox'), '会漏掉真的')
    await userEvent.click(within(dialog).getByRole('button', { name: '不采用' }))
    await vi.waitFor(() =>
      expect(sent).toEqual([{ path: '/watch/limits/drafts/d1/reject', body: { note: '会漏掉真的' } }]),
    )
  })

  it('only shows what is decided to who may not decide', async () => {
    serve([
      draft,
      {
        ...draft,
        id: 'd3',
        state: 'APPROVED',
        decidedBy: '乙',
        decidedAt: '2026-11-22T02:00:00Z',
        note: '好',
      },
    ])
    renderPage(<Drafts />, '/limits', someone('limits.read'))
    expect(await screen.findByText(/甲 提出，乙 .*批准 · 好/)).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
