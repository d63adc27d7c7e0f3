import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { answer, renderPage, someone } from '../../test/render'
import KeyPage from './KeyPage'

const key = {
  id: 'k1',
  name: '某电商平台',
  permissions: ['open.tickets.write'],
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' },
  ratePerMinute: 600,
  createdAt: '2026-03-10T00:00:00Z',
  createdBy: '林晓',
  lastUsedAt: null,
}
const webhook = {
  id: 'w1',
  url: 'https://shop.example/hook',
  events: ['ticket.closed'],
  enabled: true,
  disabledCode: null,
  previousUntil: null,
  createdAt: '2026-03-10T00:00:00Z',
  createdBy: '林晓',
}
const failed = {
  id: 'd1',
  webhookId: 'w1',
  event: 'ticket.closed',
  ticketId: 't1',
  version: 3,
  payload: '{"type":"ticket.closed"}',
  at: '2026-03-10T00:00:00Z',
  state: 'FAILED',
  code: 'HTTP_500',
  attempts: 10,
  messageId: 'm1',
  finishedAt: '2026-03-10T00:00:00Z',
}

function serve() {
  const sent: { method: string; path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      const method = init?.method ?? 'GET'
      if (method !== 'GET') sent.push({ method, path, body: JSON.parse(String(init?.body ?? 'null')) })
      if (path === '/keys') return answer({ items: [key], nextCursor: null, total: 1 })
      if (path.endsWith('/credentials'))
        return method === 'GET'
          ? answer([])
          : answer({ credential: { ...key, kind: 'OAUTH', clientId: 'wpc_c1' }, secret: 'secret-once' })
      if (path.endsWith('/deliveries')) return answer({ items: [failed], nextCursor: null, total: null })
      if (path.endsWith('/webhooks')) return answer([webhook])
      if (path.endsWith('/replay')) return answer({ deliveries: 1 })
      return answer(webhook)
    }),
  )
  return sent
}

const open = (at = '/keys/k1') =>
  renderPage(
    <Routes>
      <Route path="/keys/:id" element={<KeyPage />} />
    </Routes>,
    at,
    someone('keys.write'),
  )

describe('how a partner connects', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('shows a new secret once, with the id that goes with it', async () => {
    const sent = serve()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    open()
    await user.click(await screen.findByText('新建凭证'))
    await user.type(screen.getByLabelText('名称'), '生产环境')
    await user.click(screen.getByRole('button', { name: /新\s*建$/ }))
    expect(await screen.findByText('secret-once')).toBeInTheDocument()
    expect(screen.getByText('wpc_c1')).toBeInTheDocument()
    expect(sent).toEqual([
      { method: 'POST', path: '/keys/k1/credentials', body: { kind: 'OAUTH', name: '生产环境' } },
    ])
  })

  it('sends a delivery again that did not arrive', async () => {
    const sent = serve()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    open('/keys/k1?webhook=w1')
    const log = await screen.findByRole('region', { name: '投递记录' })
    expect(within(log).getByText('没送到')).toBeInTheDocument()
    await user.click(within(log).getByRole('button', { name: /^重\s*发$/ }))
    await screen.findByText('已排队重发')
    expect(sent).toEqual([{ method: 'POST', path: '/webhooks/w1/replay', body: { deliveryId: 'd1' } }])
  })

  it('disables an endpoint without changing what it is told', async () => {
    const sent = serve()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    open()
    await user.click(await screen.findByRole('button', { name: /停\s*用/ }))
    expect(sent).toEqual([
      {
        method: 'PUT',
        path: '/webhooks/w1',
        body: { url: 'https://shop.example/hook', events: ['ticket.closed'], enabled: false },
      },
    ])
  })

  it('says that a key is gone', async () => {
    serve()
    open('/keys/other')
    expect(await screen.findByText('没有这把密钥，或者它已经作废了。')).toBeInTheDocument()
  })
})
