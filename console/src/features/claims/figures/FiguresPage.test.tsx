import { screen } from '@testing-library/react'
import type { ClaimSums } from '../../../api/types'
import { answer, renderPage } from '../../../test/render'
import FiguresPage from './FiguresPage'

const sums: ClaimSums = {
  claims: 146,
  paid: 128,
  refused: 6,
  quick: 104,
  withinDay: 97,
  paidFen: 2_846_050,
  halfHours: 6.44,
  mostHours: 61.8,
}
const none: ClaimSums = {
  claims: 0,
  paid: 0,
  refused: 0,
  quick: 0,
  withinDay: 0,
  paidFen: 0,
  halfHours: 0,
  mostHours: 0,
}

const serve = (all: ClaimSums) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () =>
      answer({ days: 30, all, kinds: all.claims > 0 ? [{ kind: 'LOSS', sums: all }] : [], units: [] }),
    ),
  )

describe('claims in figures', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('says what each figure is divided by', async () => {
    serve(sums)
    renderPage(<FiguresPage />)
    expect(await screen.findByText('81.3%')).toBeInTheDocument()
    expect(screen.getByText('128 件中 104 件；目标 80%')).toBeInTheDocument()
    expect(screen.getByText('6.4 小时')).toBeInTheDocument()
    expect(screen.getByText('28,460.50 元')).toBeInTheDocument()
    expect(screen.getByText('丢失：146 件，已赔付 128 件')).toBeInTheDocument()
  })

  it('has no shares where nothing was paid, and a word where there are no claims', async () => {
    serve({ ...none, claims: 2 })
    const first = renderPage(<FiguresPage />)
    expect(await screen.findByText('还没有赔付过；目标 80%')).toBeInTheDocument()
    expect(screen.queryByText(/NaN/)).toBeNull()
    first.unmount()
    serve(none)
    renderPage(<FiguresPage />)
    expect(await screen.findByText('这段时间没有赔案')).toBeInTheDocument()
  })
})
