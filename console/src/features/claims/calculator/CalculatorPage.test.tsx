import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage } from '../../../test/render'
import CalculatorPage from './CalculatorPage'

const part = { rule: 'r', article: '', source: '', grade: 'A', inputs: [], english: '', children: [] }

describe('the calculator of claims', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('shows the amount and why, and says that nothing is kept', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    const sent: unknown[] = []
    vi.stubGlobal(
      'fetch',
      vi.fn(async (_: string, init?: RequestInit) => {
        sent.push(JSON.parse(String(init?.body)))
        return answer({
          version: 'S-1',
          verdict: 'OWED',
          reason: 'COMPUTED',
          amountFen: 28_000,
          ceilingFen: null,
          explanation: { ...part, fen: 28_000, chinese: '按索赔金额赔' },
          missing: [],
          exclusions: [],
          flaws: [],
          mayDecide: '',
        })
      }),
    )
    renderPage(<CalculatorPage />)
    expect(screen.getByText(/什么都不会保存/)).toBeInTheDocument()
    const user = userEvent.setup({ pointerEventsCheck: 0, delay: null })
    await user.type(screen.getByLabelText('索赔价值'), '280')
    await user.click(screen.getByText('算一算'))
    expect(await screen.findByText('按索赔金额赔')).toBeInTheDocument()
    expect(screen.getAllByText('280.00 元').length).toBeGreaterThan(0)
    expect(sent).toMatchObject([{ waybill: null, what: { kind: 'LOSS', worth: { claimedFen: 28_000 } } }])
  })
})
