import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../../test/render'
import { day, difference, giveRoom, page, serve } from '../testing'
import { dayInChina, withMissing } from './model'
import ReconciliationPage from './ReconciliationPage'
import { StatementDialog } from './StatementDialog'

const BASE = '/payouts/reconciliations'
const SETTLE = `${BASE}/differences/d1/settle`
const keeper = someone('money.read', 'money.settle')
const proposed = {
  ...difference,
  state: 'PROPOSED' as const,
  verdict: 'PAID' as const,
  words: '平台客服确认已付',
  proposedBy: '林晓',
}

async function openFirst() {
  renderPage(<ReconciliationPage />, '/payouts/reconciliation', keeper)
  await userEvent.click(await screen.findByText('对账单没有这笔'))
  return within(await screen.findByRole('dialog'))
}

beforeEach(giveRoom)

describe('reconciliation', () => {
  it('settles a difference with words, and not without', async () => {
    const sent = serve({
      [`${BASE}/differences`]: () => page(difference),
      [SETTLE]: () => ({ ...difference, state: 'SETTLED' }),
    })
    const drawer = await openFirst()
    expect(drawer.getByText(/我们记着 123.45 元已付或待查/)).toBeInTheDocument()
    await userEvent.click(drawer.getByText('钱付出去了'))
    await userEvent.click(drawer.getByText(/^了\s?结$/))
    expect(await drawer.findByText('写明原因才能了结。')).toBeInTheDocument()
    expect(sent).toEqual([])
    await userEvent.type(drawer.getByLabelText('原因'), ' 平台客服确认已付 ')
    await userEvent.click(drawer.getByText(/^了\s?结$/))
    expect(await screen.findByText('差异已了结。')).toBeInTheDocument()
    expect(sent).toEqual([{ path: SETTLE, query: '', body: { verdict: 'PAID', words: '平台客服确认已付' } }])
  })

  it('says that somebody else must say so too, before and after the proposer tries', async () => {
    serve({
      [`${BASE}/differences`]: () => page(proposed),
      [SETTLE]: () => answer({ code: 'SECOND_PERSON', status: 403 }, 403),
    })
    const drawer = await openFirst()
    expect(drawer.getByText(/林晓的结论：钱付出去了/)).toBeInTheDocument()
    expect(drawer.getByText('这是您自己的结论，不能由您确认。')).toBeInTheDocument()
    await userEvent.type(drawer.getByLabelText('原因'), '再确认一次')
    await userEvent.click(drawer.getByText('同意并了结'))
    expect(await screen.findByText(/要另一个人也这样说才能了结/)).toBeInTheDocument()
  })

  it('offers only what can be said of a difference', async () => {
    serve({
      [`${BASE}/differences`]: () => page({ ...difference, possible: ['NOTED'] }),
    })
    const drawer = await openFirst()
    expect(drawer.getByLabelText(/打款不变/)).toBeChecked()
    expect(drawer.queryByText('钱付出去了')).toBeNull()
  })

  it('shows the days that were compared, and those that were not', async () => {
    serve({ [BASE]: () => [day] })
    renderPage(<ReconciliationPage />, '/payouts/reconciliation?view=days', keeper)
    expect(await screen.findByText('1 条待处理')).toBeInTheDocument()
    expect(screen.getByText('12 笔 1,234.00 元')).toBeInTheDocument()
    expect(screen.getByText('−123.45 元')).toBeInTheDocument()
  })

  it('finds the days in between and up to yesterday', () => {
    const days = [
      { ...day, day: '2026-11-28' },
      { ...day, day: '2026-11-25' },
      { ...day, day: '2026-11-30', gateway: 'bank-file' },
    ]
    const missing = withMissing(days, dayInChina(Date.parse('2026-12-01T01:00:00+08:00'))).flatMap((row) =>
      'missing' in row ? [row.missing] : [],
    )
    expect(missing).toEqual([
      { gateway: 'sample-pay', from: '2026-11-29', to: '2026-11-30', days: 2 },
      { gateway: 'sample-pay', from: '2026-11-26', to: '2026-11-27', days: 2 },
    ])
  })

  it('brings a statement for a day, or shows what is wrong with it', async () => {
    const fault = { row: 3, field: 'amount', value: '-1', code: 'NO_AMOUNT', message: '' }
    const report = { dryRun: false, rows: 2, created: 2, updated: 0, unchanged: 0 }
    const reports = [
      { ...report, created: 0, errors: [fault] },
      { ...report, errors: [] },
    ]
    const sent = serve({ [`${BASE}/statements`]: () => reports.shift() })
    const close = vi.fn()
    renderPage(<StatementDialog day="2026-11-29" onClose={close} />, '/', keeper)
    await userEvent.click(screen.getByText('上传并对账'))
    expect(await screen.findByText('选一个文件。')).toBeInTheDocument()
    const input = document.querySelector('input[type=file]')
    if (!(input instanceof HTMLInputElement)) throw new Error('no file input')
    await userEvent.upload(input, new File(['key,amount'], 'a.csv', { type: 'text/csv' }))
    await userEvent.click(screen.getByText('上传并对账'))
    expect(await screen.findByText(/金额要大于零/)).toBeInTheDocument()
    expect(close).not.toHaveBeenCalled()
    await userEvent.click(screen.getByText('上传并对账'))
    await vi.waitFor(() => expect(close).toHaveBeenCalled())
    expect(sent.map(({ query }) => query)).toEqual(['day=2026-11-29', 'day=2026-11-29'])
  })
})
