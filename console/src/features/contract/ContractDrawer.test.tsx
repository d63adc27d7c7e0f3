import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { keys } from '../../api/query'
import type { ContractDetail } from '../../api/types'
import { answer, renderPage, someone } from '../../test/render'
import { ContractDrawer } from './ContractDrawer'

const terms = {
  answerSeconds: 15,
  calendar: null,
  skill: 'VIP',
  level: 0,
  agents: [],
  keepSeconds: 30,
  notes: '先报月结号',
  compensation: null,
}

const detail: ContractDetail = {
  contract: {
    id: 'c1',
    code: 'HT-2026-018',
    name: '晨光文具',
    unit: { code: 'R05', name: '华南大区', kind: 'REGION' },
    validFrom: '2026-01-01',
    validTo: null,
    state: 'ACTIVE',
    inForce: true,
    termsVersion: 2,
    terms,
    people: 1,
    version: 7,
  },
  people: [
    {
      id: 'p1',
      name: '王**',
      role: '仓库主管',
      addresses: [{ id: 'a1', kind: 'PHONE', account: null, label: '139****5678' }],
    },
  ],
  accounts: [{ channel: 'CHAT', account: 'shop' }],
  agents: [],
  terms: [{ version: 2, terms, at: '2026-11-29T02:00:00Z', by: '周敏' }],
}

/** With what a colleague saves meanwhile, and a server that holds on to versions. */
function serve() {
  let now = detail
  const sent: { method: string; path: string; body: Record<string, unknown> }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method !== undefined && init.method !== 'GET') {
        const body = JSON.parse(String(init.body))
        sent.push({ method: init.method, path, body })
        if (body.version !== now.contract.version) return answer({ code: 'CHANGED_MEANWHILE' }, 409)
        return answer({ ...detail, contract: { ...detail.contract, version: 8 } })
      }
      if (path.startsWith('/contracts/')) return answer(now)
      return answer([])
    }),
  )
  return Object.assign(sent, {
    colleague: (name: string) => {
      now = { ...now, contract: { ...now.contract, name, version: now.contract.version + 1 } }
    },
  })
}

const reader = someone('desk.work', 'desk.lead', 'contract.view')
const manager = someone('desk.work', 'desk.lead', 'contract.view', 'contract.manage')

describe('a contract customer', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('sends whoever is there by their ids alone, and only what was changed of them', async () => {
    const sent = serve()
    const onClose = vi.fn()
    renderPage(<ContractDrawer id="c1" onClose={onClose} />, '/contracts', manager)
    expect(await screen.findByText('139****5678')).toBeInTheDocument()
    const drawer = screen.getByRole('dialog')
    expect(within(drawer).getByText('15 秒内应答，技能 VIP')).toBeInTheDocument()
    const answerWithin = within(drawer).getByLabelText('首次应答时限（秒）')
    await userEvent.clear(answerWithin)
    await userEvent.type(answerWithin, '10')
    fireEvent.change(within(drawer).getByLabelText('整件丢失赔（元）'), { target: { value: '300' } })
    await userEvent.click(within(drawer).getByRole('button', { name: /保\s*存/ }))
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled(), { timeout: 8_000 })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      path: '/contracts/c1',
      body: {
        version: 7,
        contract: {
          name: '晨光文具',
          validFrom: '2026-01-01',
          validTo: null,
          terms: {
            ...terms,
            answerSeconds: 10,
            compensation: {
              agreed: true,
              insuredToo: false,
              kinds: [],
              fixedFen: 30_000,
              feePerMille: null,
              capFen: null,
            },
          },
          people: [
            {
              id: 'p1',
              name: null,
              role: '仓库主管',
              addresses: [{ id: 'a1', kind: 'PHONE', account: null, value: null }],
            },
          ],
          accounts: [{ channel: 'CHAT', account: 'shop' }],
        },
      },
    })
  })

  it('keeps what is written while a colleague saves, says so, and takes theirs only when asked', async () => {
    const sent = serve()
    const { client } = renderPage(<ContractDrawer id="c1" onClose={vi.fn()} />, '/contracts', manager)
    const name = () => screen.getByLabelText('客户名称')
    await screen.findByText('139****5678')
    fireEvent.change(name(), { target: { value: '我写的' } })
    sent.colleague('同事写的')
    await act(() => client.refetchQueries({ queryKey: keys.contract('c1') }))
    expect(name()).toHaveValue('我写的')
    await userEvent.click(screen.getByRole('button', { name: /^保\s*存$/ }))
    expect(await screen.findByText(/同事刚刚改了这个合同/)).toBeInTheDocument()
    expect(sent[0]?.body).toMatchObject({ version: 7, contract: { name: '我写的' } })
    expect(name()).toHaveValue('我写的')
    await userEvent.click(screen.getByRole('button', { name: '重新载入' }))
    await vi.waitFor(() => expect(name()).toHaveValue('同事写的'))
    expect(screen.queryByText(/同事刚刚改了这个合同/)).toBeNull()
  })

  it('only shows where one may not write', async () => {
    serve()
    renderPage(<ContractDrawer id="c1" onClose={vi.fn()} />, '/contracts', reader)
    expect(await screen.findByText('139****5678')).toBeInTheDocument()
    const drawer = screen.getByRole('dialog')
    expect(within(drawer).queryByRole('button', { name: /保\s*存/ })).toBeNull()
    expect(within(drawer).queryByRole('button', { name: '看明文' })).toBeNull()
    expect(within(drawer).getByLabelText('客户名称')).toBeDisabled()
  })
})
