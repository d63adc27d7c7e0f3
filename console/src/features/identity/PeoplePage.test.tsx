import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Person } from '../../api/types'
import { answer, renderPage, someone } from '../../test/render'
import KeysPage from './KeysPage'
import PeoplePage from './PeoplePage'
import { PersonDrawer } from './people/PersonDrawer'

const hq = { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' }
const zhao = {
  id: 'p1',
  username: 'zhaomin',
  name: '赵敏',
  phone: '138****1000',
  roles: ['AGENT'],
  unit: hq,
  active: true,
  lockedUntil: null,
  totpEnabled: false,
  lastSignInAt: null,
  version: 4,
}
const key = {
  id: 'k1',
  name: '快递100',
  permissions: ['scans.write'],
  unit: hq,
  ratePerMinute: 600,
  createdAt: '2026-03-10T00:00:00Z',
  lastUsedAt: null,
}

function serve() {
  const sent: { method: string; path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      const method = init?.method ?? 'GET'
      if (method !== 'GET') sent.push({ method, path, body: JSON.parse(String(init?.body ?? 'null')) })
      if (method === 'GET')
        return answer({ items: path === '/people' ? [zhao] : [], nextCursor: null, total: null })
      if (path === '/people')
        return answer({ person: { ...zhao, name: '何大勇' }, initialPassword: 'maple-tiger-93' })
      if (path === '/keys') return answer({ key, secret: 'wpk_k1_secret', kuaidi100Salt: 'salt-9' })
      return answer(zhao)
    }),
  )
  return sent
}

describe('people and keys', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('shows the initial password of a new person once', async () => {
    const sent = serve()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    renderPage(<PeoplePage />, '/people', someone('people.read', 'people.write'))
    await user.click(await screen.findByText('新增人员'))
    await user.type(await screen.findByLabelText('用户名'), 'hedayong')
    await user.type(screen.getByLabelText('姓名'), '何大勇')
    await user.click(screen.getByLabelText('网点客服'))
    await user.click(screen.getByText('保存'))
    expect(await screen.findByText('maple-tiger-93')).toBeInTheDocument()
    expect(sent[0]?.body).toEqual({
      username: 'hedayong',
      name: '何大勇',
      roles: ['OUTLET_CLERK'],
      unitCode: 'HQ',
    })
  })

  it('keeps the phone when none is typed, and sends the version it was read in', async () => {
    const sent = serve()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    renderPage(
      <PersonDrawer person={zhao as Person} onClose={vi.fn()} onSecret={vi.fn()} />,
      '/people',
      someone('people.read', 'people.write'),
    )
    await user.click(await screen.findByText('保存'))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: '/people/p1',
      body: { name: '赵敏', roles: ['AGENT'], unitCode: 'HQ', active: true, version: 4 },
    })
  })

  it('gives the secret, the salt and the callback address of a new key once', async () => {
    serve()
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    renderPage(<KeysPage />, '/keys', someone('keys.write', 'scans.write'))
    await user.click(await screen.findByText('新建密钥'))
    expect(await screen.findByLabelText('登记运单')).toBeDisabled()
    await user.type(screen.getByLabelText('给谁用'), '快递100')
    await user.click(screen.getByLabelText('送扫描'))
    await user.click(screen.getByText('新建'))
    expect(await screen.findByText('wpk_k1_secret')).toBeInTheDocument()
    expect(screen.getByText('salt-9')).toBeInTheDocument()
    expect(screen.getByText(/\/api\/v1\/partners\/kuaidi100\/k1$/)).toBeInTheDocument()
  })
})
