import { screen } from '@testing-library/react'
import type { ContractCard } from '../../../api/types'
import { answer, renderPage, someone } from '../../../test/render'
import { ContractPane } from './ContractPane'

const contract: ContractCard = {
  id: 'c1',
  code: 'HT-2026-018',
  name: '晨光文具',
  version: 2,
  by: 'ACCOUNT',
  person: null,
  served: true,
  terms: {
    answerSeconds: 15,
    calendar: 'DOUBLE_SHIFT',
    skill: 'ENGLISH',
    level: 3,
    agents: [],
    keepSeconds: 0,
    notes: '',
    compensation: null,
  },
  agents: [],
  people: [],
}

describe('the contract on the card of a customer', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('names the hours and the skill as people call them, not by their codes', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer([{ code: 'DOUBLE_SHIFT', nameZh: '早晚两班', nameEn: 'Two shifts' }])),
    )
    renderPage(<ContractPane contract={contract} />, '/desk', someone('desk.work', 'calendar.read'))
    expect(await screen.findByText(/早晚两班/)).toHaveTextContent(
      '15 秒内应答，服务时间：早晚两班，技能 英语 3 级',
    )
    expect(screen.queryByText(/DOUBLE_SHIFT|ENGLISH/)).toBeNull()
  })
})
