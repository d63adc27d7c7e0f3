import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import OutletPage from './OutletPage'
import SendByItself from './parts/SendByItself'

const chengdu = { code: 'H5101', name: '成都转运中心', kind: 'HUB' }
const row = {
  id: 't1',
  number: 'G1',
  kind: 'SILENT_PARCEL',
  urgentPerson: null,
  description: '',
  urgent: false,
  urgentReason: null,
  waybill: 'YT6247854916511',
  state: 'DISPATCHED',
  phase: 'UNIT',
  kindName: { zh: '静默包裹', en: 'Silent parcel' },
  level: 'OUTLET',
  unit: chengdu,
  responsible: null,
  openedAt: '2026-03-10T05:00:00Z',
  dueAt: '2026-03-10T07:00:00Z',
  waitingUntil: null,
  limitMinutes: 120,
  urges: 0,
  lastAnswer: null,
  closedAt: null,
  closeReason: null,
  version: 3,
}
const view = { ...row, finding: null, answers: [], history: [], allowed: ['ANSWER', 'NOTE'] }

function serve() {
  const sent: { path: string; body: unknown }[] = []
  let online = true
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      if (!online) throw new TypeError('Failed to fetch')
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method === 'POST') sent.push({ path, body: JSON.parse(String(init.body)) })
      if (path === '/tickets') return answer({ items: [row], nextCursor: null, total: 1 })
      if (path === '/tickets/t1') return answer(view)
      if (path === '/tickets/t1/answer')
        return answer({ ...view, state: 'REPLIED', phase: 'REPLIED', version: 4 })
      return answer({ code: 'NOT_FOUND' }, 404)
    }),
  )
  return {
    sent,
    setOnline: (next: boolean) => {
      online = next
    },
  }
}

describe('the outlet desk', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('answers a case in two presses, keeps it while the network is away, and sends it once', async () => {
    const server = serve()
    const user = userEvent.setup()
    renderPage(
      <>
        <SendByItself />
        <OutletPage />
      </>,
      '/outlet',
      someone('ticket.answer'),
    )
    await user.click(await screen.findByRole('button', { name: /YT ?6247 ?8549 ?16511/ }))
    await user.click(await screen.findByRole('button', { name: /找到了，已发出/ }))
    server.setOnline(false)
    await user.click(screen.getByRole('button', { name: '提交回复' }))
    expect(await screen.findByText('1 条回复待发送')).toBeVisible()
    expect(server.sent).toHaveLength(0)
    server.setOnline(true)
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(screen.queryByText('1 条回复待发送')).toBeNull())
    expect(server.sent).toEqual([
      { path: '/tickets/t1/answer', body: { kind: 'FOUND_FORWARDED', remark: '', version: 3 } },
    ])
  })

  it('asks for the time that a waiting answer needs', async () => {
    const server = serve()
    const user = userEvent.setup()
    renderPage(<OutletPage />, '/outlet?case=t1', someone('ticket.answer'))
    await user.click(await screen.findByRole('button', { name: /在等客户/ }))
    await user.click(screen.getByRole('button', { name: '提交回复' }))
    expect(screen.getByText('请选一个时间')).toBeVisible()
    expect(server.sent).toHaveLength(0)
  })
})
