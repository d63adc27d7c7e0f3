import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import PrecisionPage from './PrecisionPage'

function rate(right: number, wrong: number, low: number, high: number) {
  const judged = right + wrong
  return {
    raised: judged + 4,
    right,
    wrong,
    undecided: 4,
    late: 1,
    unaided: wrong - 1,
    excused: 0,
    dismissed: 0,
    precision: judged === 0 ? null : right / judged,
    low,
    high,
  }
}
const good = rate(190, 4, 0.948, 0.992)
const bad = rate(60, 40, 0.5, 0.69)
const board = {
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' },
  from: '2026-11-15T16:00:00Z',
  until: '2026-11-28T01:00:00Z',
  target: 0.95,
  total: bad,
  weeks: [
    { monday: '2026-11-16', rate: bad },
    { monday: '2026-11-23', rate: good },
  ],
  rules: [
    {
      stage: 'ARRIVED_HUB',
      rate: bad,
      weeks: [],
      lanes: [
        { laneClass: 'FAR', rate: bad },
        { laneClass: null, rate: good },
      ],
    },
  ],
  places: [
    { unit: { code: 'R05', name: '华南大区', kind: 'REGION' }, rate: bad, weeks: [] },
    { unit: { code: 'R01', name: '华北大区', kind: 'REGION' }, rate: good, weeks: [] },
  ],
}

function serve(body: unknown = board) {
  const asked: string[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => {
      asked.push(url)
      return answer(url.includes('/boards/precision') ? body : { items: [] })
    }),
  )
  return asked
}

describe('precision of warnings', () => {
  it('says how sure a share is, and lets every number be looked into', async () => {
    serve()
    renderPage(<PrecisionPage />, '/boards/precision', someone('board.read', 'parcel.read'))
    const numbers = await screen.findByRole('region', { name: '预警准确率' })
    expect(numbers).toHaveTextContent('60%多半在 50% 到 69% 之间，目标 95% 以上')
    const rules = screen.getByRole('region', { name: '哪条限时定得不准？' })
    expect(within(rules).queryByText('跨省')).toBeNull()
    await userEvent.click(within(rules).getByRole('button', { expanded: false }))
    const lane = within(rules).getByRole('row', { name: /跨省/ })
    expect(within(lane).getByRole('link', { name: '39' })).toHaveAttribute(
      'href',
      '/boards/findings?show=all&unit=HQ&stage=ARRIVED_HUB&from=2026-11-15T16%3A00%3A00Z&until=2026-11-28T01%3A00%3A00Z&laneClass=FAR&outcome=UNAIDED',
    )
    expect(within(rules).getByText('线路不明')).toBeInTheDocument()
  })

  it('goes down to a unit, and shows a number only as a number where its list is not one’s own', async () => {
    const asked = serve()
    renderPage(<PrecisionPage />, '/boards/precision?weeks=13', someone('board.read'))
    const places = await screen.findByRole('region', { name: '哪里的预警不准？' })
    expect(within(places).queryByRole('link')).toBeNull()
    await userEvent.click(within(places).getByRole('button', { name: /华南大区/ }))
    await vi.waitFor(() =>
      expect(asked.some((url) => url.includes('unit=R05') && url.includes('weeks=13'))).toBe(true),
    )
  })

  it('says so where nothing was raised', async () => {
    serve({ ...board, total: { ...good, raised: 0 } })
    renderPage(<PrecisionPage />, '/boards/precision', someone('board.read'))
    expect(await screen.findByText('这段时间没有预警')).toBeInTheDocument()
  })
})
