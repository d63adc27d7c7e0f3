import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import BotPage from './BotPage'

const example = {
  id: 'e1',
  text: '给我的宝贝插上风火轮',
  source: 'CLARIFIED',
  proposed: 'URGE',
  seen: 3,
  state: 'OPEN',
  intent: null,
  session: null,
  at: '2026-11-30T08:00:00Z',
  by: null,
  decidedAt: null,
}
const line = (figure: string, own: number, base: number, worse: boolean) => ({
  figure,
  own: { right: own, all: 100 },
  base: { right: base, all: 100 },
  worse,
})
const model = (version: number, state: string, worse: boolean) => ({
  version,
  state,
  examples: 12,
  base: 0,
  exam: [line('FIRST', worse ? 80 : 95, 94, worse)],
  askedBy: '周总部',
  askedAt: '2026-11-30T08:00:00Z',
  endedAt: '2026-11-30T08:01:00Z',
})

function serve(mayForce: boolean) {
  const sent: { method: string; path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method !== undefined && init.method !== 'GET') {
        sent.push({
          method: init.method,
          path,
          body: init.body === undefined ? null : JSON.parse(String(init.body)),
        })
      }
      if (path.startsWith('/bot/examples')) return answer({ items: [example], open: 1, taken: 0, left: 0 })
      if (path.startsWith('/bot/models')) {
        return answer({
          inForce: 0,
          mayForce,
          items: [model(3, 'PASSED', false), model(2, 'REFUSED', true)],
          terms: [],
        })
      }
      if (path === '/bot/drift') {
        return answer([
          { monday: '2026-11-23', messages: 200, outside: 10, unclear: 30, meanProbability: 0.8 },
        ])
      }
      if (path === '/bot/sessions') return answer({ items: [], nextCursor: null, total: null })
      if (path === '/bot/numbers') {
        const none = { key: null, sessions: 0, ended: 0, handedOver: 0, known: 0, contained: 0 }
        return answer({ all: none, byIntent: [], byChannel: [], reasons: [], asked: 0, chosen: 0 })
      }
      return answer([])
    }),
  )
  return sent
}

describe('teaching the assistant', () => {
  it('takes an example with the meaning that the customer chose, by one click', async () => {
    const sent = serve(true)
    renderPage(<BotPage />, '/bot', someone('bot.view', 'bot.teach'))
    const row = (await screen.findByText(example.text)).closest('li')
    if (row === null) throw new Error('no row')
    expect(within(row).getByText(/来过 3 次/)).toBeInTheDocument()
    await userEvent.click(within(row).getByRole('button', { name: /采\s?用/ }))
    await vi.waitFor(() =>
      expect(sent).toEqual([
        { method: 'PUT', path: '/bot/examples/e1', body: { was: 'OPEN', state: 'TAKEN', intent: 'URGE' } },
      ]),
    )
  })

  it('lets only a model speak that has passed, and says in what the other is worse', async () => {
    const sent = serve(true)
    renderPage(<BotPage />, '/bot', someone('bot.view', 'bot.teach'))
    expect(await screen.findByText('考得比现在差，不能用')).toBeInTheDocument()
    expect(screen.getByText('差了')).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: /启\s?用/ })).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: /启\s?用/ }))
    await userEvent.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: /启\s?用/ }))
    await vi.waitFor(() => expect(sent.map((one) => one.path)).toEqual(['/bot/models/3/force']))
  })

  it('shows models to a region, and nothing of teaching to those who do not', async () => {
    serve(false)
    const first = renderPage(<BotPage />, '/bot', someone('bot.view', 'bot.teach'))
    expect(await screen.findByText('考得比现在差，不能用')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '学一版新的' })).toBeNull()
    first.unmount()
    serve(false)
    renderPage(<BotPage />, '/bot', someone('bot.view'))
    expect(await screen.findByText('2026-11-23')).toBeInTheDocument()
    expect(screen.queryByText('哪些话还要教它？')).toBeNull()
  })
})
