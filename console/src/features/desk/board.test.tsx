import { fireEvent, screen } from '@testing-library/react'
import type { Contact } from '../../api/types'
import { answer, renderPage, someone } from '../../test/render'
import BoardPage from './BoardPage'
import { OpenContacts } from './parts/OpenContacts'

const START = Date.parse('2026-11-30T02:00:00Z')

function contact(at: number, more: Partial<Contact>): Contact {
  return {
    id: `c${at}`,
    conversation: `v${at}`,
    customer: { id: `u${at}`, name: `访客 ${at}` },
    contract: null,
    state: 'WAITING',
    channel: 'CHAT',
    matter: 'WHERE_IS_IT',
    level: 1,
    agent: null,
    since: new Date(START + at * 1_000).toISOString(),
    unit: { code: 'HQ', name: '总部' },
    ...more,
  } as Contact
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('strong')?.textContent)

const pageOf = (state: Contact['state'], from: number, count: number) =>
  Array.from({ length: count }, (_, i) => contact(from + i, { state }))

const board = {
  rows: [],
  agents: {},
  at: new Date(START).toISOString(),
}

describe('the open contacts of a board that has many', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('are taken a page of each state at a time, and more when asked', async () => {
    const asked: string[] = []
    vi.stubGlobal(
      'fetch',
      vi.fn(async (url: string) => {
        const { pathname, searchParams } = new URL(url, 'http://desk')
        if (pathname.endsWith('/desk/board')) return answer(board)
        if (!pathname.endsWith('/desk/contacts'))
          return pathname.endsWith('/quality') ? answer({}, 404) : answer([])
        const state = searchParams.get('state') as Contact['state']
        const cursor = searchParams.get('cursor')
        asked.push(`${state} ${cursor ?? 'first'}`)
        if (state !== 'WAITING')
          return answer({ items: pageOf(state, state === 'TALKING' ? 900 : 800, 1), nextCursor: null })
        return answer(
          cursor === null
            ? { items: pageOf(state, 0, 200), nextCursor: 'next' }
            : { items: pageOf(state, 200, 30), nextCursor: null },
        )
      }),
    )
    renderPage(<BoardPage />, '/desk/board', someone('desk.lead'))
    expect(await screen.findByRole('button', { name: '排队 200' })).toBeInTheDocument()
    expect(asked).toEqual(['WAITING first', 'OFFERED first', 'TALKING first'])
    fireEvent.click(screen.getByRole('button', { name: '再取一些' }))
    expect(await screen.findByRole('button', { name: '排队 230' })).toBeInTheDocument()
    expect(asked.filter((one) => one === 'WAITING next')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '再取一些' })).toBeNull()
  })
})

describe('the open contacts of a board', () => {
  it('begin with who has waited longest, and with who waits before who is talked to', () => {
    const contacts = [
      contact(0, { state: 'TALKING', agent: { id: 'a', name: '孙坐席' } }),
      ...Array.from({ length: 120 }, (_, i) => contact(120 - i, {})),
    ]
    renderPage(
      <OpenContacts open={{ contacts, more: false }} onLook={vi.fn()} onTake={vi.fn()} />,
      '/desk/board',
      someone('desk.lead'),
    )
    expect(names()).toHaveLength(50)
    expect(names().slice(0, 2)).toEqual(['访客 1', '访客 2'])
    fireEvent.click(screen.getByRole('button', { name: '再显示 50 个，还有 71 个' }))
    expect(names()).toHaveLength(100)
    fireEvent.click(screen.getByRole('button', { name: '会话中 1' }))
    expect(names()).toEqual(['访客 0'])
    fireEvent.click(screen.getByRole('button', { name: '全部 121' }))
    fireEvent.change(screen.getByLabelText('按客户、坐席、事项或单位找'), { target: { value: '孙坐席' } })
    expect(names()).toEqual(['访客 0'])
    fireEvent.change(screen.getByLabelText('按客户、坐席、事项或单位找'), { target: { value: '没有这个人' } })
    expect(screen.getByText('没有符合的会话')).toBeInTheDocument()
  })
})
