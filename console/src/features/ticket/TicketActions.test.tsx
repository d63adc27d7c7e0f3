import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import type { TicketAction, TicketView } from '../../api/types'
import { handleKey } from '../../shared/keyboard'
import { answer, renderPage, someone } from '../../test/render'
// loaded before the tests, not within one
import './parts/MoveDialog'
import { TicketActions } from './parts/TicketActions'

const unit = { code: 'H5101', name: '成都转运中心', kind: 'HUB' }

function ticket(allowed: TicketAction[], more: Partial<TicketView> = {}): TicketView {
  return {
    id: 't1',
    number: 'G1',
    kind: 'DELAY',
    kindName: { zh: '延误', en: 'Delay' },
    phase: 'UNIT',
    state: 'DISPATCHED',
    urgent: false,
    unit,
    waybill: null,
    liability: null,
    causeCode: null,
    stages: [],
    history: [],
    related: [],
    version: 3,
    allowed,
    ...more,
  } as unknown as TicketView
}

const everything = someone(
  'ticket.answer',
  'ticket.handle',
  'ticket.note',
  'ticket.open',
  'ticket.urgent',
  'ticket.close',
)

function show(view: TicketView, me = everything) {
  const sent: { path: string; body: unknown }[] = []
  let reply: () => Response = () => answer(view)
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method !== 'POST') return answer(view)
      sent.push({ path, body: JSON.parse(String(init.body)) })
      return reply()
    }),
  )
  renderPage(
    <App>
      <TicketActions ticket={view} />
    </App>,
    '/',
    me,
  )
  return {
    sent,
    refuse: (problem: unknown) => {
      reply = () => answer(problem, 409)
    },
  }
}

const primary = () => document.querySelector('.ant-btn-primary')?.textContent?.replace(/\s/g, '')

describe('the steps of a ticket', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it.each<[string, TicketAction[], TicketView['phase']]>([
    ['接单', ['ANSWER', 'ACCEPT', 'WAIT', 'CLOSE'], 'UNIT'],
    ['回复', ['ANSWER', 'APPLY_CLOSE', 'CHECK'], 'UNIT'],
    ['分诊', ['DISPATCH', 'TRIAGE', 'REJECT', 'ANSWER'], 'DESK'],
    ['审核', ['ANSWER', 'CHECK', 'RETURN', 'CLOSE'], 'CHECK'],
    ['回访', ['CALL_BACK', 'CLOSE', 'NOTE'], 'CHECK'],
  ])('puts %s first of what is allowed', (first, allowed, phase) => {
    show(ticket(allowed, { phase }))
    expect(primary()).toBe(first)
  })

  it('offers only what the server allows and the person may do, the rare steps in the menu', async () => {
    const user = userEvent.setup()
    show(ticket(['ANSWER', 'NOTE', 'REJECT', 'MERGE', 'HAND_OVER']), someone('ticket.handle', 'ticket.note'))
    expect(screen.getAllByRole('button').map((button) => button.textContent?.replace(/\s/g, ''))).toEqual([
      '备注',
      '更多',
    ])
    await user.click(screen.getByRole('button', { name: /更\s?多/ }))
    const items = await screen.findAllByRole('menuitem')
    expect(items.map((item) => item.textContent)).toEqual(['并案M', '驳回R'])
  })

  it('takes a ticket on in one press, by its key too', async () => {
    const server = show(ticket(['ACCEPT', 'NOTE']))
    const event = new KeyboardEvent('keydown', { key: 'a', bubbles: true })
    document.addEventListener('keydown', handleKey, { once: true })
    document.body.dispatchEvent(event)
    await waitFor(() => expect(server.sent).toEqual([{ path: '/tickets/t1/accept', body: { version: 3 } }]))
  })

  it('asks what the customer said, and says what the SOP still wants', async () => {
    const user = userEvent.setup({ pointerEventsCheck: 0 })
    const server = show(ticket(['CALL_BACK'], { phase: 'CHECK' }))
    server.refuse({ code: 'REQUIREMENT_MISSING', status: 409, missing: ['LIABILITY', 'ROOT_CAUSE'] })
    await user.click(screen.getByText(/^回\s?访$/))
    const dialog = await screen.findByRole('dialog')
    await user.click(screen.getByLabelText('客户怎么说'))
    await user.click(await screen.findByText('没有联系过客户'))
    fireEvent.change(screen.getByLabelText('说明（可不填）'), { target: { value: '客户说没人打过电话' } })
    const confirm = [...dialog.querySelectorAll('button')].find((b) => /回\s?访/.test(b.textContent ?? ''))
    await user.click(confirm as HTMLButtonElement)
    expect(await screen.findByText('按流程还缺：责任判定、根因。')).toBeVisible()
    expect(server.sent).toEqual([
      {
        path: '/tickets/t1/call-back',
        body: { verdict: 'NOT_CONTACTED', note: '客户说没人打过电话', version: 3 },
      },
    ])
  })
})
