import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Payout } from '../../../api/types'
import { answer, renderPage, someone } from '../../../test/render'
import { giveRoom, happened, page, payout, serve } from '../testing'
import PayoutsPage from './PayoutsPage'
import { readDetail } from './words'

const me = someone('money.read', 'claim.read')
const paid: Payout = {
  ...payout,
  id: 'p2',
  claim: 'LP20261130000002',
  state: 'PAID',
  reason: null,
  nextAt: null,
}

beforeEach(giveRoom)

describe('payouts', () => {
  it('are listed with their states and what happens next in words', async () => {
    serve({ '/payouts': () => page(payout, paid) })
    renderPage(<PayoutsPage />, '/payouts', me)
    const list = within(await screen.findByRole('table'))
    expect(await list.findByText('结果不明')).toBeInTheDocument()
    expect(list.getByText(/渠道没有回话，正在查，不会重复付/)).toBeInTheDocument()
    expect(list.getByText('已付')).toBeInTheDocument()
    expect(list.getAllByText('123.45 元')).toHaveLength(2)
  })

  it('open with their history and the way to the claim', async () => {
    serve({
      '/payouts': () => page(payout),
      [`/payouts/${payout.id}`]: () => ({ payout, remark: '快递理赔', events: happened }),
    })
    renderPage(<PayoutsPage />, '/payouts', me)
    await userEvent.click(await screen.findByText('LP20261130000001'))
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText('渠道没有可信的回话，开始查')).toBeInTheDocument()
    expect(drawer.getByText('渠道超时没有回话')).toBeInTheDocument()
    expect(drawer.getByText(/查清之前请不要另外付款/)).toBeInTheDocument()
    expect(drawer.getByRole('link', { name: 'LP20261130000001' })).toHaveAttribute(
      'href',
      '/claims?view=ALL&text=LP20261130000001',
    )
  })

  it('say what to do where there are none, and what happened where they cannot be had', async () => {
    serve({ '/payouts': () => page() })
    const first = renderPage(<PayoutsPage />, '/payouts?state=FAILED', me)
    expect(await screen.findByText('没有这样的打款')).toBeInTheDocument()
    first.unmount()
    serve({ '/payouts': () => answer({ code: 'FORBIDDEN', status: 403 }, 403) })
    renderPage(<PayoutsPage />, '/payouts', me)
    expect(await screen.findByRole('alert')).toHaveTextContent('您没有这项权限')
  })

  it('show the ways to the books to headquarters only', async () => {
    serve({ '/payouts': () => page(payout) })
    const first = renderPage(<PayoutsPage />, '/payouts', me)
    expect(await screen.findByRole('link', { name: '账本' })).toBeInTheDocument()
    first.unmount()
    const region = { code: 'R05', name: '华南大区', kind: 'REGION' as const, path: '/HQ/R05/' }
    renderPage(<PayoutsPage />, '/payouts', { ...me, unit: region })
    expect(await screen.findByText('结果不明', { selector: 'span' })).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: '账本' })).toBeNull()
  })
})

describe('the detail of an event', () => {
  it('is read as the server writes it', () => {
    expect(readDetail('Paid[]')).toEqual({ what: 'Paid', code: null })
    expect(readDetail('Refused[code=户名, 账号不符, retryable=false]')).toEqual({
      what: 'Refused',
      code: '户名, 账号不符',
    })
    expect(readDetail('NoAnswer[code=HTTP_502]')).toEqual({ what: 'NoAnswer', code: 'HTTP_502' })
    expect(readDetail('NotPaid')).toEqual({ what: 'NotPaid', code: null })
    expect(readDetail(null)).toEqual({ what: '', code: null })
  })
})
