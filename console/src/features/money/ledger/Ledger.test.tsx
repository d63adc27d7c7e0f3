import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../../test/render'
import { giveRoom, page, serve, sound } from '../testing'
import LedgerPage from './LedgerPage'
import { LedgerVerdict } from './LedgerVerdict'
import { readAccount } from './model'

const reader = someone('money.read')
const account = { kind: 'CLAIM_PAYABLE', chinese: '应付理赔款', owner: 'LP20261130000001', fen: -12_345 }
const line = {
  number: 7,
  order: '812',
  transaction: 't1',
  reference: 'claim/LP20261130000001/accepted',
  note: 'Claim LP20261130000001 agreed',
  fen: -12_345,
  at: '2026-11-30T02:00:00Z',
  by: '林晓',
  reverses: null,
}

beforeEach(giveRoom)

describe('the ledger', () => {
  it('says in one sentence that it balances', async () => {
    serve({ '/ledger/check': () => sound })
    renderPage(<LedgerVerdict />, '/ledger', reader)
    expect(await screen.findByText('账是平的：2,412 条分录（1,200 张凭证），合计 0 分。')).toBeInTheDocument()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lists everything that is wrong where it does not', async () => {
    serve({
      '/ledger/check': () => ({
        ...sound,
        isSound: false,
        fen: 100,
        unbalanced: ['0198c0de-0000-7000-8000-00000000000a'],
        wronglyMarked: [{ kind: 'BANK', owner: '' }],
        overpaid: [{ kind: 'CLAIM_PAYABLE', owner: 'LP20261130000009' }],
        inTransit: [{ gateway: 'sample-pay', booked: 30_000, underWay: 20_000 }],
      }),
    })
    renderPage(<LedgerVerdict />, '/ledger', reader)
    const verdict = within(await screen.findByRole('alert'))
    expect(verdict.getByText(/账不平/)).toBeInTheDocument()
    expect(verdict.getByText('全部分录加起来是 1.00 元，应该是 0。')).toBeInTheDocument()
    expect(verdict.getByText(/凭证 0198c0de-0000-7000-8000-00000000000a 借贷不相等/)).toBeInTheDocument()
    expect(verdict.getByText('的余额记号和分录加起来不一样。')).toHaveTextContent('银行存款 总部')
    expect(verdict.getByRole('link', { name: /LP20261130000009/ })).toHaveAttribute(
      'href',
      '/ledger?account=CLAIM_PAYABLE%2FLP20261130000009',
    )
    expect(verdict.getByText(/账上在途 300.00 元，打款里在途 200.00 元，差 100.00 元/)).toBeInTheDocument()
  })

  it('opens an account with its lines, and earlier ones when asked', async () => {
    const postings = [
      { items: [line], nextCursor: 'next', total: null },
      page({ ...line, number: 3, note: '更早的一笔', fen: 200 }),
    ]
    serve({
      '/ledger/check': () => sound,
      '/ledger/accounts': () => page(account),
      '/ledger/accounts/CLAIM_PAYABLE/LP20261130000001': () => ({ account, postings: postings.shift() }),
    })
    renderPage(<LedgerPage />, '/ledger', reader)
    await userEvent.click(await screen.findByText('LP20261130000001'))
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText('Claim LP20261130000001 agreed')).toBeInTheDocument()
    expect(drawer.getAllByText('123.45 元')[0]).toHaveTextContent('贷')
    await userEvent.click(drawer.getByText('看更早的'))
    expect(await drawer.findByText('更早的一笔')).toBeInTheDocument()
    expect(drawer.queryByText('看更早的')).toBeNull()
  })

  it('says that nothing was booked on a claim that has no account', async () => {
    serve({
      '/ledger/check': () => sound,
      '/ledger/accounts': () => page(account),
      '/ledger/accounts/CLAIM_PAYABLE/LP1': () => answer({ code: 'NOT_FOUND', status: 404 }, 404),
    })
    renderPage(<LedgerPage />, '/ledger', reader)
    await userEvent.type(await screen.findByLabelText('完整的理赔号，看它的账'), 'lp1{Enter}')
    expect(await screen.findByText('这件理赔还没有记过账')).toBeInTheDocument()
  })

  it('reads an account from an address, and nothing from another', () => {
    expect(readAccount('BANK/')).toEqual({ kind: 'BANK', owner: '' })
    expect(readAccount('CLAIM_PAYABLE/LP1')).toEqual({ kind: 'CLAIM_PAYABLE', owner: 'LP1' })
    expect(readAccount('ELSE/LP1')).toBeNull()
    expect(readAccount(null)).toBeNull()
  })
})
