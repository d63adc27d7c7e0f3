import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { answer, renderPage, someone } from '../../test/render'
import TriagePage from './TriagePage'

const nothing = {
  kinds: [],
  sorts: [],
  parcels: [],
  custody: [],
  units: [],
  customers: [],
  keywords: [],
  urgent: null,
  channels: [],
  repeats: 0,
}
const rule = (id: string, name: string, active: boolean) => ({
  id,
  name,
  active,
  when: { ...nothing, keywords: ['药品'] },
  outcome: { owner: 'REGION', unit: null, urgent: null, role: null },
  changedAt: '2026-11-20T01:00:00Z',
  changedBy: '林晓',
})
const tried = {
  owner: 'REGION',
  unit: { code: 'R05', name: '华南大区', kind: 'REGION' },
  instead: false,
  urgent: null,
  role: null,
  rule: 'b',
  name: '第二条',
  because: [{ aspect: 'KEYWORD', wanted: ['药品'], found: ['药品'], holds: true }],
  raised: null,
  before: [
    {
      name: '第一条',
      failed: { aspect: 'CHANNEL', wanted: ['PARTNER'], found: ['AGENT'], holds: false },
    },
  ],
}

function serve(changed: () => Response = () => answer({ revision: 8, rules: [] })) {
  const sent: { path: string; method: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '')
      const method = init?.method ?? 'GET'
      if (method !== 'GET') {
        sent.push({ path, method, body: init?.body == null ? null : JSON.parse(String(init.body)) })
        return path === '/triage/try' ? answer(tried) : changed()
      }
      if (path === '/triage/rules')
        return answer({ revision: 7, rules: [rule('a', '第一条', false), rule('b', '第二条', true)] })
      return answer([])
    }),
  )
  return sent
}

const page = (
  <App>
    <TriagePage />
  </App>
)

describe('the rules of triage', () => {
  it('lists them in order and moves one, saying which list it had before it', async () => {
    const sent = serve()
    renderPage(page, '/triage', someone('triage.read', 'triage.manage'))
    const first = await screen.findByRole('listitem', { name: '第一条' })
    expect(first).toHaveTextContent('说到“药品” → 派给所在大区')
    expect(first).toHaveTextContent('未启用')
    await userEvent.click(within(first).getByRole('button', { name: '往下移：第一条' }))
    expect(sent).toEqual([{ path: '/triage/rules/a/move', method: 'POST', body: { revision: 7, to: 1 } }])
  })

  it('tells who was slower that somebody else has changed the list', async () => {
    serve(() => answer({ code: 'CHANGED_MEANWHILE', status: 409, title: 'Conflict', detail: '' }, 409))
    renderPage(page, '/triage', someone('triage.read', 'triage.manage'))
    await userEvent.click(await screen.findByRole('button', { name: '往上移：第二条' }))
    expect(await screen.findByText('别人刚刚改过，请刷新后再改。')).toBeInTheDocument()
  })

  it('tries a ticket out and explains; whoever may only read changes nothing', async () => {
    const sent = serve()
    renderPage(page, '/triage', someone('triage.read'))
    await screen.findByRole('listitem', { name: '第一条' })
    expect(screen.queryByRole('button', { name: '新增规则' })).toBeNull()
    expect(screen.queryByRole('button', { name: /往上移/ })).toBeNull()
    await userEvent.type(screen.getByRole('textbox', { name: '工单号' }), 'G2026112000017')
    await userEvent.click(screen.getByRole('button', { name: '看派给谁' }))
    expect(await screen.findByText('派给华南大区，规则“第二条”，因为说到“药品”')).toBeInTheDocument()
    expect(screen.getByText('为什么不是前面的 1 条')).toBeInTheDocument()
    expect(screen.getByText('来自客服，不是合作方')).toBeInTheDocument()
    expect(sent).toEqual([{ path: '/triage/try', method: 'POST', body: { ticket: 'G2026112000017' } }])
  })
})
