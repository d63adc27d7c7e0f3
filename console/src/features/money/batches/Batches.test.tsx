import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../../test/render'
import { batch, giveRoom, serve } from '../testing'
import BatchesPage from './BatchesPage'

const keeper = someone('money.read', 'money.settle')
const report = { dryRun: true, rows: 3, created: 0, updated: 3, unchanged: 0, errors: [] }

async function drop() {
  const input = document.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) throw new Error('no file input')
  await userEvent.upload(input, new File(['key,amount,result'], 'result.csv', { type: 'text/csv' }))
}

beforeEach(giveRoom)

describe('batches for a bank', () => {
  it('take the answer of the bank on trial first, then for real', async () => {
    const reports = [report, { ...report, dryRun: false, updated: 2, unchanged: 1 }]
    const sent = serve({
      '/payouts/batches': () => [batch],
      '/payouts/batches/b1/result': () => reports.shift(),
    })
    renderPage(<BatchesPage />, '/payouts/batches', keeper)
    await userEvent.click(await screen.findByText('传银行结果'))
    await drop()
    expect(await screen.findByText('3 行银行结果都认得，还没有入账。')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: '导入' }))
    expect(await screen.findByText(/2 笔有了结果，1 笔早已知道/)).toBeInTheDocument()
    expect(sent.map(({ query }) => query)).toEqual(['dryRun=true', 'dryRun=false'])
  })

  it('show each wrong line of the answer and book nothing of it', async () => {
    const fault = { row: 2, field: 'amount', value: '1.00', code: 'AMOUNT_DIFFERS', message: '' }
    serve({
      '/payouts/batches': () => [batch],
      '/payouts/batches/b1/result': () => ({ ...report, updated: 0, errors: [fault] }),
    })
    renderPage(<BatchesPage />, '/payouts/batches', keeper)
    await userEvent.click(await screen.findByText('传银行结果'))
    await drop()
    expect(await screen.findByText('金额和这笔赔款的不一样。')).toBeVisible()
    expect(screen.getByRole('button', { name: '导入' })).toBeDisabled()
  })

  it('say that nothing waits rather than that something failed', async () => {
    serve({ '/payouts/batches': () => [] })
    renderPage(<BatchesPage />, '/payouts/batches', keeper)
    expect(await screen.findByText('还没有做过批次')).toBeInTheDocument()
    serve({ '/payouts/batches': () => answer({ code: 'NOTHING_TO_PAY', status: 409 }, 409) })
    await userEvent.click(screen.getByText('做一批'))
    expect(await screen.findByText(/现在没有等着进批次的打款/)).toBeInTheDocument()
  })

  it('are files that go to the bank, for those who may settle only', async () => {
    serve({ '/payouts/batches': () => [batch] })
    const first = renderPage(<BatchesPage />, '/payouts/batches', keeper)
    const row = within(await screen.findByRole('table'))
    expect((await row.findByText('下载文件')).closest('a')).toHaveAttribute(
      'href',
      '/api/v1/payouts/batches/b1/file',
    )
    first.unmount()
    renderPage(<BatchesPage />, '/payouts/batches', someone('money.read'))
    expect(await screen.findByText('B20261130-00000001')).toBeInTheDocument()
    expect(screen.queryByText('下载文件')).toBeNull()
    expect(screen.queryByText('做一批')).toBeNull()
  })

  it('are not shown outside of headquarters', () => {
    const unit = { code: 'R05', name: '华南大区', kind: 'REGION' as const, path: '/HQ/R05/' }
    renderPage(<BatchesPage />, '/payouts/batches', { ...keeper, unit })
    expect(screen.getByText('这一页只给总部看')).toBeInTheDocument()
  })
})
