import { fireEvent, screen } from '@testing-library/react'
import type { Contact } from '../../api/types'
import { renderPage, someone } from '../../test/render'
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
