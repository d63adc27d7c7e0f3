import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import OperationPage from './OperationPage'

const site = { code: 'H4401', name: '广州转运中心', kind: 'HUB' }
const hour = (h: number) => `2026-11-20T0${h}:00:00Z`
const one = {
  id: 'a1',
  site,
  place: '华南大区 广东省公司',
  cause: 'STANDSTILL',
  raisedAt: '2026-11-20T03:05:00Z',
  firstHour: hour(2),
  lastHour: hour(3),
  value: 0,
  usual: 420,
  low: 300,
  high: 540,
  samples: 8,
  clearedAt: null,
  state: 'OPEN',
  responsible: { id: 'p1', name: '周敏' },
  region: { code: 'R05', name: '华南大区', kind: 'REGION' },
  dueAt: '2026-11-20T04:05:00Z',
  limitMinutes: 60,
  overdue: false,
  acknowledgedAt: null,
  version: 3,
  answers: [],
  curve: {
    measure: 'SCANS',
    points: [1, 2, 3].map((h) => ({
      hour: hour(h),
      value: h === 3 ? 0 : 400,
      usual: 420,
      low: 300,
      high: 540,
    })),
  },
}
const board = {
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' },
  at: '2026-11-20T03:10:00Z',
  countedFrom: '2026-11-01T00:00:00Z',
  countedAt: '2026-11-20T03:10:00Z',
  judgedFrom: hour(4),
  standing: [{ cause: 'STANDSTILL', sites: 1 }],
  abnormalSites: 1,
  sites: 30,
  backlog: 5200,
  aged: 130,
  given: 0,
  delivered: 0,
  failed: 0,
}

function serve(items: unknown[], status = 200) {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if ((init?.method ?? 'GET') !== 'GET') {
        sent.push({ path, body: JSON.parse(String(init?.body)) })
        return status === 200 ? answer(one) : answer({ code: 'STALE_VERSION', status }, status)
      }
      if (path === '/operations')
        return answer({ ...board, standing: items.length === 0 ? [] : board.standing })
      return answer({ items, nextCursor: null, total: items.length })
    }),
  )
  return sent
}

describe('the board of outlets and hubs', () => {
  it('says what is so, what is usual, and who answers', async () => {
    serve([one])
    renderPage(<OperationPage />, '/', someone('operation.read', 'operation.write'))
    const card = await screen.findByRole('article', { name: '广州转运中心 停摆' })
    expect(card).toHaveTextContent('每小时扫描数 0，往常此时 300–540')
    expect(card).toHaveTextContent('责任人 周敏 · 华南大区')
    expect(within(card).getByRole('figure', { name: /每小时/ })).toBeInTheDocument()
    expect(screen.getByText('5,200')).toBeInTheDocument()
  })

  it('takes it on with the version that was looked at', async () => {
    const sent = serve([one])
    renderPage(<OperationPage />, '/', someone('operation.read', 'operation.write'))
    await userEvent.click(await screen.findByRole('button', { name: '响应' }))
    expect(sent).toEqual([
      {
        path: '/operations/abnormalities/a1/answers',
        body: { step: 'ACKNOWLEDGE', note: null, version: 3 },
      },
    ])
  })

  it('asks for words before it settles', async () => {
    const sent = serve([one])
    renderPage(<OperationPage />, '/', someone('operation.read', 'operation.write'))
    await userEvent.click(await screen.findByRole('button', { name: '了结' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: '提交' }))
    expect(await within(dialog).findByText('请填写')).toBeInTheDocument()
    await userEvent.click(within(dialog).getByRole('textbox'))
    await userEvent.paste('电力恢复')
    await userEvent.click(within(dialog).getByRole('button', { name: '提交' }))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ step: 'SETTLE', note: '电力恢复', version: 3 })
  })

  it('offers no steps to those who only look, and says when nothing is wrong', async () => {
    serve([one])
    const { unmount } = renderPage(<OperationPage />, '/', someone('operation.read'))
    await screen.findByRole('article')
    expect(screen.queryByRole('button', { name: '响应' })).toBeNull()
    unmount()
    serve([])
    renderPage(<OperationPage />, '/', someone('operation.read'))
    expect(await screen.findByText('没有异常的站点')).toBeInTheDocument()
  })
})
