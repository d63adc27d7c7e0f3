import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import type { Permission } from '../../api/permissions'
import type { Contact, Desk, Reply } from '../../api/types'
import { handleKey } from '../../shared/keyboard'
import { answer, renderPage, someone } from '../../test/render'
import { hit } from '../knowledge/testing'
import DeskPage from './DeskPage'
import { Rooms } from './talk/Rooms'
import type { Posting, Talk } from './talk/talk'
import { Uploads } from './talk/Uploads'
import { RoomsContext, UploadsContext } from './talk/useTalk'

const unit = { code: 'R05', name: '华南大区', kind: 'HEADQUARTERS' as const }
const contact = (id: string, more: Partial<Contact> = {}): Contact => ({
  id,
  conversation: `conv-${id}`,
  channel: 'CHAT',
  state: 'TALKING',
  customer: { id: 'k', name: `客户${id}` },
  contract: null,
  matter: 'GENERAL',
  unit,
  level: 1,
  since: new Date().toISOString(),
  agent: { id: 'me', name: '林晓' },
  offeredUntil: null,
  lastText: '在吗',
  lastAt: new Date().toISOString(),
  unread: 0,
  repeats: 0,
  waybills: [],
  end: null,
  disposition: null,
  score: null,
  guests: [],
  version: 1,
  ...more,
})

const REPLIES: Reply[] = [
  { id: 'r1', unit: null, code: '稍等', text: '请稍等，{客户}', position: 1, mayEdit: true, version: 1 },
  { id: 'r2', unit, code: '赔', text: '肯定赔，我们会负责', position: 1, mayEdit: false, version: 1 },
]

function show(contacts: Contact[], at = '/desk', guestOf: Contact[] = [], ...more: Permission[]) {
  const posted: Posting[] = []
  const sent: { path: string; body: unknown }[] = []
  const desk: Desk = {
    me: {
      person: { id: 'me', name: '林晓' },
      unit,
      state: 'READY',
      reason: null,
      since: new Date().toISOString(),
      forced: false,
      until: null,
      taken: 33,
      channels: ['CHAT'],
      skills: {},
    },
    contacts,
    guestOf,
    waiting: 2,
    terms: { CHAT: { units: 33, targetSeconds: 30 } },
    dispositions: [],
    matters: [{ code: 'CUSTOMS', nameZh: '清关', nameEn: 'Customs' }],
  }
  const nothing = () => undefined
  const talk: Talk = {
    start: () => nothing,
    listen: () => nothing,
    outbox: () => [],
    pull: nothing,
    post: (posting) => posted.push(posting),
    again: nothing,
    drop: nothing,
    read: nothing,
    typing: nothing,
    reopen: nothing,
  }
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (path === '/knowledge/search') return answer([hit()])
      if (init?.method === 'POST') {
        sent.push({ path, body: JSON.parse(String(init.body ?? 'null')) })
        const id = path.split('/')[3] ?? ''
        return answer({ ...[...contacts, ...guestOf].find((one) => one.id === id), state: 'TALKING' })
      }
      if (path === '/desk/replies') return answer(REPLIES)
      return path === '/desk'
        ? answer(desk)
        : answer({
            contact: contacts[0] ?? guestOf[0],
            customer: { ...contact('x').customer, identities: [], since: desk.me.since },
            contract: null,
            steps: [],
            links: [],
            before: [],
          })
    }),
  )
  const rooms = new Rooms(talk)
  const files = new Uploads(
    async (_, file) => ({ file: 'f1', kind: 'IMAGE', name: file.name }),
    (posting) => talk.post(posting),
    () => String(posted.length),
  )
  const page = renderPage(
    <App>
      <RoomsContext value={rooms}>
        <UploadsContext value={files}>
          <DeskPage />
        </UploadsContext>
      </RoomsContext>
    </App>,
    at,
    someone('desk.work', ...more),
  )
  return { ...page, rooms, posted, sent }
}

const key = (init: KeyboardEventInit, target: EventTarget = document.body) =>
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
  })
const field = () => screen.findByLabelText('写给客户的话')

describe('the chat desk', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    document.addEventListener('keydown', handleKey)
    window.innerWidth = 1440
    for (const name of Object.keys(localStorage)) if (name.includes('desk')) localStorage.removeItem(name)
  })
  afterEach(() => {
    document.removeEventListener('keydown', handleKey)
    vi.unstubAllGlobals()
  })

  it('puts an answer of the knowledge base into the message by one key, and sends nothing by itself', async () => {
    const { posted } = show([contact('1')], '/desk', [], 'knowledge.view')
    fireEvent.change(await field(), { target: { value: '您好，' } })
    fireEvent.change(await screen.findByLabelText('换个说法搜知识库'), { target: { value: '改地址' } })
    expect(await screen.findByText('改址服务收费')).toBeInTheDocument()
    key({ key: '1', altKey: true })
    expect(await field()).toHaveValue('您好，交付前都能改，费用以页面为准。')
    expect(posted).toEqual([])
  })

  it('keeps a draft for each conversation, over changing and over a reload', async () => {
    const both = [contact('1'), contact('2')]
    const first = show(both, '/desk?contact=1')
    fireEvent.change(await field(), { target: { value: '写了一半' } })
    key({ key: 'ArrowDown', altKey: true }, await field())
    await waitFor(async () => expect(await field()).toHaveValue(''))
    first.unmount()
    show(both, '/desk?contact=1')
    expect(await field()).toHaveValue('写了一半')
  })

  it('sends on Enter, breaks the line on Shift+Enter, and asks once more before a promise', async () => {
    const { posted } = show([contact('1')])
    const area = await field()
    fireEvent.change(area, { target: { value: '正在查' } })
    fireEvent.keyDown(area, { key: 'Enter', shiftKey: true })
    expect(posted).toEqual([])
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(posted.map((one) => one.text)).toEqual(['正在查'])
    await waitFor(() => expect(area).toHaveValue(''))
    fireEvent.change(area, { target: { value: '保证今天一定送到' } })
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(await screen.findByRole('alert')).toHaveTextContent('保证不了的时效')
    expect(posted).toHaveLength(1)
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(posted).toHaveLength(2)
  })

  it('puts a quick reply in by its code, and asks once more before a promise in it', async () => {
    const { posted } = show([contact('1')])
    const area = await field()
    fireEvent.change(area, { target: { value: '/稍' } })
    expect(await screen.findByRole('option', { name: /稍等/ })).toBeVisible()
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(area).toHaveValue('请稍等，客户1')
    fireEvent.change(area, { target: { value: '/赔' } })
    fireEvent.keyDown(area, { key: 'Enter' })
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(await screen.findByRole('alert')).toHaveTextContent('赔付承诺')
    expect(posted).toEqual([])
  })

  it('lets me change my own quick replies and not those of a unit', async () => {
    show([contact('1')])
    fireEvent.click(await screen.findByRole('button', { name: '管理常用语' }))
    const drawer = await screen.findByRole('dialog')
    await waitFor(() => expect(drawer).toHaveTextContent('/稍等'))
    expect(screen.getByRole('button', { name: '修改 稍等' })).toBeVisible()
    expect(screen.queryByRole('button', { name: '修改 赔' })).toBeNull()
  })

  it('shows pasted pictures first and sends them with the words', async () => {
    URL.createObjectURL = () => 'blob:x'
    URL.revokeObjectURL = () => undefined
    const { posted } = show([contact('1')])
    const area = await field()
    fireEvent.change(area, { target: { value: '请看面单' } })
    fireEvent.paste(area, { clipboardData: { files: [new File(['x'], '面单.png', { type: 'image/png' })] } })
    expect(await screen.findByRole('list', { name: '要发的文件' })).toHaveTextContent('面单.png待发送')
    expect(posted).toEqual([])
    fireEvent.keyDown(area, { key: 'Enter' })
    await waitFor(() =>
      expect(posted.map((one) => [one.kind, one.text, one.file])).toEqual([
        [undefined, '请看面单', undefined],
        ['IMAGE', '面单.png', 'f1'],
      ]),
    )
    await waitFor(() => expect(screen.queryByRole('list', { name: '要发的文件' })).toBeNull())
  })

  it('takes the topmost offer by key, also while typing', async () => {
    const offer = contact('9', { state: 'OFFERED', offeredUntil: new Date(Date.now() + 9_000).toISOString() })
    const { sent } = show([contact('1'), offer], '/desk?contact=1')
    expect(await screen.findByText(/还剩 \d 秒/)).toBeVisible()
    key({ key: 'a', code: 'KeyA', altKey: true }, await field())
    await waitFor(() => expect(sent.map((one) => one.path)).toContain('/desk/contacts/9/accept'))
  })

  it('shows whom colleagues ask me to look at apart, and lets me advise before I may write', async () => {
    const guest = {
      person: { id: 'me', name: '林晓' },
      role: 'CONSULT' as const,
      here: false,
      by: { id: 'k', name: '周文' },
      note: '金额较大',
      at: new Date().toISOString(),
    }
    const asked = contact('7', { agent: guest.by, guests: [guest] })
    const first = show([contact('1')], '/desk?contact=7', [asked])
    expect(await screen.findByRole('region', { name: '请您看一下' })).toHaveTextContent('周文：金额较大')
    expect(screen.queryByLabelText('写给客户的话')).toBeNull()
    expect(screen.queryByRole('button', { name: '结束' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '我来看看' }))
    await waitFor(() => expect(first.sent.map((one) => one.path)).toContain('/desk/contacts/7/guests/come'))
    first.unmount()

    const second = show([], '/desk?contact=7', [{ ...asked, guests: [{ ...guest, here: true }] }])
    expect(await screen.findByLabelText('写给同事的备注，客户看不到')).toBeVisible()
    expect(screen.queryByRole('button', { name: '写给客户' })).toBeNull()
    second.unmount()

    show([], '/desk?contact=7', [{ ...asked, guests: [{ ...guest, here: true, role: 'CONFERENCE' }] }])
    expect(await field()).toBeVisible()
  })

  it('asks a colleague in, lets them write and says goodbye', async () => {
    const guest = {
      person: { id: 'e', name: '专家' },
      role: 'CONSULT' as const,
      here: true,
      by: { id: 'me', name: '林晓' },
      note: '看一下',
      at: new Date().toISOString(),
    }
    const { sent } = show([contact('1', { guests: [guest] })])
    const inside = await screen.findByRole('list', { name: '一起看的同事' })
    expect(inside).toHaveTextContent('专家咨询')
    fireEvent.click(screen.getByRole('button', { name: '请其对客户说' }))
    await waitFor(() => expect(sent.map((one) => one.path)).toContain('/desk/contacts/1/guests/e/raise'))
  })

  it('says what to do where there is nobody', async () => {
    show([])
    expect(await screen.findByText('现在没有会话')).toBeVisible()
  })
})
