import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ClaimStandardVersion } from '../../../api/types'
import { answer, renderPage, someone } from '../../../test/render'
import { draft, inForce, row } from './made'
import StandardsPage from './StandardsPage'

// Not looking up the styles of all that lies above before each click.
const user = userEvent.setup({ pointerEventsCheck: 0, delay: null })
const writer = someone('claim.read', 'claim.standard')

const TRIAL = {
  days: 90,
  claims: 10,
  beforeFen: 100_000,
  afterFen: 120_000,
  gain: 3,
  lose: 1,
  same: 6,
  untold: 0,
  quickBefore: 5,
  quickAfter: 8,
  changed: [{ number: 'LP1', beforeFen: 30_000, afterFen: 50_000, beforeRule: 'a', afterRule: 'a' }],
}

/** Answers like the server; what was sent is kept. */
function serve(open: ClaimStandardVersion = draft, refused = false) {
  const sent: { method: string; path: string; body: Record<string, unknown> }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method !== undefined && init.method !== 'GET') {
        sent.push({ method: init.method, path, body: JSON.parse(String(init.body)) })
        if (refused) return answer({ status: 409, code: 'CHANGED_MEANWHILE' }, 409)
        return answer({ ...open, row: { ...row, revision: 5 } })
      }
      if (path.endsWith('/trial')) return answer(TRIAL)
      if (path === '/claim-standards') return answer({ items: [row, inForce.row] })
      return answer(path.endsWith('/1') ? inForce : open)
    }),
  )
  return sent
}

const show = (version: number, me = writer) =>
  renderPage(<StandardsPage />, `/claim-standards?version=${version}`, me)

async function write(field: string, typed: string) {
  const input = await screen.findByLabelText(field)
  await user.clear(input)
  await user.type(input, typed)
  await user.tab()
}

describe('versions of the claim standard', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('lists them and reads one in sentences with the law', async () => {
    serve()
    show(1, someone('claim.read'))
    expect(await screen.findByText('软件自带的标准')).toBeInTheDocument()
    expect(await screen.findByText('按保价金额赔；不超过能证明的实际价值')).toBeInTheDocument()
    expect(screen.getByText('按索赔金额赔，最高 300.00 元')).toBeInTheDocument()
    expect(screen.getAllByText('民法典 第八百三十三条')).toHaveLength(2)
    expect(screen.queryByText('保存草稿')).toBeNull()
  })

  it('says what a draft changes and saves it in fen with its revision', async () => {
    const sent = serve()
    show(2)
    await user.click(await screen.findByLabelText('改unproven.promise'))
    await write('承诺最高（元）', '500')
    expect(
      await screen.findByText(
        '没保价，也证明不了价值 · unproven.promise：按索赔金额赔，最高 300.00 元 → 按索赔金额赔，最高 500.00 元',
      ),
    ).toBeInTheDocument()
    await user.click(screen.getByText('保存草稿'))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ method: 'PUT', path: '/claim-standards/2', body: { revision: 4 } })
    expect(sent[0]?.body).toHaveProperty('body.standard.unproven.0.promiseFen', 50_000)
  })

  it('keeps what was typed when somebody else was quicker', async () => {
    serve(draft, true)
    show(2)
    await write('小额快赔最高（元）', '300')
    await user.click(screen.getByText('保存草稿'))
    expect(await screen.findByText(/您写的还在，但保存不了/)).toBeInTheDocument()
    expect(screen.getByLabelText('小额快赔最高（元）')).toHaveValue('300.00')
  })

  it('leads from a flaw to its field', async () => {
    const field = 'standard.unproven[0].promiseFen'
    serve({ ...draft, flaws: [{ field, value: 0, code: 'MISSING', message: '' }] })
    show(2)
    await user.click(await screen.findByText(/unproven.promise · 承诺最高（元）: 要填。/))
    await vi.waitFor(() => expect(screen.getByLabelText('承诺最高（元）')).toHaveFocus())
    expect(screen.getByText('把要改的地方改好，才能批准。')).toBeInTheDocument()
  })

  it('tries it on past claims and shows sums, who gains and the way to a claim', async () => {
    serve()
    show(2)
    await user.click(await screen.findByText('试一试'))
    expect(await screen.findByText('1,000.00 元 → 1,200.00 元')).toBeInTheDocument()
    expect(screen.getByText('3 件多赔 · 1 件少赔')).toBeInTheDocument()
    expect(screen.getByText('50% → 80%')).toBeInTheDocument()
    expect(screen.getByText('LP1')).toHaveAttribute('href', '/claims?view=ALL&text=LP1')
  })

  it('is approved by a second person from a time', async () => {
    const sent = serve()
    show(2)
    await user.click(await screen.findByText(/^批\s*准$/))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByText('从这个时间起'))
    await user.click(within(dialog).getByText(/^批\s*准$/))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({ path: '/claim-standards/2/approve', body: { revision: 4 } })
    expect(sent[0]?.body.from).toMatch(/T16:00:00\.000Z$/)
  })
})
